import { calendarFrom, publishedCalendar } from "@banfa/calendar-china"
import { directory as directoryOf, parseDirectoryData } from "@banfa/core/agency"
import { CivilDateSchema, type WorkingCalendar } from "@banfa/core/civil"
import { compose, type Layer, sampleLayer, textOnly } from "@banfa/core/profile"
import { context, fold, quietUntil, verdicts } from "@banfa/core/project"
import { decodeEvents } from "@banfa/core/project/decode"
import { explain } from "@banfa/core/project/explain"
import { agencies } from "@banfa/testing/project"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"

const directory = Result.getOrThrow(directoryOf(Result.getOrThrow(parseDirectoryData(agencies))))
const day = (text: string) => CivilDateSchema.make(text)

/** A local document that wants the opinion within ten working days. */
const tenDays: Layer = {
  id: "ten-days",
  version: "1",
  title: { zh: "十个工作日（示例）", en: "Ten working days (a sample)" },
  source: sampleLayer.source,
  parameters: {
    "opinion.within": [{ value: { workdays: 10 }, source: sampleLayer.source, from: day("2005-02-04") }]
  }
}
const profile = Result.getOrThrow(compose(textOnly, tenDays))

/** What is said of the reply to a request for an opinion that was asked for on a day, a week later. */
const asked = (on: string, calendar: WorkingCalendar, asOf: string) => {
  const entry = { project: "P1", recordedAt: `${on}T09:00:00Z`, on }
  const facts = decodeEvents([
    { ...entry, _tag: "Drafted", id: "1", region: "440100", organ: "health", by: "health" },
    { ...entry, _tag: "Applied", id: "2", application: "A1", to: "drc", by: "health" },
    { ...entry, _tag: "OpinionRequested", id: "3", application: "A1", request: "R1", to: "info-2", by: "drc" }
  ])
  const project = fold("P1", Result.getOrThrow(facts))
  const ctx = context({ asOf: day(asOf), profile, directory, calendar })
  const answer = verdicts(project, ctx)
  const verdict = answer.verdicts.find(({ norm }) => norm === "N10.3")
  if (verdict === undefined) throw new Error("N10.3 says nothing")
  return { answer, ctx, project, verdict }
}

/** The paper for 2027, made up. */
const paper = {
  version: "sample-2027",
  source: { title: { zh: "2027年节假日安排（示例）", en: "holiday arrangement of 2027 (a sample)" }, status: "sample" },
  years: { 2027: { holidays: ["2027-01-01", "2027-05-01", "2027-10-01"], workdays: [] } }
}

describe("an opinion owed within ten working days (art. 10)", () => {
  test("is due after National Day and its make-up day of a published year", () => {
    const { answer, verdict } = asked("2026-09-25", publishedCalendar(), "2026-10-20")
    expect([verdict.status, verdict.due]).toEqual(["Overdue", "2026-10-15"])
    expect(answer.basis.calendar).toBe(publishedCalendar().version)
  })

  test("is undetermined where the days lead into a year that is not published", () => {
    const { ctx, project, verdict } = asked("2026-12-22", publishedCalendar(), "2027-03-01")
    expect([verdict.status, verdict.note, verdict.due]).toEqual(["Undetermined", "calendar-unknown", undefined])
    expect(explain(project, verdict, ctx).conclusion.zh).toContain("工作日")
  })

  test("is dated there as soon as a host supplies the paper of that year", () => {
    const calendar = Result.getOrThrow(calendarFrom(paper))
    const { answer, verdict } = asked("2026-12-22", calendar, "2027-03-01")
    expect([verdict.status, verdict.due]).toEqual(["Overdue", "2027-01-06"])
    expect(answer.basis.calendar).toBe(`${publishedCalendar().version}+sample-2027 (2027)`)
    expect(calendar.sourceOf(2027)?.title.zh).toBe("2027年节假日安排（示例）")
  })

  test("waits quietly until its last working day", () => {
    const { ctx, project, verdict } = asked("2026-10-08", publishedCalendar(), "2026-10-12")
    expect([verdict.status, verdict.due]).toEqual(["Pending", "2026-10-21"])
    expect(String(quietUntil(project, ctx))).toBe("2026-10-21")
  })
})
