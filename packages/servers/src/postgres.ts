import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { copyBinaries } from "./copyBinaries.ts"
import type { Kind, Made, Place } from "./Kind.ts"

const made = (bin: string, { data, journal, password, run, write }: Place): Made => {
  const settings = ["--locale=C", "--encoding=UTF8", "--auth=scram-sha-256", "--no-sync", "--no-instructions"]
  // small files of its journal, so that a small disk holds a server
  const wal = ["--wal-segsize=1", ...(journal === undefined ? [] : [`--waldir=${journal}`])]
  run(join(bin, "initdb"), ["-D", data, "-U", "banfa", `--pwfile=${write("password", password)}`, ...wal, ...settings])
  return {
    program: join(bin, "postgres"),
    args: (port) => [
      "-D",
      data,
      ...Object.entries({ listen_addresses: "127.0.0.1", unix_socket_directories: "", port }).flatMap(
        ([name, value]) => ["-c", `${name}=${value}`]
      )
    ],
    ready: "ready to accept connections",
    stop: "SIGINT",
    url: (port) => `postgres://banfa:${password}@127.0.0.1:${port}/postgres`
  }
}

const address = "BANFA_TEST_POSTGRES=postgres://user:password@host:port/database"

/** PostgreSQL from its packages on npm. */
export const postgres: Kind = {
  title: "PostgreSQL",
  instead: { zh: `以 ${address} 可使用您自己的服务器。`, en: `Set ${address} to use a server of your own.` },
  make: (place) => {
    const copied = copyBinaries(join(place.folder, "postgresql"))
    return copied === undefined
      ? place.fail(
          `没有适用于 ${process.platform}（${process.arch}）的 PostgreSQL 包。 There is no package of PostgreSQL for ${process.platform} on ${process.arch}.`
        )
      : made(join(copied, "bin"), place)
  }
}

const installed = "/usr/lib/postgresql"

/** Where Debian has put the newest PostgreSQL that is installed. */
const debianBinaries = (): string | undefined => {
  const versions = existsSync(installed) ? readdirSync(installed).filter((name) => /^\d+$/.test(name)) : []
  return versions
    .sort((one, other) => Number(other) - Number(one))
    .map((version) => join(installed, version, "bin"))
    .find((bin) => existsSync(join(bin, "initdb")))
}

/** PostgreSQL as Debian packs it. */
export const debianPostgres: Kind = {
  title: "PostgreSQL of Debian",
  make: (place) => {
    const bin = debianBinaries()
    return bin === undefined
      ? place.fail(
          `${installed} 中没有 PostgreSQL：请以 root 身份执行 apt-get install postgresql。 There is no PostgreSQL in ${installed}: run as root apt-get install postgresql`
        )
      : made(bin, place)
  }
}
