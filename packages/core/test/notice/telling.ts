/** Cases of the small province and whom their facts tell what. */
import { calendar } from "@banfa/testing/project"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { caseOf, type TellingCase } from "../../src/duty/Case.ts"
import { type Notice, noticesOf, type RecordedFact } from "../../src/notice/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { context } from "../../src/verdict/context.ts"
import { caseAt } from "../../src/verdict/record.ts"
import type { Context } from "../../src/verdict/Verdict.ts"
import { now } from "../law/Law.ts"
import { subjects, who } from "../law/province.ts"

/** A subject of the small province. */
export type SubjectId = keyof typeof subjects

/** A fact on record, whatever it is about. */
export type Entry = RecordedFact & { readonly [key: string]: unknown }

/** A fact of an example: its kind, its day, and what it states; ids and instants come of the order. */
export type Said = readonly [tag: string, on: string, particulars: object]

/** Facts as they stand on record, entered on their days one after another. */
export const recorded = (subject: SubjectId, id: string, said: ReadonlyArray<Said>): ReadonlyArray<Entry> =>
  said.map(([_tag, on, particulars], i) => ({
    _tag,
    id: `${subject}-${i + 1}`,
    [subjects[subject].key]: id,
    on: on as CivilDate,
    recordedAt: `${on}T01:00:00Z`,
    seq: i + 1,
    ...particulars
  }))

/** A question on a day, by default under the text alone. */
export const onDay = (asOf: string, beside: Partial<Context> = {}): Context => ({
  ...context({ asOf: asOf as CivilDate, directory: who, calendar, profile: textOnly }),
  ...beside
})

/** A case as its facts make it. */
export const caseWith = (subject: SubjectId, id: string, facts: ReadonlyArray<Entry>, { asOf }: Context): TellingCase =>
  caseOf(subjects[subject], caseAt(subjects[subject], id, facts as never, asOf, now))

/** Whom the last of these facts tells what, on its day. */
export const lastTells = (
  subject: SubjectId,
  facts: ReadonlyArray<Entry>,
  beside?: Partial<Context>
): ReadonlyArray<Notice> => {
  const last = facts.at(-1)
  if (last === undefined) return []
  const ctx = onDay(last.recordedAt.slice(0, 10), beside)
  const id = String(last[subjects[subject].key])
  return noticesOf(caseWith(subject, id, facts, ctx), [last], [], ctx, facts)
}

/** A notice in one line: kind, norm, instance, role, agency, and the day of what is demanded. */
export const lineOf = ({ by, demanded, instance, kind, norm, to }: Notice): string =>
  [
    kind,
    norm,
    instance === "" ? "-" : instance,
    to.role,
    to.agency ?? "?",
    ...(demanded ? [`demanded${by === undefined ? "" : ` by ${by}`}`] : [])
  ].join(" ")
