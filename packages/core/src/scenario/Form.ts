/**
 * How one part of a scenario file is written: a reader of plain data and, beside it, a writer and the JSON Schema of the same thing, so that
 * what is read, what is written and what an editor completes cannot drift apart.
 */
import type { Text } from "../regulation/Text.ts"
import type { Path } from "./InvalidScenario.ts"
import { nearest } from "./nearest.ts"

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = { readonly [keyword: string]: unknown }
/** Writes a finding down. */
export type Say = (at: Path, zh: string, en: string) => undefined

/** A part of a scenario file. `read` answers `undefined` for what it cannot read, and has then said why; `write` is its way back. */
export interface Form<A> {
  readonly read: (value: unknown, at: Path, say: Say) => A | undefined
  /** What was read as a file says it, in Chinese where there is a choice. */
  write(value: A): unknown
  readonly schema: (defs: { [name: string]: JsonSchema }) => JsonSchema
}

const short = (value: unknown): string => {
  const text = plain(value)
  if (text === undefined) return Array.isArray(value) ? "[…]" : isRecord(value) ? "{…}" : value === null ? "null" : "?"
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** The text of a single value; numbers and booleans come from data that was no file. */
const plain = (value: unknown): string | undefined =>
  typeof value === "string"
    ? value.trim()
    : typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : undefined

/** What is said of a word that is none of the words expected here. */
export const unknownWord = (
  say: Say,
  at: Path,
  what: Text,
  given: unknown,
  words: ReadonlyArray<string>
): undefined => {
  const meant = typeof given === "string" ? nearest(given, words) : undefined
  return say(
    at,
    `“${short(given)}”不是${what.zh}${meant === undefined ? "" : `；是否应为“${meant}”？`}`,
    `"${short(given)}" is not ${what.en}${meant === undefined ? "" : `; did you mean "${meant}"?`}`
  )
}

/** A single value, given as text, or as a number or boolean where the data is not from a file. */
export const leaf = <A>(
  what: Text,
  parse: (text: string) => A | undefined,
  schema: JsonSchema,
  write: (value: A) => unknown = (value) => value
): Form<A> => ({
  write,
  read: (value, at, say) => {
    const text = plain(value)
    const read = text === undefined || text === "" ? undefined : parse(text)
    return read === undefined ? say(at, `“${short(value)}”不是${what.zh}`, `"${short(value)}" is not ${what.en}`) : read
  },
  schema: () => ({ ...schema, description: `${what.zh} / ${what.en}` })
})

/** The part of a label before its first comma, where no other label has or begins with the same: 不应办理 for 不应办理，规定的前提未具备. */
const shortened = (label: string, all: ReadonlyArray<string>): string | undefined => {
  const [head = ""] = label.split("，")
  return head !== label && all.filter((other) => other.split("，")[0] === head).length === 1 ? head : undefined
}

/** One of a closed list of words, under its Chinese name, the beginning of it, or its English name. */
export const word = <K extends string>(what: Text, words: { readonly [P in K]: Text }): Form<K> =>
  wordAmong(what, [words]) as Form<K>

/** One of the words of several lists. A Chinese name means one word, whichever list it stands in. */
export const wordAmong = (what: Text, lists: ReadonlyArray<{ readonly [word: string]: Text }>): Form<string> => {
  const entries = lists.flatMap((words) => Object.entries(words).map(([key, { zh }]) => ({ key, zh })))
  const keys = [...new Set(entries.map(({ key }) => key))]
  const chinese = [...new Set(entries.map(({ zh }) => zh))]
  const names = new Map<string, string>(keys.map((key) => [key, key]))
  for (const { key, zh } of entries) {
    names.set(zh, key)
    const short = shortened(zh, chinese)
    if (short !== undefined) names.set(short, key)
  }
  return {
    // a Chinese name that would be read as another word is not written
    write: (key) => entries.find((one) => one.key === key && names.get(one.zh) === key)?.zh ?? key,
    read: (value, at, say) => {
      const text = plain(value)
      const found = text === undefined ? undefined : names.get(text)
      return found ?? unknownWord(say, at, what, value, [...chinese, ...keys])
    },
    schema: () => ({ enum: [...names.keys()] })
  }
}

/** Several of one kind; one alone need not be put in a list. */
export const list = <A>(form: Form<A>, most = 500): Form<ReadonlyArray<A>> => ({
  write: (all) => all.map((one) => form.write(one)),
  read: (value, at, say) => {
    if (!Array.isArray(value)) {
      const one = form.read(value, at, say)
      return one === undefined ? undefined : [one]
    }
    if (value.length > most) return say(at, `至多 ${most} 项`, `at most ${most} items`)
    const read = value.map((item, index) => form.read(item, [...at, index], say))
    return read.includes(undefined) ? undefined : (read as ReadonlyArray<A>)
  },
  schema: (defs) => {
    const one = form.schema(defs)
    return { anyOf: [one, { type: "array", items: one, maxItems: most }] }
  }
})

const absent = (value: unknown): boolean => value === null || value === "无" || value === "null" || value === "none"
const inapplicable = (value: unknown): boolean => value === "不适用" || value === "n/a"

/** A value, or `null` where it is known that there is none (无). */
export const orNone = <A>(form: Form<A>): Form<A | null> => ({
  write: (value) => (value === null ? "无" : form.write(value)),
  read: (value, at, say) => (absent(value) ? null : form.read(value, at, say)),
  schema: (defs) => ({ anyOf: [form.schema(defs), { enum: ["无", "none", null] }] })
})

/** A particular of a fact: a value, known absent (无), or not applicable (不适用). */
export const particular = <A>(form: Form<A>): Form<A | null | "n/a"> => ({
  write: (value) => (value === null ? "无" : value === "n/a" ? "不适用" : form.write(value)),
  read: (value, at, say) => (absent(value) ? null : inapplicable(value) ? "n/a" : form.read(value, at, say)),
  schema: (defs) => ({ anyOf: [form.schema(defs), { enum: ["无", "none", null, "不适用", "n/a"] }] })
})

/** Whether a value is an object of keys. */
export const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** What somebody names freely, each with what is said of it: agencies, projects. */
export const named = <A>(form: Form<A>): Form<ReadonlyArray<readonly [name: string, value: A]>> => ({
  write: (all) => Object.fromEntries(all.map(([name, value]) => [name, form.write(value)])),
  read: (value, at, say) => {
    if (!isRecord(value)) return say(at, "此处应逐项写明名称", "names with their particulars belong here")
    const read = Object.entries(value).map(([name, item]) => {
      const told = form.read(item, [...at, name], say)
      if (/^\P{Cc}{1,64}$/u.test(name.trim())) return [name.trim(), told] as const
      say([...at, name], "名称长 1 至 64 字，不含控制字符", "a name has 1 to 64 characters, none a control character")
      return [name, undefined] as const
    })
    return read.some(([, item]) => item === undefined) ? undefined : (read as ReadonlyArray<readonly [string, A]>)
  },
  schema: (defs) => ({ type: "object", additionalProperties: form.schema(defs) })
})

/** A key of a record: its Chinese name beside the English one, how its value is written, and whether it may be left out. */
export interface Key<A> {
  readonly zh: string
  readonly form: Form<A>
  readonly required: boolean
}
/** A key that may be left out. */
export const may = <A>(zh: string, form: Form<A>): Key<A> & { readonly required: false } => ({
  zh,
  form,
  required: false
})
/** A key that has to be there. */
export const must = <A>(zh: string, form: Form<A>): Key<A> & { readonly required: true } => ({
  zh,
  form,
  required: true
})

type Keys = { readonly [en: string]: Key<unknown> }
type ValueOf<K> = K extends Key<infer A> ? A : never
/** What a record of these keys is read into. */
export type RecordOf<K extends Keys> = {
  readonly [P in keyof K as K[P]["required"] extends true ? P : never]: ValueOf<K[P]>
} & { readonly [P in keyof K as K[P]["required"] extends true ? never : P]?: ValueOf<K[P]> }

/** A record of known keys; each is written under either of its names, and a key that is none of them is a finding. */
export const record = <K extends Keys>(keys: K): Form<RecordOf<K>> => {
  const byName = new Map(Object.entries(keys).flatMap(([en, { zh }]) => [[en, en] as const, [zh, en] as const]))
  const entries = Object.entries(keys)
  return {
    write: (value) =>
      Object.fromEntries(
        entries.flatMap(([en, { form, zh }]) => {
          const said = (value as { readonly [en: string]: unknown })[en]
          return said === undefined ? [] : [[zh, form.write(said)]]
        })
      ),
    read: (value, at, say) => {
      if (!isRecord(value)) {
        const some = entries.slice(0, 4).map(([, { zh }]) => zh)
        return say(
          at,
          `此处应分项写明（如${some.join("、")}）`,
          `a group of keys belongs here (such as ${some.join(", ")})`
        )
      }
      const read: { [en: string]: unknown } = {}
      let whole = true
      for (const [name, item] of Object.entries(value)) {
        const en = byName.get(name.trim())
        if (en === undefined) {
          unknownWord(say, [...at, name], { zh: "此处可用的项", en: "a key that belongs here" }, name, [
            ...byName.keys()
          ])
          whole = false
        } else if (Object.hasOwn(read, en)) {
          say([...at, name], `“${name}”与同义的另一项重复`, `"${name}" repeats a key under its other name`)
          whole = false
        } else if (item === "") {
          read[en] = undefined
          whole = false
          say(
            [...at, name],
            "没有写内容：已知没有的写“无”，不知道的删去此项",
            `nothing is written: "none" for what is known not to exist; leave out what is unknown`
          )
        } else {
          read[en] = (keys[en] as Key<unknown>).form.read(item, [...at, name], say)
          whole &&= read[en] !== undefined
        }
      }
      for (const [en, { required, zh }] of entries) {
        if (!required || Object.hasOwn(read, en)) continue
        say(at, `缺少“${zh}”`, `"${en}" (${zh}) is missing`)
        whole = false
      }
      return whole ? (read as unknown as RecordOf<K>) : undefined
    },
    schema: (defs) => ({
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(
        entries.flatMap(([en, { form, zh }]) => {
          const schema = form.schema(defs)
          return zh === en
            ? [[en, schema]]
            : [
                [zh, schema],
                [en, schema]
              ]
        })
      ),
      ...demanded(entries.filter(([, { required }]) => required).map(([en, { zh }]) => [zh, en]))
    })
  }
}

const demanded = (names: ReadonlyArray<ReadonlyArray<string>>): JsonSchema =>
  names.length === 0 ? {} : { allOf: names.map((either) => ({ anyOf: either.map((name) => ({ required: [name] })) })) }

/** One of two ways of writing the same thing, told apart by a look at the value, as written or as read. */
export const either = <A, B>(first: Form<A>, second: Form<B>, isFirst: (value: unknown) => boolean): Form<A | B> => ({
  write: (value) => (isFirst(value) ? first.write(value as A) : second.write(value as B)),
  read: (value, at, say) => (isFirst(value) ? first.read(value, at, say) : second.read(value, at, say)),
  schema: (defs) => ({ anyOf: [first.schema(defs), second.schema(defs)] })
})

/** What was read, made into something else, and the way back. */
export const into = <A, B>(
  form: Form<A>,
  make: (a: A, at: Path, say: Say) => B | undefined,
  back: (b: B) => A
): Form<B> => ({
  write: (value) => form.write(back(value)),
  read: (value, at, say) => {
    const read = form.read(value, at, say)
    return read === undefined ? undefined : make(read, at, say)
  },
  schema: form.schema
})

/** The same form, described once in the JSON Schema under a name of its own. */
export const defined = <A>(name: string, form: Form<A>): Form<A> => ({
  read: form.read,
  write: form.write,
  schema: (defs) => {
    if (!Object.hasOwn(defs, name)) {
      defs[name] = {}
      defs[name] = form.schema(defs)
    }
    return { $ref: `#/$defs/${name}` }
  }
})
