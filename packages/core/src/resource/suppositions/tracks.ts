/** What may turn out about the tags, the disclosure, the truth and the charges of a resource. @article 22 @article 23 */
import type { Amount } from "../../civil/Amount.ts"
import type { CivilDate } from "../../civil/CivilDate.ts"
import { dayText } from "../../civil/dayText.ts"
import type { Suppose, Supposition } from "../../explanation/Inquiry.ts"
import { completeIn } from "../../explanation/supposedStates.ts"
import { either, supposed } from "../../explanation/supposing.ts"
import type { Text } from "../../regulation/Text.ts"
import { inDecision } from "../../verdict/decisions.ts"
import { known } from "../../verdict/Fact.ts"
import { commencement } from "../../verdict/Rule.ts"
import type { Context, Verdict } from "../../verdict/Verdict.ts"
import type { EventTag } from "../Event.ts"
import type { Classification, Fee, Resource, Turn } from "../Resource.ts"
import { beginning, inOrder, laterDay } from "../tracks.ts"

/** A statement that nobody made, first of its day. */
export const turnOn = (on: CivilDate, kind: EventTag): Turn => ({ id: `${on}#${supposed}`, on, kind })

/** The first day of which a resource tells under the Measures, or the day asked. */
export const firstDay = (r: Resource, ctx: Context): CivilDate =>
  laterDay(beginning(r, ctx.asOf)?.on ?? ctx.asOf, commencement)

/** Done on the first day that fits, or on the day asked, or not at all. */
export const doneOrNot = (
  v: Verdict,
  ctx: Context,
  done: { readonly zh: (day: string) => string; readonly en: (day: string) => string },
  not: Text,
  state: (on: CivilDate | undefined) => Resource
): ReadonlyArray<Supposition<Resource>> => {
  const days = new Set([v.trigger?.on ?? ctx.asOf, ctx.asOf])
  return [
    ...[...days].map((on) => ({ answer: { zh: done.zh(dayText(on).zh), en: done.en(on) }, state: state(on) })),
    { answer: not, state: state(undefined) }
  ]
}

/** The case with tags stated from a day on; what a later classification states goes before. */
const tagging = (r: Resource, on: CivilDate, tags: Partial<Classification>): Resource => {
  const row: Classification = {
    ...turnOn(on, "ResourceClassified"),
    database: undefined,
    licensing: undefined,
    collaborative: undefined,
    crossDept: undefined,
    crossRegion: undefined,
    disclosable: undefined,
    ground: undefined,
    ...tags
  }
  const before = r.classifications.filter((c) => c.on < on)
  return { ...r, classifications: [...before, row, ...r.classifications.slice(before.length)] }
}

/** Whether a tag holds, and where a period may run from it, since when: the first day that fits, and the day asked. */
export const tag =
  (
    name: "database" | "licensing" | "collaborative" | "crossDept" | "crossRegion",
    yes: Text,
    no: Text,
    dated = false
  ): Suppose<Resource> =>
  (r, _v, ctx) => {
    const first = firstDay(r, ctx)
    const without = { answer: no, state: tagging(r, first, { [name]: false }) }
    if (!dated) return [{ answer: yes, state: tagging(r, first, { [name]: true }) }, without]
    const since = [...new Set([first, ctx.asOf])].map((on) => ({
      answer: { zh: `自${dayText(on).zh}起${yes.zh}`, en: `${yes.en}, since ${on}` },
      state: tagging(r, on, { [name]: true })
    }))
    return [...since, without]
  }

/** Whether the information can be disclosed, and on what ground not. */
export const disclosable: Suppose<Resource> = (r, _v, ctx) => [
  {
    answer: { zh: "可对外公开", en: "it can be disclosed" },
    state: tagging(r, firstDay(r, ctx), { disclosable: true })
  },
  {
    answer: { zh: "不能对外公开，已记明依据", en: "it cannot be disclosed, and the ground is recorded" },
    state: tagging(r, firstDay(r, ctx), { disclosable: false, ground: supposed })
  },
  {
    answer: { zh: "不对外公开，未记明依据", en: "it is withheld without a recorded ground" },
    state: tagging(r, firstDay(r, ctx), { disclosable: false, ground: null })
  }
]

/** Whether a ground is on record why the information is withheld. */
export const disclosableGround: Suppose<Resource> = (r) =>
  either(
    { zh: "已记明不对外公开的依据", en: "the ground for withholding it is recorded" },
    { zh: "未记明不对外公开的依据", en: "no ground for withholding it is recorded" },
    (holds) => ({
      ...r,
      classifications: r.classifications.map((c) =>
        c.ground === undefined ? { ...c, ground: holds ? supposed : null } : c
      )
    })
  )

