/** What holds of notices whatever happened: over random histories of a project, and over a small province with cases of all subjects. */
import { type History, histories, profiles } from "@banfa/testing/project"
import { expect } from "vitest"
import norms from "../../data/norms.json" with { type: "json" }
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import { noCalendar } from "../../src/civil/WorkingCalendar.ts"
import { tellings as complaint } from "../../src/complaint/addressees.ts"
import { caseOf, type TellingCase } from "../../src/duty/Case.ts"
import { tellings as facility } from "../../src/facility/addressees.ts"
import { letterOf, type Notice, noticesOf, type RecordedFact } from "../../src/notice/index.ts"
import { tellings as organ } from "../../src/organ/addressees.ts"
import { tellings as planning } from "../../src/planning/addressees.ts"
import { tellings as project } from "../../src/project/addressees.ts"
import { subject as projects } from "../../src/project/index.ts"
import { cite } from "../../src/regulation/Citation.ts"
import { isNormId } from "../../src/regulation/Norm.ts"
import { type RoleId, roles } from "../../src/regulation/roles.ts"
import { tellings as resource } from "../../src/resource/addressees.ts"
import { tellings as standard } from "../../src/standard/addressees.ts"
import { tellings as supervision } from "../../src/supervision/addressees.ts"
import { tellings as system } from "../../src/system/addressees.ts"
import type { Silence } from "../../src/verdict/Addressed.ts"
import { type Change, compare } from "../../src/verdict/compare.ts"
import { caseAt, instant, standingAt, target } from "../../src/verdict/record.ts"
import { evaluate } from "../../src/verdict/Subject.ts"
import type { Context } from "../../src/verdict/Verdict.ts"
import { asked, law, now, sample } from "../law/Law.ts"
import { type ProvinceLaw, provinceLaws, stateOf, subjects, type World, who } from "../law/province.ts"

type Row = { readonly kind: string; readonly norm: string; readonly demanded?: string }
const tables: { readonly [subject: string]: { readonly [tag: string]: ReadonlyArray<Row> | Silence } } = {
  complaint,
  facility,
  organ,
  planning,
  project,
  resource,
  standard,
  supervision,
  system
}

/** What the data say of a norm: whose duty it is towards whom. */
const data = new Map(norms.map((row) => [row.id, row]))
const officeOf = (role: string): string => roles[role as RoleId].office

/** A case of the province, all of its facts entered together. */
const together = (w: World, one: World["province"]["cases"][number], ctx: Context = w.ctx) => {
  const facts = one.facts.filter(({ on }) => on <= w.day) as ReadonlyArray<RecordedFact>
  const state = stateOf(one, w.day)
  const made: TellingCase = caseOf(subjects[one.subject] as never, state as never)
  const changes: ReadonlyArray<Change> = compare([], evaluate(subjects[one.subject], state, ctx))
  return { facts, made, changes, notices: noticesOf(made, facts, changes, ctx, facts) }
}

const each = (
  title: string,
  floor: number,
  holds: (notice: Notice, w: World, facts: ReadonlyArray<RecordedFact>) => boolean
): ProvinceLaw => ({
  title,
  floor,
  holds: (w, met) => {
    for (const one of w.province.cases) {
      const { facts, notices } = together(w, one)
      for (const notice of notices) if (holds(notice, w, facts)) met()
    }
  }
})

const isAct = (notice: Notice): boolean => notice.fact !== undefined

const demanding: ReadonlyArray<string> = [
  "N6.3",
  "N7.2",
  "N8.3",
  "N10.1",
  "N11.2",
  "N12.1",
  "N12.2",
  "N12.3",
  "N31.2",
  "N32.2"
]

