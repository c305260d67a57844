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

/** A statement in the language of pgbench, with a number in the place of `mark`. */
const lineOf = ({ text, values }: Statement, mark: string): string => {
  const literal = (value: string | null): string =>
    value === null ? "NULL" : value.split(mark).map(quoted).join(" || :n::text || ")
  const filled = text.replaceAll(/\$(\d+)/g, (_, i: string) => `(${literal(values[Number(i) - 1] ?? null)})`)
  return `${filled.replaceAll(/\s+/g, " ")};`
}

/** How pgbench is run. */
export interface Run {
  readonly program: string
  readonly url: string
  /** Where its script goes. */
  readonly file: string
  /** The appends of one stream, one after another; each is a transaction. */
  readonly statements: ReadonlyArray<Statement>
  /** Stands in their values for a number that is drawn whenever they are begun. */
  readonly mark: string
  readonly clients: number
  readonly perBlock: number
}

/** pgbench with the same statements; the time is what it says itself, without its start and its connecting. */
export const pgbenchSide = ({ clients, file, mark, perBlock, program, statements, url }: Run): Side => {
  const lines = statements.map((statement) => lineOf(statement, mark))
  writeFileSync(file, ["\\set n random(1000000000, 9000000000000000000)", ...lines, ""].join("\n"))
  // enough of them that preparing the statements does not count
  const each = Math.ceil((5 * perBlock) / clients / statements.length)
  const args = ["-n", "-M", "prepared", "-c", clients, "-t", each, "-f", file, url]
  return {
    name: "pgbench, the same statements",
    took: () => {
      const said = execFileSync(program, args.map(String), { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })
      const perSecond = Number(/^tps = ([\d.]+)/m.exec(said)?.[1])
      if (!(perSecond > 0)) throw new Error(`pgbench: ${said}`)
      return (1000 * perBlock) / (perSecond * statements.length)
    }
  }
}