/** When the information was produced. */
export const produced: Suppose<Resource> = (r, _v, ctx) =>
  [...new Set([firstDay(r, ctx), ctx.asOf])]
    .map((on) => ({
      answer: { zh: `产生于${dayText(on).zh}`, en: `it was produced on ${on}` },
      state: { ...r, produced: on }
    }))
    .concat([
      {
        answer: { zh: "产生于《办法》施行之前", en: "it was produced before the Measures took force" },
        state: { ...r, produced: "2005-02-03" as CivilDate }
      }
    ])

/** Whether, and when, the information was published. */
export const publication: Suppose<Resource> = (r, v, ctx) =>
  doneOrNot(
    v,
    ctx,
    { zh: (day) => `已于${day}以电子化形式向社会公开`, en: (day) => `it was published electronically on ${day}` },
    { zh: "未公开", en: "it was not published" },
    (on) => {
      const whole = completeIn(r, "publication")
      if (on === undefined) return whole
      const row = { ...turnOn(on, "ResourceOpened"), audience: "public", electronic: true } as const
      return { ...whole, openings: inOrder([...r.openings, row]) }
    }
  )

/** To whom what was opened was opened, and how. */
export const publishedTo: Suppose<Resource> = (r) =>
  either(
    { zh: "以电子化形式向社会开放", en: "opened to the public, electronically" },
    { zh: "并非以电子化形式向社会开放", en: "not opened to the public electronically" },
    (holds) => ({
      ...completeIn(r, "publication"),
      openings: r.openings.map((o) => {
        const sure = o.audience !== undefined && o.electronic !== undefined
        return sure ? o : { ...o, audience: holds ? "public" : "government", electronic: holds }
      })
    })
  )

/** Whether the information was checked, and what was found. */
export const verification: Suppose<Resource> = (r, _v, ctx) => [
  {
    answer: { zh: "已核验，信息真实", en: "it was verified and is true" },
    state: { ...r, checks: [...r.checks, turnOn(ctx.asOf, "ResourceVerified")] }
  },
  {
    answer: { zh: "经核验信息不真实，尚未更正", en: "it was found false and has not been corrected" },
    state: { ...r, falsities: [...r.falsities, { id: supposed, found: turnOn(ctx.asOf, "ResourceFalsityConfirmed") }] }
  }
]

/** Whether the resource is shared inside government, or why not. */
export const internalSharing: Suppose<Resource> = (r, _v, ctx) => {
  const stated = (shared: boolean, ground: string | null): Resource => ({
    ...r,
    internal: [...r.internal, { ...turnOn(ctx.asOf, "ResourceSharedInternally"), shared, ground }]
  })
  return [
    { answer: { zh: "已在政府内部共享", en: "it is shared inside government" }, state: stated(true, null) },
    {
      answer: { zh: "未共享，已记明不能共享的理由", en: "it is not shared, and the reason is recorded" },
      state: stated(false, supposed)
    },
    {
      answer: { zh: "未共享，未记明理由", en: "it is not shared, and no reason is recorded" },
      state: stated(false, null)
    }
  ]
}

/** Whether a fee is charged, and on what ground. */
export const fee: Suppose<Resource> = (r, v, ctx) => {
  const charging = (charge: Pick<Fee, "amount" | "ground" | "legalBasis">): Resource =>
    v.instance === ""
      ? { ...r, fees: [...r.fees, { ...turnOn(ctx.asOf, "ResourceFeeSet"), ...charge }] }
      : {
          ...r,
          sharings: r.sharings.map((s) =>
            inDecision(s, v.instance, (one) =>
              known(one.decision) ? { ...one, decision: { ...one.decision, ...charge } } : one
            )
          )
        }
  const amount = "1.00" as Amount
  return [
    {
      answer: { zh: "不收费", en: "no fee is charged" },
      state: charging({ amount: null, ground: null, legalBasis: null })
    },
    {
      answer: { zh: "收费，已记明理由和法律依据", en: "a fee is charged, with ground and legal basis on record" },
      state: charging({ amount, ground: supposed, legalBasis: supposed })
    },
    {
      answer: { zh: "收费，未记明理由或者法律依据", en: "a fee is charged without ground or legal basis" },
      state: charging({ amount, ground: null, legalBasis: null })
    }
  ]
}
