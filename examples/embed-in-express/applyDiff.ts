import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"

/** How many lines a diff adds, and how many it takes away. */
export const countLines = (diff: string): { readonly added: number; readonly removed: number } => {
  const lines = diff.split("\n")
  const starting = (sign: string, header: string): number =>
    lines.filter((line) => line.startsWith(sign) && !line.startsWith(header)).length
  return { added: starting("+", "+++ "), removed: starting("-", "--- ") }
}

const read = (file: string): ReadonlyArray<string> => readFileSync(file, "utf8").split("\n")

/** One file of a unified diff, applied to its lines; a line that is not where the diff says is an error. */
const patched = (path: string, before: ReadonlyArray<string>, hunks: ReadonlyArray<string>): ReadonlyArray<string> => {
  const after: Array<string> = []
  let at = 0
  for (const hunk of hunks) {
    const [head = "", ...lines] = hunk.split("\n")
    const [, first = "0", count = "1"] = /^-(\d+)(?:,(\d+))?/u.exec(head) ?? []
    const start = count === "0" ? Number(first) : Number(first) - 1
    after.push(...before.slice(at, start))
    at = start
    for (const line of lines) {
      if (line.startsWith("+")) after.push(line.slice(1))
      else if (before[at] !== line.slice(1)) throw new Error(`${path}:${at + 1}: the diff does not fit: ${line}`)
      else {
        if (line.startsWith(" ")) after.push(line.slice(1))
        at += 1
      }
    }
  }
  return [...after, ...before.slice(at)]
}

/** Applies a unified diff to the files of a folder, exactly: no line may have moved. Answers the files written. */
export const applyDiff = (diff: string, folder: string): ReadonlyArray<string> =>
  diff
    .split(/^diff --git .*\n/mu)
    .slice(1)
    .map((part) => {
      const [, from, path = ""] = /^--- (\S+)\n\+\+\+ b\/(\S+)$/mu.exec(part) ?? []
      const file = join(folder, path)
      const hunks = part.replace(/\n$/u, "").split(/^@@ /mu).slice(1)
      mkdirSync(dirname(file), { recursive: true })
      const lines = patched(
        path,
        from === "/dev/null" ? [""] : read(file),
        hunks.map((hunk) => hunk.replace(/\n$/u, ""))
      )
      writeFileSync(file, lines.join("\n"))
      return path
    })
