import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { caseAt, context, type Event, type EventOf, subject } from "../../src/organ/index.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { now, sample } from "../law/Law.ts"
import { inRecordOf, line, recorded, said } from "./story.ts"

const ofCity = inRecordOf("info")
const opened = ofCity("OrganRecorded", "2026-01-05", { region: "440100", by: "info" })
const coordinated = (on: string, more: Partial<EventOf<"OrganCoordinated">> = {}): Event =>
  ({ ...ofCity("OrganCoordinated", on, { text: "协调会议纪要", by: "info" }), ...more }) as Event
const at = (more: ReadonlyArray<Event>, beside = {}, asOf = "2026-06-01"): string =>
  line("N4.1", [opened, ...more], asOf, beside)
const shown = (more: ReadonlyArray<Event>, beside = {}): string | undefined =>
  said("N4.1", [opened, ...more], "2026-06-01", beside)[0]?.act?.on
const plain = "Undetermined judgement declared-judgement"
const alone = "Undetermined judgement no-co-organizer"
const joint = { profile: reading(textOnly, "A06", "joint") }
const nobody = { profile: reading(textOnly, "A04", "none") }

describe("organizing and coordinating the construction of an area (art. 4)", () => {
  test("is for a person to judge; what was done together with departments is shown (art. 4)", () => {
    expect(at([])).toBe(plain)
    expect(at([coordinated("2026-03-01", { with: ["fin"] })])).toBe(plain)
    expect(shown([coordinated("2026-03-01", { with: ["fin"] })])).toBe("2026-03-01")
  })
  test("done with no other department it is remarked on, and that is no breach; where nobody says with whom it shows nothing (art. 4)", () => {
    expect(at([coordinated("2026-03-01", { with: [] })])).toBe(alone)
    expect(at([coordinated("2026-03-01", { with: ["info"] })])).toBe(alone)
    expect(at([coordinated("2026-03-01")])).toBe(plain)
    expect(shown([coordinated("2026-03-01")])).toBeUndefined()
    expect(at([coordinated("2026-03-01", { with: ["fin"] }), coordinated("2026-04-01", { with: [] })])).toBe(plain)
    expect(shown([coordinated("2026-03-01", { with: ["fin"] }), coordinated("2026-04-01", { with: [] })])).toBe(
      "2026-03-01"
    )
  })
  test("a department on record is enough; read so, it has to have signed (A06, art. 4)", () => {
    const unsigned = coordinated("2026-03-01", { with: ["fin"], signed: [] })
    expect([at([unsigned]), at([unsigned], joint)]).toEqual([plain, alone])
    const signed = coordinated("2026-03-01", { with: ["fin"], signed: ["fin"] })
    expect([at([signed], joint), shown([signed], joint)]).toEqual([plain, "2026-03-01"])
  })
  test("what was done for a township shows it too, and nothing where nobody is charged with townships (A04, art. 4)", () => {
    const ofTownship = coordinated("2026-03-01", { with: ["fin"], township: "某镇" })
    expect([shown([ofTownship]), shown([ofTownship], nobody)]).toEqual(["2026-03-01", undefined])
    const ofArea = coordinated("2026-02-01", { with: [] })
    expect([at([ofArea, ofTownship]), at([ofArea, ofTownship], nobody)]).toEqual([plain, alone])
    expect(shown([coordinated("2026-03-01", { with: ["fin"], township: null })], nobody)).toBe("2026-03-01")
  })
  test("what was judged is handed on (art. 4)", () => {
    const judged = (outcome: "fulfilled" | "not-fulfilled"): Event =>
      ofCity("Judged", "2026-05-01", { norm: "N4.1", instance: "", outcome, reason: "检查", by: "supervisor" })
    expect(at([judged("fulfilled")])).toBe("Fulfilled judged")
    expect(at([coordinated("2026-03-01", { with: [] }), judged("not-fulfilled")])).toBe("Breached judged")
  })
  test("binds the informatization authority of the area, through succession, and no other organ (art. 4)", () => {
    expect(line("N4.1", [recorded], "2026-06-01")).toBe("")
    const province = inRecordOf("p-info")("OrganRecorded", "2026-01-05", { region: "440000", by: "p-info" })
    expect(line("N4.1", [province], "2026-06-01")).toBe("")
    const elsewhere = inRecordOf("info")("OrganRecorded", "2026-01-05", { region: "440106", by: "info" })
    expect(line("N4.1", [elsewhere], "2026-06-01")).toBe("")
    expect(at([], {}, "2027-06-01")).toBe(plain)
    const borne = (asOf: string) => {
      const day = asOf as CivilDate
      const ctx = context({ asOf: day, directory: sample })
      const o = caseAt("info", [opened, coordinated("2026-03-01", { with: ["fin"] })], day, now)
      const [v] = said("N4.1", [opened, coordinated("2026-03-01", { with: ["fin"] })], asOf)
      return subject.bearers(v as never, o, ctx)
    }
    expect(borne("2026-06-01")).toEqual([{ role: "info.local", agency: "info" }])
    expect(borne("2027-06-01")).toEqual([{ role: "info.local", agency: "info-2" }])
  })
  test("what another agency did, or the authority before it was one, shows nothing (art. 4)", () => {
    expect(shown([coordinated("2026-03-01", { with: ["info"], by: "fin" })])).toBeUndefined()
    const { by: _, ...unsaid } = coordinated("2026-03-01", { with: ["fin"] })
    expect(shown([unsaid as Event])).toBe("2026-03-01")
    expect(shown([coordinated("1999-03-01", { with: ["fin"] })])).toBeUndefined()
    const coming = inRecordOf("info-2")
    const before = [
      coming("OrganRecorded", "2026-01-05", { region: "440100", by: "info-2" }),
      coming("OrganCoordinated", "2026-03-01", { with: ["fin"], by: "info-2" })
    ]
    const after = coming("OrganCoordinated", "2026-09-01", { with: ["fin"], by: "info-2" })
    expect(said("N4.1", before, "2026-10-01")[0]).toMatchObject({ status: "Undetermined", act: undefined })
    expect(said("N4.1", [...before, after], "2026-10-01")[0]?.act?.on).toBe("2026-09-01")
  })
  test("of an agency that the directory does not know nobody knows whether it is the authority (art. 4)", () => {
    const unheard = inRecordOf("unheard-of")("OrganRecorded", "2026-01-05", { region: "440100", by: "unheard-of" })
    expect(line("N4.1", [unheard], "2026-06-01")).toBe("Undetermined office")
    expect(line("N3.3", [unheard], "2026-06-01")).toBe("")
  })
})
