/** How facts are written at the edge, whatever they are about: ids, texts, particulars in four states, the header of every act. */
import * as Schema from "effect/Schema"
import { CivilDateSchema as Day, InstantSchema } from "../civil/schemas.ts"
import { isNormId, type NormId } from "../regulation/Norm.ts"

/** What every store takes as an id, with room for the name of the stream or the number that goes before or behind it. */
export const Id = Schema.String.check(
  Schema.isBetweenLength(1, 190, { message: "编号长 1 至 190 字 / an id has 1 to 190 characters" }),
  Schema.isPattern(/^[^\p{Cc}\p{Cs}]*$/u, { message: "编号不得含控制字符 / an id has no control characters" })
)
/** A text of a fact. */
export const Text = Schema.String.check(
  Schema.isBetweenLength(1, 10_000, { message: "文字长 1 至 10000 字 / a text has 1 to 10,000 characters" }),
  Schema.isPattern(/^\P{Cs}*$/u, { message: "文字含半个代理对 / the text holds half a surrogate pair" })
)
/** The id of an entry; one that the docket makes is the command's with a number behind it. */
const EntryId = Schema.String.check(
  Schema.isBetweenLength(1, 200, { message: "编号长 1 至 200 字 / an id has 1 to 200 characters" }),
  Schema.isPattern(/^[^\p{Cc}\p{Cs}]*$/u, { message: "编号不得含控制字符 / an id has no control characters" })
)
/** Up to 200 ids. */
export const Texts = Schema.Array(Id).check(Schema.isMaxLength(200, { message: "至多 200 项 / at most 200 items" }))
/** The code of a region, six digits. */
export const Region = Schema.String.check(
  Schema.isPattern(/^\d{6}$/u, { message: "区划代码为六位数字 / a region code has six digits" })
)
/** The id of a norm. */
export const NormIdSchema = Schema.String.check(
  Schema.makeFilter((id) => isNormId(id) || "没有这一规范编号 / there is no such norm")
) as unknown as Schema.Codec<NormId, string>

/** A particular that may be left unknown (no key), known absent (null) or not applicable. */
export const fact = <S extends Schema.Top>(schema: S) =>
  Schema.optionalKey(Schema.Union([Schema.Null, Schema.Literal("n/a"), schema]))

/**
 * The header of every fact; beside it stands the particular that names its case. `on` is the day that counts in law, `by` the agency that acted, `with` those who acted with
 * it; `recordedAt` and `recordedBy` say when and by whom it was entered. `corrects` names an earlier event that this one replaces from its
 * `recordedAt` on. `seq` orders acts of one day.
 */
export const header = {
  id: EntryId,
  on: Day,
  recordedAt: InstantSchema,
  seq: Schema.optionalKey(Schema.Int),
  by: Schema.optionalKey(Id),
  with: Schema.optionalKey(Texts),
  recordedBy: Schema.optionalKey(Id),
  corrects: Schema.optionalKey(EntryId)
}

/** The facts that every case can hold: what a person judged, and that an entry is taken back. `act` is the header with the case. */
export const recordFacts = <A extends Schema.Struct.Fields>(act: A) => ({
  Judged: {
    ...act,
    norm: NormIdSchema,
    instance: Schema.String.check(Schema.isMaxLength(300)),
    outcome: Schema.Literals(["fulfilled", "not-fulfilled"]),
    reason: fact(Text)
  },
  Retracted: { ...act, of: EntryId }
})
