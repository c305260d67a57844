/** What a deployment sets about its notices, as it is written down: which it silences, sends elsewhere, or sends to others as well. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { isNormId } from "../regulation/Norm.ts"
import { isRoleId, type RoleId } from "../regulation/Role.ts"
import type { Text } from "../regulation/Text.ts"
import { badInputs } from "../verdict/BadInput.ts"
import { Region } from "../verdict/factSchemas.ts"
import type { Verdict } from "../verdict/Verdict.ts"
import { noticeKinds } from "./Notice.ts"

const shown = (text: string): string => text.slice(0, 40)

const Norm = Schema.String.check(
  Schema.makeFilter(
    (id) => isNormId(id) || /^local:./u.test(id) || `没有这一规范编号 / there is no such norm: ${shown(id)}`
  )
) as unknown as Schema.Codec<Verdict["norm"], string>
const Role = Schema.String.check(
  Schema.makeFilter((id) => isRoleId(id) || `没有这一角色 / there is no such role: ${shown(id)}`)
) as unknown as Schema.Codec<RoleId, string>
const Agency = Schema.String.check(
  Schema.isPattern(/^\P{Cc}{1,190}$/u, {
    message:
      "机构标识须为 1 至 190 个字符，不含控制字符 / the id of an agency has 1 to 190 characters and no control characters"
  })
)
const RuleId = Schema.String.check(
  Schema.isPattern(/^\P{Cc}{1,100}$/u, {
    message:
      "规则编号须为 1 至 100 个字符，不含控制字符 / the id of a rule has 1 to 100 characters and no control characters"
  })
)
const Words = Schema.String.check(
  Schema.isBetweenLength(1, 1_000, { message: "文字长 1 至 1000 字 / a text has 1 to 1,000 characters" })
)
const Reason = Schema.Struct({ zh: Words, en: Words })

const someOf = <S extends Schema.Top>(schema: S) =>
  Schema.optionalKey(
    Schema.Array(schema).check(
      Schema.isBetweenLength(1, 200, { message: "应有 1 至 200 项 / there are 1 to 200 items" })
    )
  )

/** Which notices a rule is about: those that meet all of what it names. A rule that names nothing is about every notice. */
const Meant = Schema.Struct({
  /** Of one of these kinds. */
  kind: someOf(Schema.Literals(noticeKinds)),
  /** Resting on one of these norms. */
  norm: someOf(Norm),
  /** To one of these roles. */
  role: someOf(Role),
  /** To one of these agencies. */
  agency: someOf(Agency)
})

/** Somebody who is told instead or as well: an agency, or whoever fills a role for a region on the day of the notice. */
const Recipient = Schema.Union([Schema.Struct({ agency: Agency }), Schema.Struct({ role: Role, region: Region })])

const head = { id: RuleId, when: Meant }

const Silence = Schema.Struct({ ...head, do: Schema.Literal("silence"), reason: Reason })
const Redirect = Schema.Struct({ ...head, do: Schema.Literal("redirect"), to: Recipient, reason: Reason })
const Add = Schema.Struct({
  ...head,
  do: Schema.Literal("add"),
  to: Schema.Array(Recipient).check(
    Schema.isBetweenLength(1, 100, { message: "应有 1 至 100 项 / there are 1 to 100 items" })
  )
})
const Rule = Schema.Union([Silence, Redirect, Add])

const Rules = Schema.Array(Rule).check(
  Schema.isMaxLength(1_000, { message: "至多 1000 条规则 / at most 1,000 rules" }),
  Schema.makeFilter((rules) => {
    const ids = rules.map(({ id }) => id)
    const twice = ids.find((id, i) => ids.indexOf(id) !== i)
    return twice === undefined || `规则编号重复 / two rules have the same id: ${shown(twice)}`
  })
)

const Policy = Schema.Struct({
  /** Names this state of the rules. */
  version: RuleId,
  /** Of those that silence or redirect the first that is about a notice decides; those that add all do. */
  rules: Rules
})

/** Which notices a rule is about. */
export type Meant = typeof Meant.Type
/** Somebody who is told instead or as well. */
export type PolicyRecipient = typeof Recipient.Type
/** One rule of a policy; `do` says what it does with the notices that `when` is about. */
export type PolicyRule = typeof Rule.Type
/** What a deployment sets about its notices. */
export type NoticePolicy = typeof Policy.Type

/** Without rules: every notice goes to whom it is for. */
export const noPolicy: NoticePolicy = { version: "none", rules: [] }

/** One thing that is wrong with a policy: where, and what. */
const BadRule = Schema.Struct({ path: Schema.String, zh: Schema.String, en: Schema.String })

/** A policy that is none: every finding, with its place. */
export class NoticePolicyInvalid extends Schema.TaggedError<NoticePolicyInvalid>()("NoticePolicyInvalid", {
  /** Each with the path inside the policy, `rules.3.when.norm.0`. */
  findings: Schema.Array(BadRule)
}) {
  /** For people. */
  get text(): Text {
    const all = (language: keyof Text) => this.findings.map((f) => `${f.path} ${f[language]}`.trim()).join("; ")
    return { zh: `告知规则不合格式：${all("zh")}`, en: `the policy of notices is malformed: ${all("en")}` }
  }
  override get message(): string {
    return `${this.text.zh} / ${this.text.en}`
  }
}

const decode = Schema.decodeUnknownResult(Policy, { errors: "all", onExcessProperty: "error" })

/** Reads a policy from JSON that was parsed, or says all that is wrong with it. A key that is misspelt is refused: nothing is silently left out. */
export const noticePolicy = (input: unknown): Result.Result<NoticePolicy, NoticePolicyInvalid> =>
  Result.mapError(decode(input), ({ issue }) => new NoticePolicyInvalid({ findings: badInputs(issue) }))
