import {
  complaintId,
  dayOf,
  days,
  defaultProfiles,
  floods,
  histories,
  lawfulHistories,
  profiles,
  readingOptions
} from "@banfa/testing/complaint"
import { calendar } from "@banfa/testing/project"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import * as words from "../../src/complaint/explain.ts"
import { advise, type Event, organOn, subject } from "../../src/complaint/index.ts"
import { standing } from "../../src/complaint/Lifecycle.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { known } from "../../src/verdict/Fact.ts"
import { doors, type Known } from "./common/Known.ts"
import { commonLaws, witnesses } from "./commonLaws.ts"
import { beyondScope, law, lineOf, readingsBearing, sample } from "./Law.ts"

const complaints: Known<ReturnType<typeof subject.fold>, Event> = {
  arts: "art. 21",
  subject,
  stages: () => standing.stages,
  histories,
  floods,
  profiles,
  id: () => complaintId,
  directory: sample,
  calendar,
  words,
  askedEarly: (name) => name === "receipt" || name === "calendar",
  floors: { enteredAfter: 0, inForce: 0.1 }
}
commonLaws(complaints)

const { asked, onDay, says: saysAll } = doors(complaints)
const says: typeof saysAll = (events, day, profile) => beyondScope(saysAll(events, day, profile))

law(
  "under the text alone no complaint is ever late, however long nobody deals with it (art. 21)",
  50,
  { history: histories, n: days, wait: fc.nat(10_000) },
  ({ history: { events }, n, wait }, met) => {
    for (const v of says(events, addDays(dayOf(events, n), wait), textOnly)) {
      met()
      expect(["DueUnspecified", "Fulfilled", "Undetermined", "NotApplicable"], lineOf(v)).toContain(v.status)
      expect(v.due, lineOf(v)).toBeUndefined()
      expect(v.intervals, lineOf(v)).toBeUndefined()
    }
  }
)

law(
  "a complaint is never a breach, whatever document sets a period and whatever becomes of it (art. 21)",
  60,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    for (const v of says(events, dayOf(events, n), profile)) {
      met()
      expect(v.status, lineOf(v)).not.toBe("Breached")
      for (const { status } of v.intervals ?? []) expect(status, lineOf(v)).toBe("Overdue")
    }
  }
)

law(
  "it is fulfilled by acceptance, or by a refusal with its reason, and by nothing else on record (art. 21)",
  20,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const c = onDay(events, day)
    const answered = known(c.accepted) || c.refusals.some(({ reason }) => known(reason))
    for (const v of says(events, day, profile)) {
      if (v.status === "Fulfilled" || v.status === "FulfilledLate") {
        met()
        expect(answered, lineOf(v)).toBe(true)
        expect(["ComplaintAccepted", "ComplaintRefused"]).toContain(v.act?.kind)
      }
      if (answered && !known(c.withdrawn)) expect(v.status, lineOf(v)).toMatch(/^(Fulfilled|Undetermined)/u)
    }
  }
)

law(
  "a refusal with no reason is remarked on until the complaint is answered, and answers nothing (art. 21)",
  2,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const c = onDay(events, day)
    const reasons = c.refusals.map(({ reason }) => known(reason))
    const finding = reasons.length > 0 && !reasons.includes(true) && !known(c.accepted)
    for (const v of says(events, day, profile)) {
      if (v.note === "reason-missing") expect(finding, lineOf(v)).toBe(true)
      if (!finding || !known(c.received)) continue
      met()
      expect(["reason-missing", "calendar-unknown"], lineOf(v)).toContain(v.note)
      expect(v.status, lineOf(v)).not.toMatch(/^Fulfilled/u)
    }
  }
)

law(
  "accepting is never barred: the organ that has the complaint may always accept it (art. 21)",
  50,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const c = onDay(events, day)
    const by = organOn(c, { directory: sample }, day)
    if (by === undefined || day < "2005-02-04") return
    met()
    const act = {
      _tag: "ComplaintAccepted",
      id: "new",
      complaint: c.id,
      on: day,
      recordedAt: `${day}T03:00:00Z`,
      by,
      seq: 999
    }
    const { outcome, reasons } = advise(c, act as Event, asked(day, profile))
    expect(["Allowed", "AllowedWithNotice"], JSON.stringify(reasons)).toContain(outcome)
  }
)

