import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Statement } from "./postgres.ts"
import type { Side } from "./shares.ts"

const installed = "/usr/lib/postgresql"

/** Debian's `pgbench`, where it is; the binaries from npm bring none. */
export const pgbench = (): string | undefined =>
  (existsSync(installed) ? readdirSync(installed) : [])
    .map((version) => join(installed, version, "bin", "pgbench"))
    .findLast((program) => existsSync(program))

// a colon would begin the name of a variable, in a text too
const quoted = (text: string): string =>
  `E'${text.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll(":", "\\x3a")}'`

/** A statement in the language of pgbench. What stands for `mark` in its values is a number that is drawn for each transaction. */
const scriptOf = ({ text, values }: Statement, mark: string): string => {
  const literal = (value: string): string => value.split(mark).map(quoted).join(" || :n::text || ")
  const filled = text.replaceAll(/\$(\d+)/g, (_, i: string) => `(${literal(values[Number(i) - 1] ?? "")})`)
  return `\\set n random(1000000000, 9000000000000000000)\n${filled.replaceAll(/\s+/g, " ")};\n`
}

/** How pgbench is run. */
export interface Run {
  readonly program: string
  readonly url: string
  /** Where its script goes. */
  readonly file: string
  readonly statement: Statement
  /** Stands in the values of the statement for a number of each transaction's own. */
  readonly mark: string
  readonly clients: number
  readonly perBlock: number
}

/** pgbench with the same statement; the time is what it says itself, without its start and its connecting. */
export const pgbenchSide = ({ clients, file, mark, perBlock, program, statement, url }: Run): Side => {
  writeFileSync(file, scriptOf(statement, mark))
  const args = ["-n", "-M", "prepared", "-c", clients, "-t", Math.ceil(perBlock / clients), "-f", file, url]
  return {
    name: "pgbench, the same statement",
    took: () => {
      const said = execFileSync(program, args.map(String), { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })
      const perSecond = Number(/^tps = ([\d.]+)/m.exec(said)?.[1])
      if (!(perSecond > 0)) throw new Error(`pgbench: ${said}`)
      return (1000 * perBlock) / perSecond
    }
  }
}
