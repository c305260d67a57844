import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { folder } from "./files.ts"

const sentences = (line: string): ReadonlyArray<string> => line.match(/.+?(?:[。；]|\. |$)/gu) ?? [line]

/** The first sentence in which two texts differ: its line, counted from 1, and how either has it. */
export const firstDifference = (written: string, committed: string) => {
  const [ours, theirs] = [written.split("\n"), committed.split("\n")]
  const at = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, index) => index).find(
    (index) => ours[index] !== theirs[index]
  )
  if (at === undefined) return undefined
  const [our, their] = [sentences(ours[at] ?? ""), sentences(theirs[at] ?? "")]
  const from = our.findIndex((sentence, index) => sentence !== their[index])
  const sentence = from < 0 ? our.length : from
  return { line: at + 1, written: our[sentence] ?? "", committed: their[sentence] ?? "" }
}

/** Each page that is not what would be written today, with the first sentence that differs, and each that nobody would write. */
export const outOfDate = (files: ReadonlyMap<string, string>, root: string): ReadonlyArray<string> => {
  const dir = join(root, folder)
  const there = existsSync(dir) ? readdirSync(dir) : []
  const differing = [...files].flatMap(([name, text]) => {
    if (!there.includes(name)) return [`${folder}/${name} is missing: npm run docs`]
    const difference = firstDifference(text, readFileSync(join(dir, name), "utf8"))
    if (difference === undefined) return []
    const { committed, line, written } = difference
    return [`${folder}/${name}:${line} is not what npm run docs writes\n  - ${committed}\n  + ${written}`]
  })
  return [
    ...differing,
    ...there
      .filter((name) => !files.has(name))
      .map((name) => `${folder}/${name} is no page of an article: npm run docs`)
  ]
}
