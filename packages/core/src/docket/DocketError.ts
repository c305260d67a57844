/** What the docket answers instead of doing: each error has its `text` in Chinese and in English; `message` is both. */
import * as Data from "effect/Data"
import type { ReasonText } from "../explanation/reasonText.ts"
import { subjectNames } from "../explanation/subjectNames.ts"
import type { Text } from "../regulation/Text.ts"
import { advice as outcomes } from "../regulation/terms.ts"
import type { Advice } from "../verdict/Advice.ts"
import type { CaseRef } from "./subjects.ts"

const both = ({ en, zh }: Text): string => `${zh} ${en}`

/** The acts were not Allowed, not even with notice. Nothing was stored; `reasons` lists every reason with article, quote and remedy. */
export class Refused extends Data.TaggedError("Refused")<{
  /** The case that the acts are about. */
  readonly case: CaseRef
  /** The advice that did not allow them. */
  readonly advice: Advice
  /** Every reason, in words. */
  readonly reasons: ReadonlyArray<ReasonText>
}> {
  /** For people. */
  get text(): Text {
    const because = (language: keyof Text) =>
      this.reasons
        .map((r) => `${r.article === undefined ? "" : `${r.article[language]} `}${r.text[language]}`)
        .join(language === "zh" ? "；" : "; ")
    const outcome = outcomes[this.advice.outcome]
    return {
      zh: `${outcome.zh}，未存入任何内容：${because("zh")}。`,
      en: `${outcome.en}; nothing was stored: ${because("en")}.`
    }
  }
  override get message(): string {
    return both(this.text)
  }
}

/** Whoever enters the facts may not enter any. Nothing was stored. `by` is who wanted to, `on` the day of entry. */
export class NotARecorder extends Data.TaggedError("NotARecorder")<{ readonly by: string; readonly on: string }> {
  /** For people. */
  get text(): Text {
    return {
      zh: `“${this.by}”于${this.on}无权录入事实，未存入任何内容；录入权限由部署单位授予。`,
      en: `"${this.by}" may not enter facts on ${this.on}; nothing was stored. The deployment grants the right to enter.`
    }
  }
  override get message(): string {
    return both(this.text)
  }
}

/**
 * The command is not one that can be decided: no acts, acts about several cases, or an entry instant that is none. `text` says which;
 * nothing was stored.
 */
export class InvalidCommand extends Data.TaggedError("InvalidCommand")<{ readonly text: Text }> {
  override get message(): string {
    return both(this.text)
  }
}

/** The question names no day, no instant or no subject that exists: `text` says which. */
export class InvalidQuestion extends Data.TaggedError("InvalidQuestion")<{ readonly text: Text }> {
  override get message(): string {
    return both(this.text)
  }
}

/** A stored event is not a fact that this version can read. Nothing that rests on it can be answered until that is mended. */
export class StoredFactUnreadable extends Data.TaggedError("StoredFactUnreadable")<{
  /** The stream that holds it. */
  readonly stream: string
  /** What cannot be read: the version of the event in its stream, and the path inside it. */
  readonly findings: ReadonlyArray<{
    readonly version: number
    readonly path: string
    readonly zh: string
    readonly en: string
  }>
}> {
  /** For people. */
  get text(): Text {
    const all = (language: keyof Text) => this.findings.map((f) => `#${f.version} ${f.path} ${f[language]}`).join("; ")
    return {
      zh: `事件流 ${this.stream} 中有本版本不能读取的记录：${all("zh")}。`,
      en: `Stream ${this.stream} holds records that this version cannot read: ${all("en")}.`
    }
  }
  override get message(): string {
    return both(this.text)
  }
}

/** No norm says anything about this instance on this day, so there is nothing to explain. */
export class NoSuchVerdict extends Data.TaggedError("NoSuchVerdict")<{
  /** The case asked about. */
  readonly case: CaseRef
  /** The norm asked about. */
  readonly norm: string
  /** The instance asked about, as verdicts name it. */
  readonly instance: string
}> {
  /** For people. */
  get text(): Text {
    const { id, subject } = this.case
    const { en, zh } = subjectNames[subject]
    return {
      zh: `${zh} ${id} 当日没有 ${this.norm}（${this.instance}）的结论。`,
      en: `On that day ${this.norm} (${this.instance}) says nothing about ${en} ${id}.`
    }
  }
  override get message(): string {
    return both(this.text)
  }
}

const unindexed = {
  "no-read-side": {
    zh: "所用存储不保存索引，不能就全部案件询问",
    en: "the store keeps no indexes, so nothing can be asked over all its cases"
  },
  behind: {
    zh: "索引尚未包含全部案件，须先由事件重建",
    en: "the indexes do not know every case: they have to be rebuilt from the events first"
  }
} as const

/**
 * What is asked over all cases cannot be answered from the indexes, for a `reason`: the store keeps none, or there are events of which they do
 * not know, since something was appended past the docket, or the indexes were deleted. Then `rebuild` makes them anew.
 */
export class NotIndexed extends Data.TaggedError("NotIndexed")<{ readonly reason: keyof typeof unindexed }> {
  /** For people. */
  get text(): Text {
    return { zh: `${unindexed[this.reason].zh}。`, en: `${unindexed[this.reason].en}.` }
  }
  override get message(): string {
    return both(this.text)
  }
}
