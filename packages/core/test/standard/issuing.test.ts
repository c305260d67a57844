import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { norms } from "../../src/regulation/norms.ts"
import { readings } from "../../src/regulation/readings.ts"
import { bearerRoles, bearers } from "../../src/standard/bearers.ts"
import { duties, type Event, type Instrument, subject, verdicts } from "../../src/standard/index.ts"
import { asked, drafted, fact, issued, read, says, told } from "./story.ts"

const four = ["p-drc", "p-fin", "p-audit", "p-supervisor"]
type Kind = Exclude<Instrument["kind"], undefined>

/** The four sentences that ask for departments without naming them. */
const unnamed: ReadonlyArray<readonly [norm: keyof typeof bearerRoles, kind: Kind, art: string]> = [
  ["N3.2", "standards", "art. 3"],
  ["N19.3", "security-norms", "art. 19"],
  ["N23.2", "exchange-catalogue", "art. 23"],
  ["N23.3", "exchange-agreement", "art. 23"]
]

describe.each(unnamed)("%s, an instrument of the kind %s", (norm, kind, art) => {
  test(`issued by the provincial informatization authority together with a department it is as provided (${art})`, () => {
    expect(says([drafted(kind), issued({ with: ["p-police"] })], norm)).toBe("Fulfilled")
  })

  test(`issued with a list of departments stated to be empty it is not as provided (${art})`, () => {
    expect(says([drafted(kind), issued({ with: [] })], norm)).toBe("Breached no-co-organizer")
    expect(says([drafted(kind), issued({ with: ["p-info"] })], norm)).toBe("Breached no-co-organizer")
  })

  test(`a document issued as this instrument by another body is not as provided, whoever drafted it with that body (${art})`, () => {
    for (const by of ["p-police", "info", "health", "stranger"])
      expect(says([drafted(kind), issued({ by, with: ["p-drc"] })], norm), by).toBe("Breached other-body")
  })

  test(`who drafted it with the authority is unknown where nobody said (${art})`, () => {
    expect(says([drafted(kind), issued()], norm)).toBe("Undetermined coDrafters")
  })

  test(`whose it is is unknown where nobody said or the directory does not know the body (${art})`, () => {
    const { by: _, ...nameless } = issued({ with: ["p-drc", "p-fin"] })
    expect(says([drafted(kind), nameless as Event], norm)).toBe("Undetermined issuer")
    expect(says([drafted(kind), issued({ by: "unheard-of", with: ["p-drc"] })], norm)).toBe("Undetermined issuer")
  })

  test(`not issued it is owed on no day and never late (${art}, N36.1)`, () => {
    expect(says([drafted(kind)], norm)).toBe("DueUnspecified")
    expect(says([drafted(kind)], norm, undefined, "2126-01-01")).toBe("DueUnspecified")
    expect(says([drafted(kind)], norm, undefined, "2005-02-03")).toBe("silent")
  })

  test(`its drafting given up, the case owes it no more (${art})`, () => {
    expect(says([drafted(kind), fact("InstrumentAbandoned", "2026-02-01", { by: "p-info" })], norm)).toBe(
      "NotApplicable lapsed"
    )
  })

  test(`taken over with a record that is not complete, whether it was issued is unknown (${art})`, () => {
    const taken = fact("InstrumentTakenOver", "2026-01-05", { kind, region: "440000", organ: "p-info", coverage: {} })
    expect(says([taken], norm)).toBe("Undetermined issue")
    const from = "2005-01-01" as CivilDate
    expect(says([{ ...taken, coverage: { issue: from } } as Event], norm)).toBe("DueUnspecified")
    expect(says([{ ...taken, coverage: { issue: "2006-01-01" as CivilDate } } as Event], norm)).toBe(
      "Undetermined issue"
    )
  })

  test(`repealing or replacing it does not undo how it was issued (${art})`, () => {
    const story = [drafted(kind), issued({ with: ["p-police"] })]
    const repealed = fact("InstrumentRepealed", "2026-04-01", { by: "p-info" })
    const replaced = fact("InstrumentReplaced", "2026-04-01", { by: "p-info", successor: "v2" })
    expect(says([...story, repealed], norm)).toBe("Fulfilled")
    expect(says([...story, replaced], norm)).toBe("Fulfilled")
  })

  test(`issued before the Measures took force it is not judged (art. 36)`, () => {
    const early = { ...issued({ with: [] }), on: "2005-02-03" as CivilDate } as Event
    expect(says([drafted(kind), early], norm)).toBe("silent")
  })

  test(`read as a joint signature, a named department that did not sign is not enough (${art}, A06)`, () => {
    const joint = read("A06", "joint")
    const story = (signed: ReadonlyArray<string> | undefined) => [
      drafted(kind),
      issued({ with: ["p-police"], ...(signed === undefined ? {} : { signed }) })
    ]
    expect(says(story(["p-police"]), norm, joint)).toBe("Fulfilled")
    expect(says(story([]), norm, joint)).toBe("Breached no-co-organizer")
    expect(says(story([]), norm)).toBe("Fulfilled")
    expect(says(story(undefined), norm, joint)).toBe("Undetermined coDrafters")
    expect(says([drafted(kind), issued({ with: [] })], norm, joint)).toBe("Breached no-co-organizer")
  })

  test(`whoever signed is named on record too (${art}, A06)`, () => {
    expect(says([drafted(kind), issued({ signed: ["p-police"] })], norm)).toBe("Fulfilled")
  })
})

