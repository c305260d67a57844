import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Side } from "./shares.ts"

const installed = "/usr/lib/postgresql"

/** Debian's `pgbench`, where it is; the binaries from npm bring none. */
export const pgbench = (): string | undefined =>
  (existsSync(installed) ? readdirSync(installed) : [])
    .map((version) => join(installed, version, "bin", "pgbench"))
    .findLast(existsSync)

/** One value of a statement in the language of pgbench, in which `:n` is drawn anew for each transaction. */
export type Value = string | { readonly numbered: (n: string) => string }

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** The text of a statement with its values in it. `mark` in a value stands for a number that no transaction has had before. */
export const scriptOf = (sql: string, values: ReadonlyArray<string>, mark: string): string => {
  const literal = (value: string): string => value.split(mark).map(quoted).join(" || :n || ")
  const text = sql.replaceAll(/\$(\d+)/g, (_, i: string) => `(${literal(values[Number(i) - 1] ?? "")})`)
  return `\\set n random(1000000000, 9000000000000000000)\n${text.replaceAll(/\s+/g, " ")};\n`
}

/** pgbench with so many clients, each with an equal part of a block. */
export const pgbenchSide = (program: string, url: string, file: string, script: string, clients: number, perBlock: number): Side => {
  writeFileSync(file, script)
  const args = ["-n", "-M", "prepared", "-c", clients, "-j", 1, "-t", Math.ceil(perBlock / clients), "-f", file, url]
  return {
    name: "pgbench, the same statement",
    block: () => {
      execFileSync(program, args.map(String), { stdio: ["ignore", "pipe", "pipe"] })
    }
  }
}
