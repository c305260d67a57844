import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Event, fold, type Instrument, owedInstruments } from "../../src/standard/index.ts"
import { asked, drafted, fact, issued, read } from "./story.ts"

const owed = (cases: ReadonlyArray<Instrument>, profile?: Parameters<typeof asked>[1], asOf = "2026-05-01") =>
  owedInstruments(cases, asked(asOf, profile)).map(({ verdict: { instance, missing, norm, status } }) =>
    [norm, instance, status, missing].filter((part) => part !== undefined).join(" ")
  )
const made = (id: string, kind: Exclude<Instrument["kind"], undefined>, ...more: ReadonlyArray<Event>): Instrument =>
  fold(id, [drafted(kind), issued({ with: ["p-police"], parts: ["standards", "scheme"] }), ...more])

const all = [
  "N3.2 standards DueUnspecified",
  "N19.3 security-norms DueUnspecified",
  "N23.2 exchange-catalogue DueUnspecified",
  "N23.3 exchange-agreement DueUnspecified",
  "N34.1 assessment-standards/standards DueUnspecified",
  "N34.1 assessment-standards/scheme DueUnspecified"
]

describe("which instruments the province still owes (arts 3, 19, 23, 34)", () => {
  test("where none is on record all are owed on no day, by whoever is the provincial authority (arts 3, 19, 23, 34)", () => {
    expect(owed([])).toEqual(all)
    expect(owed([], undefined, "2126-01-01")).toEqual(all)
    const [first] = owedInstruments([], asked("2026-09-01"))
    expect(first?.bearers).toEqual([{ role: "info.provincial", agency: "p-info-2" }])
  })

  test("nothing is owed before the Measures took force (art. 36)", () => {
    expect(owed([], undefined, "2005-02-03")).toEqual([])
    expect(owed([], undefined, "2005-02-04")).toEqual(all)
  })

  test("what was issued is owed no more; a draft, and what another body issued, leave it owed (art. 19)", () => {
    expect(owed([made("v1", "security-norms")])).toEqual(all.filter((row) => !row.includes("security")))
    expect(owed([fold("v1", [drafted("security-norms")])])).toEqual(all)
    expect(owed([fold("v1", [drafted("security-norms"), issued({ by: "info", with: ["drc"] })])])).toEqual(all)
  })

  test("repealed without a successor it is owed again; replaced, its successor answers (art. 34)", () => {
    const repealed = fact("InstrumentRepealed", "2026-04-01", { by: "p-info" })
    const replaced = fact("InstrumentReplaced", "2026-04-01", { by: "p-info", successor: "v2" })
    expect(owed([made("v1", "security-norms", repealed)])).toEqual(all)
    const rest = all.filter((row) => !row.includes("security"))
    expect(owed([made("v1", "security-norms", replaced)])).toEqual(rest)
    expect(owed([made("v1", "security-norms", replaced), made("v2", "security-norms")])).toEqual(rest)
    expect(owed([made("v1", "security-norms", replaced), made("v2", "security-norms", repealed)])).toEqual(all)
  })

  test("the assessment standards and the scheme are two, in one document or two (art. 34)", () => {
    const part = (id: string, ...parts: ReadonlyArray<"standards" | "scheme">) =>
      fold(id, [drafted("assessment-standards"), issued({ parts })])
    const rest = all.slice(0, 4)
    expect(owed([part("v1", "standards", "scheme")])).toEqual(rest)
    expect(owed([part("v1", "standards"), part("v2", "scheme")])).toEqual(rest)
    expect(owed([part("v1", "standards")])).toEqual([...rest, "N34.1 assessment-standards/scheme DueUnspecified"])
    expect(owed([fold("v1", [drafted("assessment-standards"), issued()])])).toEqual([
      ...rest,
      "N34.1 assessment-standards/standards Undetermined parts",
      "N34.1 assessment-standards/scheme Undetermined parts"
    ])
  })

  test("a provincial exchange standard is one of the province-wide standards, a national one is not (arts 3, 14)", () => {
    const exchange = (level: "national" | "provincial") =>
      fold("v1", [drafted("exchange-standards", { level }), issued({ with: ["p-police"] })])
    expect(owed([exchange("provincial")])).toEqual(all.slice(1))
    expect(owed([exchange("national")])).toEqual(all)
  })

  test("an agreement that is a contract of each pair is not owed by the province (art. 23, A28c)", () => {
    expect(owed([], read("A28c", "bilateral"))).toEqual(all.filter((row) => !row.includes("agreement")))
  })

  test("a record that does not tell leaves it undetermined (arts 3, 19)", () => {
    const taken = fact("InstrumentTakenOver", "2026-01-05", {
      kind: "security-norms",
      region: "440000",
      organ: "p-info",
      coverage: {}
    })
    const instead = (row: string) => [all[0], row, ...all.slice(2)]
    expect(owed([fold("v1", [taken])])).toEqual(instead("N19.3 security-norms Undetermined issue"))
    expect(owed([fold("v1", [taken, issued({ with: ["p-police"] })])])[1]).toBe("N19.3 security-norms Undetermined end")
    const { by: _, ...nameless } = issued({ with: ["p-police"] })
    expect(owed([fold("v1", [drafted("security-norms"), nameless as Event])])[1]).toBe(
      "N19.3 security-norms Undetermined issuer"
    )
    const { by: __, ...half } = issued({ parts: ["standards"] })
    expect(owed([fold("v1", [drafted("assessment-standards"), half as Event])])).toEqual([
      ...all.slice(0, 4),
      "N34.1 assessment-standards/standards Undetermined issuer",
      "N34.1 assessment-standards/scheme DueUnspecified"
    ])
    const unnamed = fold("v1", [issued({ with: ["p-police"], parts: ["standards", "scheme"] })])
    expect(owed([unnamed])).toEqual(all.map((row) => row.replace("DueUnspecified", "Undetermined kind")))
    const covered = { ...taken, coverage: { end: "2026-01-01" as CivilDate } } as Event
    expect(owed([fold("v1", [covered, issued({ with: ["p-police"] })])])[1]).toBe(all[2])
  })
})