describe("the province-wide standards (art. 3)", () => {
  const exchange = (level: "national" | "provincial" | "local" | null | undefined) =>
    drafted("exchange-standards", level === undefined ? {} : { level })

  test("a national exchange standard is measured by no sentence, whoever issued it (arts 3, 14)", () => {
    const story = [exchange("national"), issued({ by: "stranger", with: [] })]
    const said = verdicts(told(...story), asked("2026-05-01")).verdicts
    expect(said.map(({ norm }) => norm)).toEqual(["N2.2", "N36.1"])
  })

  test("a provincial exchange standard is one of the province-wide standards (arts 3, 14)", () => {
    expect(says([exchange("provincial"), issued({ with: ["p-police"] })], "N3.2")).toBe("Fulfilled")
    expect(says([exchange("provincial"), issued({ by: "p-police", with: ["p-drc"] })], "N3.2")).toBe(
      "Breached other-body"
    )
  })

  test("an exchange standard of which nobody said whose it is leaves the norm undetermined (arts 3, 14)", () => {
    expect(says([exchange(undefined), issued({ with: [] })], "N3.2")).toBe("Undetermined level")
    expect(says([exchange(undefined)], "N3.2")).toBe("Undetermined level")
    expect(says([exchange(null), issued({ with: [] })], "N3.2")).toBe("silent")
  })

  test("what is stated to be of a city or county is not province-wide (art. 3)", () => {
    const story = [drafted("standards", { level: "local", region: "440100", organ: "info", by: "info" })]
    expect(says([...story, issued({ by: "info", with: [] })], "N3.2")).toBe("silent")
    expect(says([drafted("standards", { level: null }), issued({ by: "info", with: [] })], "N3.2")).toBe(
      "Breached other-body"
    )
  })
})

describe("the exchange agreement (art. 23)", () => {
  const pair = read("A28c", "bilateral")

  test("read as a contract of each pair it may be made by others, and the province owes none (arts 23, 28, A28c)", () => {
    const story = [drafted("exchange-agreement"), issued({ by: "p-police", with: ["health"] })]
    expect(says(story, "N23.3")).toBe("Breached other-body")
    expect(says(story, "N23.3", pair)).toBe("Fulfilled")
    expect(says([drafted("exchange-agreement")], "N23.3", pair)).toBe("silent")
  })

  test("what has no other party is no contract of a pair (arts 23, 28, A28c)", () => {
    expect(says([drafted("exchange-agreement"), issued({ by: "p-police", with: [] })], "N23.3", pair)).toBe(
      "Breached no-co-organizer"
    )
  })
})

