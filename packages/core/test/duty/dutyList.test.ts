import { dayOf, days, defaultProfiles, histories } from "@banfa/testing/project"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { caseOf, type DutyQuery, dutyList } from "../../src/duty/index.ts"
import { type Profile, textOnly } from "../../src/profile/Profile.ts"
import { sampleLayer } from "../../src/profile/sample.ts"
import { duties, fold, subject } from "../../src/project/index.ts"
import { asked, law, lineOf, onDay } from "../law/Law.ts"
import { upToApproval, upToOpinion } from "../project/story.ts"

const day = (text: string) => text as CivilDate
const approved = caseOf(subject, fold("P1", upToApproval))
const other = caseOf(subject, { ...fold("P2", upToOpinion), region: "440106" })
const nowhere = caseOf(subject, { ...fold("P3", upToApproval), region: undefined })
const ctx = asked(day("2026-07-01"), textOnly)
const norms = (query: DutyQuery, cases = [approved, other]) =>
  dutyList(cases, query, ctx).rows.map((row) => `${row.case} ${row.verdict.norm} ${row.verdict.instance}`)

const ruled: Profile = {
  ...textOnly,
  parameters: { "investmentFiling.within": [{ value: 30, source: sampleLayer.source, from: day("2005-02-04") }] }
}

describe("the duties over all cases", () => {
  test("are those of each case, and an empty query asks for all of them", () => {
    const all = duties(fold("P1", upToApproval), ctx).duties.map(({ verdict }) => lineOf(verdict))
    expect(
      dutyList([approved], {}, ctx)
        .rows.map(({ verdict }) => lineOf(verdict))
        .toSorted()
    ).toEqual(all.toSorted())
    expect(all.length).toBeGreaterThan(2)
  })

  test("of a construction unit are the report and the copy of every quarter that it missed, of the authority the filing (arts 11, 12)", () => {
    expect(norms({ bearer: "company" }, [approved])).toEqual([
      "P1 N12.1 quarter/2026-Q1",
      "P1 N12.1 quarter/2026-Q2",
      "P1 N12.1 quarter/2026-Q3",
      "P1 N12.2 quarter/2026-Q1",
      "P1 N12.2 quarter/2026-Q2",
      "P1 N12.2 quarter/2026-Q3"
    ])
    expect(norms({ bearer: "company", status: ["Breached"] }, [approved])).toEqual([
      "P1 N12.1 quarter/2026-Q1",
      "P1 N12.2 quarter/2026-Q1"
    ])
    expect(norms({ role: "info.any" }, [approved])).toContain("P1 N11.1 ")
    expect(norms({ role: "info.any", bearer: "company" }, [approved])).toEqual([])
  })

  test("are narrowed by region and all below it, by subject, by norm and by status", () => {
    expect(new Set(norms({ region: "440106" }).map((line) => line.slice(0, 2)))).toEqual(new Set(["P2"]))
    expect(norms({ region: "440100" })).toEqual(norms({}))
    expect(norms({ region: "440300" })).toEqual([])
    expect(norms({ region: "440100" }, [nowhere])).toEqual([])
    expect(norms({}, [nowhere]).length).toBeGreaterThan(0)
    expect(norms({ subject: "planning" })).toEqual([])
    expect(norms({ norm: "N11.1" })).toEqual(["P1 N11.1 "])
    expect(norms({ norm: "N11.1", status: ["Overdue"] })).toEqual([])
    expect(norms({ norm: "N11.1", status: ["Pending", "DueUnspecified"] })).toEqual(["P1 N11.1 "])
  })

  test("show the day of a document apart from the Measures, which fix none, and name the document (art. 11)", () => {
    const row = (profile: Profile) => dutyList([approved], { norm: "N11.1" }, asked(day("2026-04-10"), profile)).rows[0]
    expect(row(textOnly)).toMatchObject({ verdict: { status: "DueUnspecified" }, term: {} })
    expect(row(textOnly)?.term.local).toBeUndefined()
    expect(row(ruled)?.term).toEqual({ statutory: undefined, local: { day: "2026-04-29", source: sampleLayer.source } })
  })

  test("are asked for by the days on which they are due, and what has no day is not meant", () => {
    const due = (from: string, until: string) =>
      dutyList(
        [approved],
        { norm: "N11.1", due: { from: day(from), until: day(until) } },
        asked(day("2026-04-10"), ruled)
      ).rows.length
    expect([due("2026-04-29", "2026-04-29"), due("2026-04-30", "2026-05-30"), due("2026-04-01", "2026-04-28")]).toEqual(
      [1, 0, 0]
    )
    expect(dutyList([approved], { norm: "N11.1", due: {} }, ctx).rows).toEqual([])
  })

  test("come in the order of their days, those without a day last", () => {
    const dues = dutyList([other, approved], {}, asked(day("2026-04-10"), ruled)).rows.map(({ verdict }) => verdict.due)
    const dated = dues.filter((one) => one !== undefined)
    expect(dues.slice(0, dated.length)).toEqual(dated.toSorted())
    expect(dated.length).toBeGreaterThan(0)
    expect(dues.length).toBeGreaterThan(dated.length)
  })
})

law(
  "every duty of a case is in the list of whoever bears it, and in nobody else's (arts 9 to 12, 29 to 33)",
  40,
  { history: histories, n: days, profile: defaultProfiles, pick: fc.nat(30) },
  ({ history: { events }, n, pick, profile }, met) => {
    const asOf = dayOf(events, n)
    const p = onDay(events, asOf)
    const ctx = asked(asOf, profile)
    const all = duties(p, ctx).duties
    const bearers = [...new Set(all.flatMap((duty) => duty.bearers.flatMap(({ agency }) => agency ?? [])))]
    const bearer = bearers[pick % Math.max(1, bearers.length)]
    if (bearer === undefined) return
    met()
    const theirs = dutyList([caseOf(subject, p)], { bearer }, ctx).rows
    const expected = all.filter((duty) => duty.bearers.some(({ agency }) => agency === bearer))
    expect(theirs.map(({ verdict }) => lineOf(verdict)).toSorted()).toEqual(
      expected.map(({ verdict }) => lineOf(verdict)).toSorted()
    )
  }
)
