import {
  agencyOf,
  dayOf,
  days,
  defaultProfiles,
  histories,
  lawfulHistories,
  profiles,
  readingOptions
} from "@banfa/testing/organ"
import { calendar } from "@banfa/testing/project"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { addDays } from "../../src/civil/CivilDate.ts"
import { explain, inquire, vocabulary } from "../../src/organ/explain.ts"
import { context, type Event, type EventOf, subject } from "../../src/organ/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { known } from "../../src/verdict/Fact.ts"
import type { Verdict } from "../../src/verdict/Verdict.ts"
import { commonLaws, doors, type Known, witnesses } from "./commonLaws.ts"
import { law, lineOf, named, nameOf, readingsBearing, sample } from "./Law.ts"

const organs: Known<ReturnType<typeof subject.fold>, Event> = {
  arts: "arts 13, 15, 20, 21",
  subject,
  histories,
  profiles,
  id: (events) => events[0]?.agency ?? agencyOf({ level: "city" }),
  asked: (asOf, profile) => context({ asOf, profile, directory: sample, calendar }),
  vocabulary,
  inquire,
  explain,
  askedEarly: ["progress", "channel", "calendar"],
  askedIn: (asOf, profile) => context({ asOf, profile, directory: sample, calendar })
}
commonLaws(organs)

const { onDay, says } = doors(organs)
const stepwise = {
  "office-automation": "N15.1",
  "document-transmission": "N15.2",
  matters: "N21.1",
  approval: "N21.2"
} as const
const norm = (e: EventOf<"OrganProgressStated">): string => stepwise[e.track]
const of = (found: ReadonlyArray<Verdict>, id: string): Verdict | undefined => found.find((v) => v.norm === id)

law(
  "what is progressive is never late by lapse of time (arts 15, 21)",
  100,
  { history: histories, n: days, later: fc.nat(10_000) },
  ({ history: { events }, later, n }, met) => {
    const day = addDays(dayOf(events, n), later)
    for (const v of says(events, day, textOnly)) {
      if (!/^N(15|21)\./u.test(v.norm)) continue
      met()
      expect(["Overdue", "FulfilledLate"], lineOf(v)).not.toContain(v.status)
      expect(v.due, lineOf(v)).toBeUndefined()
    }
  }
)

law(
  "a whole that is reached is fulfilled, and late only by a milestone of a document (arts 15, 21)",
  3,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const s = onDay(events, day)
    for (const [track, id] of Object.entries(stepwise)) {
      const last = s.progress.filter((p) => p.track === track).at(-1)
      if (last === undefined || !known(last.covered) || !known(last.total) || last.total === 0) continue
      const v = of(says(events, day, profile), id)
      const whole = last.covered >= last.total
      if (whole) met()
      if (whole && v?.status !== "Overdue") expect(v?.status, v && lineOf(v)).toMatch(/^Fulfilled/u)
      if (!whole) expect(v?.status ?? "", v && lineOf(v)).not.toMatch(/^Fulfilled/u)
      if (v?.status === "FulfilledLate") expect(v.entry).toBeDefined()
    }
  },
  2
)

law(
  "a share below what it was is a finding beside a status that blames nobody, under the text alone (arts 15, 21)",
  15,
  { history: lawfulHistories, n: days },
  ({ history: { events }, n }, met) => {
    const day = dayOf(events, n)
    const said = says(events, day, textOnly)
    for (const [track, id] of Object.entries(stepwise)) {
      const steps = onDay(events, day).progress.filter((p) => p.track === track)
      const shares = steps.map((p) =>
        (p.total as number) === 0 ? undefined : (p.covered as number) / (p.total as number)
      )
      const last = shares.at(-1)
      if (last === undefined) continue
      const fallen = last < Math.max(...shares.filter((share) => share !== undefined))
      if (fallen) met()
      expect(of(said, id)?.note === "fallen", `${id} on ${day}`).toBe(fallen && last < 1)
      if (fallen && last < 1) expect(of(said, id)?.status).toBe("DueUnspecified")
    }
  },
  2
)