describe("the assessment standards and the implementation scheme (art. 34)", () => {
  const story = (...others: ReadonlyArray<string>) => [drafted("assessment-standards"), issued({ with: others })]

  test("issued together with all four named departments they are as provided (art. 34)", () => {
    expect(says(story(...four), "N34.1")).toBe("Fulfilled")
    expect(says(story(...four, "p-police"), "N34.1")).toBe("Fulfilled")
  })

  test("a list that lacks one of the four is not as provided, whichever it lacks (art. 34)", () => {
    for (const one of four)
      expect(says(story(...four.filter((id) => id !== one), "p-police"), "N34.1"), one).toBe(
        "Breached co-drafter-missing"
      )
    expect(says(story(), "N34.1")).toBe("Breached co-drafter-missing")
  })

  test("the department of a city does not stand for that of the province (art. 34)", () => {
    for (const [one, city] of [
      ["p-drc", "drc"],
      ["p-fin", "fin"],
      ["p-audit", "audit"],
      ["p-supervisor", "supervisor"]
    ] as const)
      expect(says(story(...four.map((id) => (id === one ? city : id))), "N34.1"), one).toBe(
        "Breached co-drafter-missing"
      )
  })

  test("an agency that the directory does not know may be the one that is lacking (art. 34)", () => {
    expect(says(story("p-drc", "p-fin", "p-audit", "unheard-of"), "N34.1")).toBe("Undetermined coDrafters")
  })

  test("who acted together is unknown where nobody said (art. 34)", () => {
    expect(says([drafted("assessment-standards"), issued()], "N34.1")).toBe("Undetermined coDrafters")
  })

  test("a local body that issues its own as the standards of art. 34 does what is not provided (art. 34)", () => {
    const local = drafted("assessment-standards", { region: "440100", organ: "info", by: "info" })
    expect(says([local, issued({ by: "info", with: four })], "N34.1")).toBe("Breached other-body")
    expect(says([local, issued({ by: "info", with: ["drc", "fin", "audit", "supervisor"] })], "N34.1")).toBe(
      "Breached other-body"
    )
  })

  test("not issued they are owed on no day (art. 34)", () => {
    expect(says([drafted("assessment-standards")], "N34.1", undefined, "2099-01-01")).toBe("DueUnspecified")
  })

  test("read as a joint signature, each of the four has to sign (art. 34, A06)", () => {
    const joint = read("A06", "joint")
    const signed = (list: ReadonlyArray<string>) => [
      drafted("assessment-standards"),
      issued({ with: four, signed: list })
    ]
    expect(says(signed(four), "N34.1", joint)).toBe("Fulfilled")
    expect(says(signed(four.slice(1)), "N34.1", joint)).toBe("Breached co-drafter-missing")
    expect(says(signed(four.slice(1)), "N34.1")).toBe("Fulfilled")
  })
})

describe("who answers for an instrument (arts 3, 19, 23, 34)", () => {
  test("the bearers are those that the regulation names", () => {
    for (const [id, roles] of Object.entries(bearerRoles))
      expect([id, roles]).toEqual([id, norms[id as keyof typeof norms].bearer])
  })

  test("what is owed passes to the successor of the provincial authority, what was issued stays with whoever issued it (art. 4)", () => {
    const owed = (asOf: string) => duties(told(drafted("security-norms")), asked(asOf)).duties.map((d) => d.bearers)
    expect(owed("2026-08-31")).toEqual([[{ role: "info.provincial", agency: "p-info" }]])
    expect(owed("2026-09-01")).toEqual([[{ role: "info.provincial", agency: "p-info-2" }]])
    const found = (by: string) => {
      const x = told(drafted("security-norms"), issued({ by, with: [] }))
      const ctx = asked("2027-01-01")
      return verdicts(x, ctx).verdicts.flatMap((v) => (v.norm === "N19.3" ? [bearers(v, x, ctx)] : []))
    }
    expect(found("p-info")).toEqual([[{ role: "info.provincial", agency: "p-info" }]])
    expect(found("info")).toEqual([[{ role: "info.provincial", agency: "info" }]])
  })

  test("every reading that bears on these norms is one of those that are asked here, or concerns projects alone", () => {
    const bearing = new Set(subject.rules.flatMap(({ norm }) => norms[norm].readings as ReadonlyArray<string>))
    expect([...bearing].toSorted()).toEqual(["A02a", "A06", "A28c", "A34", "A36a", "A36b", "A36c"])
    expect(readings.A34.options).toEqual(["yes", "no"])
  })
})

test("of an instrument of which nothing is said but that it was issued, nobody knows which it is (arts 3, 19, 23, 34)", () => {
  const said = verdicts(told(issued({ with: [] })), asked("2026-05-01")).verdicts
  expect(said.map(({ missing, norm, status }) => [norm, status, missing])).toEqual(
    ["N3.2", "N19.3", "N23.2", "N23.3", "N34.1"].map((norm) => [norm, "Undetermined", "kind"])
  )
  expect(verdicts(told(), asked("2026-05-01")).verdicts).toEqual([])
})