law(
  "what is done after acceptance changes nothing about it: assigned, replied to, reopened, closed, judged (art. 21)",
  30,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const beside = ["ComplaintAssigned", "ComplaintReplied", "ComplaintReopened", "ComplaintClosed", "Judged"]
    const plain = events.filter((e) => !beside.includes(e._tag))
    if (plain.length < events.length) met()
    expect(says(plain, day, profile).map(lineOf)).toEqual(says(events, day, profile).map(lineOf))
  }
)

law(
  "a redirection changes who answers and never what is owed (art. 21)",
  20,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const kept = events.filter((e) => e._tag !== "ComplaintRedirected")
    if (onDay(events, day).redirections.length > 0) met()
    expect(says(kept, day, profile).map(lineOf)).toEqual(says(events, day, profile).map(lineOf))
  }
)

law(
  "what is open is borne by the organ that has the complaint on the day asked: the last one redirected to, or the one complained to (art. 21)",
  12,
  { history: histories, n: days, profile: defaultProfiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const c = onDay(events, day)
    for (const v of says(events, day, profile)) {
      if (!["Pending", "DueUnspecified", "Overdue"].includes(v.status)) continue
      met()
      const last = c.redirections.at(-1)
      const whose = last === undefined ? c.organ : last.to
      const agency = known(whose) ? sample.successorOn(whose, day) : undefined
      expect(subject.owing(v, c, asked(day, profile))).toEqual([{ role: "organ.any", agency }])
    }
  }
)

law(
  "withdrawn before it was late nothing is owed; withdrawn late the lateness stays on record (art. 21)",
  5,
  { history: lawfulHistories, n: days, profile: defaultProfiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const c = onDay(events, day)
    const { withdrawn } = c
    if (!known(withdrawn) || c.coverage !== undefined) return
    for (const v of says(events, day, profile)) {
      expect(["Pending", "DueUnspecified", "Overdue"], lineOf(v)).not.toContain(v.status)
      if (v.status !== "NotApplicable") continue
      met()
      const before = says(
        events.filter((e) => e._tag !== "ComplaintWithdrawn"),
        withdrawn.on,
        profile
      ).find(({ status }) => status === "Overdue")
      expect(v.intervals !== undefined, lineOf(v)).toBe(before !== undefined)
      for (const { until } of v.intervals ?? []) expect(until).toBe(withdrawn.on)
    }
  }
)

law(
  "a longer period never makes a complaint late that a shorter one leaves in time (art. 21)",
  5,
  { history: histories, n: days, period: fc.nat(60), more: fc.nat(60) },
  ({ history: { events }, more, n, period }, met) => {
    const day = dayOf(events, n)
    const source = { title: { zh: "示例", en: "sample" }, status: "sample" } as const
    const under = (value: number) => {
      const entry = { value, source, from: "2005-02-04" as CivilDate }
      return says(events, day, { ...textOnly, parameters: { "complaint.within": [entry] } })[0]?.status ?? ""
    }
    const [short, long] = [under(period), under(period + more)]
    if (/Overdue|Late/u.test(short)) met()
    if (/Overdue|Late/u.test(long)) expect(short).toBe(long)
  }
)

law(
  "what came in before 2005-02-04 is not judged, whenever it is asked about (arts 21, 36)",
  1,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const { received } = onDay(events, day)
    if (!known(received) || received.on >= "2005-02-04") return
    met()
    expect(says(events, day, profile)).toEqual([])
  }
)

describe("the readings of art. 21 in complaints", () => {
  test("every question on which the norm depends is asked here", () => {
    expect(Object.keys(readingOptions)).toEqual(readingsBearing(subject.rules))
  })
  test("A21=first changes no complaint: what nobody has to do step by step is owed on no day all the same, and the row never breaches (art. 21)", () => {
    expect(witnesses(complaints, readingOptions)).toEqual([["A21", "first", false]])
  })
})
