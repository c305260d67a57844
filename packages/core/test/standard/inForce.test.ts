import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { type Event, fold, instrumentsInForce } from "../../src/standard/index.ts"
import { drafted, fact, issued } from "./story.ts"

const on = (day: string) => day as CivilDate
const effect = fact("InstrumentTookEffect", "2026-04-01", { by: "p-info" })
const norms: ReadonlyArray<Event> = [drafted("security-norms"), issued({ with: ["p-police"] }), effect]
const ids = (list: ReturnType<ReturnType<typeof instrumentsInForce>>) => list?.map(({ id }) => id)

describe("the instruments in force on a day, as other subjects ask for them (arts 14, 19, 23, 34)", () => {
  test("an instrument is in force from the day on which it takes effect until the day before its end", () => {
    const replaced = fact("InstrumentReplaced", "2026-06-01", { by: "p-info", successor: "v2" })
    const inForce = instrumentsInForce([fold("v1", [...norms, replaced])])
    expect(ids(inForce("security-norms", on("2026-03-31")))).toEqual([])
    expect(ids(inForce("security-norms", on("2026-04-01")))).toEqual(["v1"])
    expect(ids(inForce("security-norms", on("2026-05-31")))).toEqual(["v1"])
    expect(ids(inForce("security-norms", on("2026-06-01")))).toEqual([])
    expect(ids(inForce("standards", on("2026-05-01")))).toEqual([])
  })

  test("it may be so from the day of its issue on, and is not where it is known not to have taken effect", () => {
    const atOnce = { ...effect, on: on("2026-03-02") } as Event
    const of = (...more: ReadonlyArray<Event>) =>
      ids(
        instrumentsInForce([fold("v1", [drafted("security-norms"), issued(), ...more])])(
          "security-norms",
          on("2026-03-02")
        )
      )
    expect(of(atOnce)).toEqual(["v1"])
    expect(of()).toEqual([])
  })

  test("one that was repealed, given up, or issued after the day is not", () => {
    const repealed = fact("InstrumentRepealed", "2026-05-01", { by: "p-info" })
    const abandoned = fact("InstrumentAbandoned", "2026-05-01", { by: "p-info" })
    const inForce = instrumentsInForce([
      fold("v1", [...norms, repealed]),
      fold("v2", [drafted("security-norms"), abandoned]),
      fold("v3", [drafted("security-norms"), { ...issued(), on: on("2026-07-01") } as Event, effect])
    ])
    expect(ids(inForce("security-norms", on("2026-05-02")))).toEqual([])
  })

  test("a record that does not tell leaves nobody knowing, unless another version surely is in force", () => {
    const taken = (coverage: { readonly effect?: CivilDate; readonly end?: CivilDate }) =>
      fact("InstrumentTakenOver", "2026-01-05", { kind: "security-norms", region: "440000", organ: "p-info", coverage })
    const unknown = fold("v1", [taken({}), issued()])
    expect(instrumentsInForce([unknown])("security-norms", on("2026-05-01"))).toBeUndefined()
    expect(ids(instrumentsInForce([unknown])("standards", on("2026-05-01")))).toEqual([])
    expect(ids(instrumentsInForce([unknown, fold("v2", norms)])("security-norms", on("2026-05-01")))).toEqual(["v2"])
    const ended = fold("v1", [taken({ effect: on("2026-01-01") }), issued(), effect])
    expect(instrumentsInForce([ended])("security-norms", on("2026-05-01"))).toBeUndefined()
    expect(ids(instrumentsInForce([ended])("security-norms", on("2026-03-31")))).toEqual([])
    const told = fold("v1", [taken({ effect: on("2026-01-01"), end: on("2026-04-01") }), issued(), effect])
    expect(ids(instrumentsInForce([told])("security-norms", on("2026-05-01")))).toEqual(["v1"])
  })

  test("of an instrument of which nobody said which it is, nobody knows whether it is the one asked for", () => {
    const nameless = fold("v1", [issued(), effect])
    expect(instrumentsInForce([nameless])("security-norms", on("2026-05-01"))).toBeUndefined()
  })

  test("where not all instruments of a kind are among the cases, that none is in force is not known", () => {
    const inForce = instrumentsInForce([fold("v1", norms)], { "security-norms": on("2005-01-01") })
    expect(ids(inForce("security-norms", on("2026-03-31")))).toEqual([])
    expect(inForce("standards", on("2026-03-31"))).toBeUndefined()
    expect(ids(instrumentsInForce([])("standards", on("2026-03-31")))).toEqual([])
  })

  test("a catalogue tells the items that it lists (arts 23, 26)", () => {
    const catalogue = fold("v1", [
      drafted("exchange-catalogue"),
      issued({ with: ["p-police"], items: ["法人"] }),
      effect
    ])
    expect(instrumentsInForce([catalogue])("exchange-catalogue", on("2026-05-01"))).toEqual([
      { id: "v1", kind: "exchange-catalogue", items: ["法人"] }
    ])
  })
})
