/** What is wrong with input from outside, in both languages, each finding with its place. @module */
import * as SchemaIssue from "effect/SchemaIssue"

/** One thing that is wrong with input, in Chinese (`zh`) and in English (`en`), and where: a dotted `path`, empty for the whole. */
export interface BadInput {
  readonly path: string
  readonly zh: string
  readonly en: string
}

const separator = " / "
const both = (zh: string, en: string): string => `${zh}${separator}${en}`
const short = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text)

/** What Effect says of a key in no particular language; the library's own messages are bilingual already. */
const leaf: SchemaIssue.LeafHook = (issue) => {
  const message = SchemaIssue.defaultLeafHook(issue)
  if (message.includes(separator)) return message
  switch (issue._tag) {
    case "MissingKey":
      return both("缺少此项", "this key is missing")
    case "UnexpectedKey":
      return both("没有此项，或者此处不应有此项", "there is no such key here")
    default:
      return message
  }
}

/** Effect says what it expected in English; the type or value that it names is the same in Chinese. */
const bilingual = (message: string): string => {
  if (message.includes(separator)) return message
  const expected = /^Expected (.*)$/su.exec(message)?.[1]
  return expected === undefined ? both(`不符合要求：${message}`, message) : both(`应为 ${expected}`, message)
}

const format = SchemaIssue.makeFormatterStandardSchemaV1({ leafHook: leaf })

const key = (segment: unknown): string =>
  short(String(typeof segment === "object" && segment !== null && "key" in segment ? segment.key : segment))

/** What a failed decoding found, in both languages, each with its path. */
export const badInputs = (issue: SchemaIssue.Issue): ReadonlyArray<BadInput> =>
  format(issue).issues.map(({ message, path }) => {
    const text = bilingual(short(message))
    const at = text.indexOf(separator)
    return { path: (path ?? []).map(key).join("."), zh: text.slice(0, at), en: text.slice(at + separator.length) }
  })