law(
  "a step forward never turns a progressive duty into a finding (arts 15, 21)",
  30,
  { history: lawfulHistories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const progress = events.filter(
      (e): e is EventOf<"OrganProgressStated"> => e._tag === "OrganProgressStated" && e.on <= day
    )
    const last = progress.at(-1)
    if (last === undefined || last.total === 0) return
    met()
    const whole = {
      ...last,
      id: "whole",
      on: day,
      recordedAt: `${day}T02:00:00Z`,
      covered: last.total,
      seq: 999
    } as Event
    const after = of(says([...events, whole], day, profile), norm(last))
    expect(after?.status, after && lineOf(after)).toMatch(/^Fulfilled/u)
    expect(after?.note).toBeUndefined()
  }
)

law(
  "information is late only by a period of a document; without one it is published or owed on no day (art. 20)",
  20,
  { history: histories, n: days },
  ({ history: { events }, n }, met) => {
    for (const v of says(events, dayOf(events, n), textOnly)) {
      if (v.norm !== "N20.4") continue
      met()
      expect(["Fulfilled", "DueUnspecified", "Undetermined"], lineOf(v)).toContain(v.status)
    }
  }
)

law(
  "what was published late is never in time again, whatever is entered later (art. 20)",
  1,
  { history: histories, n: days, profile: defaultProfiles, more: fc.nat(300) },
  ({ history: { events }, more, n, profile }, met) => {
    const plain = events.filter((e) => e._tag !== "Retracted" && e.corrects === undefined)
    const day = dayOf(plain, n)
    const before = says(plain, day, profile).filter((v) => v.norm === "N20.4" && /Late|Overdue/u.test(v.status))
    const end = addDays(day, more)
    const after = named(says(plain, end, profile))
    met(before.length)
    for (const v of before) expect(after.get(nameOf(v))?.status, lineOf(v)).toMatch(/Late|Overdue/u)
  },
  4
)

law(
  "the portal is nobody's by every record: under map only its host is asked (art. 20)",
  10,
  { history: histories, n: days, profile: defaultProfiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const s = onDay(events, day)
    const host = s.portals.findLast((p) => p.host !== undefined)?.host
    const own = host === s.id || (host === "health-2" && s.id === "health")
    if (host !== undefined) met()
    const asked = of(says(events, day, profile), "N20.1") !== undefined
    if (asked) expect(host).toBeDefined()
    if (!own && host !== "health") expect(asked, String(host)).toBe(false)
  }
)

law(
  "a link that stands is as provided, and one that was made and removed is a finding (art. 20)",
  10,
  { history: lawfulHistories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const found = named(says(events, day, profile))
    for (const { instance, links } of onDay(events, day).sites) {
      const v = found.get(`N20.2 ${instance}`)
      if (v === undefined || links.length === 0) continue
      met()
      const [last] = links.toReversed()
      if (last?.linked === true) expect(v.status, lineOf(v)).toBe("Fulfilled")
      else if (v.status === "DueUnspecified")
        expect(v.note === "link-removed", lineOf(v)).toBe(links.some(({ linked }) => linked === true))
    }
  }
)

law(
  "a channel closed after it had been opened is a finding until it is opened again (art. 21)",
  10,
  { history: lawfulHistories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const day = dayOf(events, n)
    const { channel } = onDay(events, day)
    const v = of(says(events, day, profile), "N21.3")
    if (channel.length === 0) {
      expect(v?.note).toBeUndefined()
      return
    }
    met()
    expect(v?.note === "channel-closed", v && lineOf(v)).toBe(channel.at(-1)?.to === false)
    expect(v?.status === "Fulfilled").toBe(channel.at(-1)?.to === true)
  }
)

law(
  "an organ with systems and without a registered resource is never in breach (art. 13)",
  5,
  { history: histories, n: days, profile: profiles },
  ({ history: { events }, n, profile }, met) => {
    const v = of(says(events, dayOf(events, n), profile), "N13.3")
    if (v?.note === "no-resource") met()
    expect(["DueUnspecified", "Fulfilled", "Undetermined", undefined], v && lineOf(v)).toContain(v?.status)
  }
)

describe("the readings of arts 15, 20 and 21", () => {
  test("every question on which these norms depend is asked here", () => {
    expect(Object.keys(readingOptions).toSorted()).toEqual(readingsBearing(subject.rules))
  })
  test.each(witnesses(organs, readingOptions))("%s=%s tells some history otherwise", (_, __, found) => {
    expect(found).toBe(true)
  })
})