provinceLaws(0.2, [
  each(
    "no notice without a norm of the Measures and its article, and none under a norm that is none",
    1000,
    ({ norm }) => {
      expect(isNormId(norm) && cite(norm).article.zh).toMatch(/^第.+条$/u)
      return true
    }
  ),
  each(
    "every notice of an act stands in the table of its subject, and nobody is told of what tells nobody",
    500,
    (notice) => {
      if (!isAct(notice)) return false
      const told = tables[notice.case.subject]?.[notice.act ?? ""] ?? []
      expect(typeof told, `${notice.case.subject} ${notice.act}`).toBe("object")
      const rows = (typeof told === "string" ? [] : told).filter(
        ({ kind, norm }) => kind === notice.kind && norm === notice.norm
      )
      expect(rows.length).toBeGreaterThan(0)
      expect(rows.some(({ demanded }) => (demanded !== undefined) === notice.demanded)).toBe(true)
      return true
    }
  ),
  each(
    "only what the Measures themselves demand is demanded, and it goes to an authority that its sentence names",
    100,
    (notice) => {
      if (!notice.demanded) return false
      expect(demanding).toContain(notice.norm)
      const named = (data.get(notice.norm)?.counterparty ?? []).map(officeOf)
      expect(named, notice.norm).toContain(officeOf(notice.to.role))
      return true
    }
  ),
  each("nobody is told of its own act", 500, (notice, { ctx }, facts) => {
    const fact = facts.find(({ id }) => id === notice.fact)
    if (fact?.by === undefined || notice.to.agency === undefined) return false
    expect(notice.to.agency).not.toBe(ctx.directory.successorOn(fact.by, ctx.asOf))
    return true
  }),
  each(
    "a recipient is an agency as it stands on the day, never one that another has succeeded",
    500,
    (notice, { ctx }) => {
      if (!isAct(notice) || notice.to.agency === undefined) return false
      expect(ctx.directory.successorOn(notice.to.agency, ctx.asOf)).toBe(notice.to.agency)
      return true
    }
  ),
  {
    title: "a notice has one id, the same when it is worked out again and from facts in another order",
    floor: 1000,
    holds: (w, met) => {
      for (const one of w.province.cases) {
        const { changes, facts, made, notices } = together(w, one)
        expect(new Set(notices.map(({ id }) => id)).size).toBe(notices.length)
        expect(noticesOf(made, facts.toReversed(), changes.toReversed(), w.ctx, facts.toReversed())).toEqual(notices)
        for (const { id } of notices) {
          expect(id.length <= 700 && !/\p{Cc}/u.test(id), id).toBe(true)
          met()
        }
      }
    }
  },
  {
    title: "two cases never have a notice of the same id",
    floor: 500,
    holds: (w, met) => {
      const ids = w.province.cases.flatMap((one) => together(w, one).notices.map(({ id }) => id))
      expect(new Set(ids).size).toBe(ids.length)
      met(ids.length)
    }
  },
  {
    title: "without a calendar the same acts tell the same recipients",
    floor: 500,
    holds: (w, met) => {
      for (const one of w.province.cases) {
        const acts = (notices: ReadonlyArray<Notice>) =>
          notices.filter(isAct).map(({ demanded, id }) => ({ demanded, id }))
        const without = acts(together(w, one, { ...w.ctx, calendar: noCalendar }).notices)
        expect(without).toEqual(acts(together(w, one).notices))
        met(without.length)
      }
    }
  },
  each(
    "a letter holds the sentence of the Measures word for word, in both languages without a control character",
    1000,
    (notice) => {
      const { article, body, quote, title } = letterOf(notice, who)
      expect(isNormId(notice.norm) && [article, quote]).toEqual(
        isNormId(notice.norm) && [cite(notice.norm).article, cite(notice.norm).quote]
      )
      for (const { en, zh } of [title, ...body]) {
        expect(/\p{Script=Han}/u.test(zh) && /[a-z]/iu.test(en)).toBe(true)
        expect(/\p{Cc}/u.test(zh + en)).toBe(false)
      }
      expect(body.map(({ zh }) => zh).join("")).not.toContain("违法")
      return true
    }
  )
])

/** What a history told, command by command: entries of one instant are entered together. */
const told = ({ events }: History, ctx: (asOf: CivilDate) => Context) => {
  const instants = [...new Set(events.map(({ recordedAt }) => instant(recordedAt)))].toSorted()
  return instants.map((at) => {
    const record = events.filter((e) => instant(e.recordedAt) <= at)
    const facts = record.filter((e) => instant(e.recordedAt) === at)
    const asOf = [at.slice(0, 10) as CivilDate, ...facts.map(({ on }) => on)].toSorted().at(-1) as CivilDate
    const one = caseOf(projects, caseAt(projects, "P1", record, asOf, at))
    return { at, asOf, notices: noticesOf(one, facts, [], ctx(asOf), record) }
  })
}

law(
  "whoever was told of an entry that was taken back or corrected is told of that afterwards",
  5,
  { history: histories, profile: profiles },
  ({ history, profile }, met) => {
    const course = told(history, (asOf) => asked(asOf, profile))
    const latest = addDays(
      course
        .map(({ asOf }) => asOf)
        .toSorted()
        .at(-1) ?? ("2026-01-01" as CivilDate),
      1
    )
    const stands = new Set(standingAt(history.events, () => true, latest, now).map(({ id }) => id))
    // nobody is told of its own act, nor of an act of whoever it has become
    const takers = history.events.filter((e) => target(e) !== undefined)
    const became = (agency: string | undefined) =>
      agency === undefined ? undefined : sample.successorOn(agency, latest)
    const actors = new Set(takers.map(({ by }) => became(by)))
    for (const [i, { notices }] of course.entries())
      for (const notice of notices) {
        const entry = history.events.find(({ id }) => id === notice.fact)
        if (notice.act === "Retracted" || entry?._tag === "Retracted" || stands.has(notice.fact ?? "")) continue
        const recipient = became(notice.to.agency)
        if (recipient !== undefined && (recipient === became(entry?.by) || actors.has(recipient))) continue
        const later = course.slice(i + 1)
        const again = later.some((then) =>
          then.notices.some(
            (one) =>
              one.kind === notice.kind &&
              one.to.role === notice.to.role &&
              (notice.to.agency === undefined || one.to.agency === sample.successorOn(notice.to.agency, then.asOf))
          )
        )
        expect(again, `${notice.id} of ${notice.fact}`).toBe(true)
        met()
      }
  }
)

law(
  "command by command no notice has the id of another, and each is the same when the outbox is read again",
  90,
  { history: histories, profile: profiles },
  ({ history, profile }, met) => {
    const course = told(history, (asOf) => asked(asOf, profile))
    const ids = course.flatMap(({ notices }) => notices.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(told(history, (asOf) => asked(asOf, profile))).toEqual(course)
    if (ids.length > 0) met()
  }
)
