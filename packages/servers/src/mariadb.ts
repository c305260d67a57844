import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Kind } from "./Kind.ts"

/** The server as Debian installs it. */
const mariadbProgram = "/usr/sbin/mariadbd"

/** MariaDB as Debian packs it. */
export const mariadb: Kind = {
  title: "MariaDB",
  make: ({ data, fail, folder, password, run, write }) => {
    if (!existsSync(mariadbProgram))
      return fail(
        `没有 ${mariadbProgram}：请以 root 身份执行 apt-get install mariadb-server。 There is no ${mariadbProgram}: run as root apt-get install mariadb-server`
      )
    const place = ["--no-defaults", `--datadir=${data}`]
    run("/usr/bin/mariadb-install-db", [...place, "--skip-test-db"])
    const account = write(
      "account.sql",
      `CREATE USER IF NOT EXISTS banfa IDENTIFIED BY '${password}';\nGRANT ALL ON *.* TO banfa WITH GRANT OPTION;\nCREATE DATABASE IF NOT EXISTS banfa;\n`
    )
    const settings = {
      "bind-address": "127.0.0.1",
      socket: join(folder, "socket"),
      "pid-file": join(folder, "pid"),
      "init-file": account
    }
    return {
      program: mariadbProgram,
      args: (port) => [
        ...place,
        "--skip-name-resolve",
        `--port=${port}`,
        ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`)
      ],
      ready: "ready for connections",
      stop: "SIGTERM",
      url: (port) => `mysql://banfa:${password}@127.0.0.1:${port}/banfa`
    }
  }
}
