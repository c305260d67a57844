import { describe, expect, test } from "vitest"
import { inquire } from "../../src/complaint/explain.ts"
import { caseAt, context, type Event } from "../../src/complaint/index.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import type { Verdict } from "../../src/verdict/Verdict.ts"
import { now, sample } from "../law/Law.ts"
import { bearer, complaintId, entry, fact, line, owing, received, said, setting, takenOver } from "./story.ts"

const accepted = (on: string): Event => fact("ComplaintAccepted", on, { by: "health" })
const refused = (on: string, reason?: string): Event =>
  fact("ComplaintRefused", on, { by: "health", ...(reason === undefined ? {} : { reason }) })
const redirected = (on: string, to?: string): Event =>
  fact("ComplaintRedirected", on, { by: "health", ...(to === undefined ? {} : { to }) })
const withdrawn = (on: string): Event => fact("ComplaintWithdrawn", on, {})
const within = { profile: setting("complaint.within", entry(10)) }
const at = (more: ReadonlyArray<Event>, beside = {}, asOf = "2026-06-01"): string =>
  line([received, ...more], asOf, beside)

describe("a complaint that came in online (art. 21)", () => {
  test("a record of acceptance fulfils, and so does a refusal with its reason (art. 21)", () => {
    expect(at([accepted("2026-03-05")])).toBe("Fulfilled")
    expect(at([refused("2026-03-05", "不属于职责范围")])).toBe("Fulfilled")
  })
  test("received and nothing recorded: owed on no day and never late, for the text has no period (art. 21)", () => {
    expect(at([])).toBe("DueUnspecified")
    expect(at([], {}, "2056-01-01")).toBe("DueUnspecified")
    expect(at([fact("ComplaintAssigned", "2026-03-05", {}), fact("ComplaintReplied", "2026-03-06", {})])).toBe(
      "DueUnspecified"
    )
  })
  test("refused with no reason it is a finding beside a duty that stays open, and no breach (art. 21)", () => {
    expect(at([refused("2026-03-05")])).toBe("DueUnspecified reason-missing")
    expect(said([received, refused("2026-03-05")], "2026-06-01")?.act?.on).toBe("2026-03-05")
    expect(at([fact("ComplaintRefused", "2026-03-05", { reason: null })])).toBe("DueUnspecified reason-missing")
    expect(at([fact("ComplaintRefused", "2026-03-05", { reason: "n/a" })])).toBe("DueUnspecified reason-missing")
    expect(at([refused("2026-03-05"), refused("2026-03-20", "不属于职责范围")])).toBe("Fulfilled")
    expect(at([refused("2026-03-05"), accepted("2026-03-20")])).toBe("Fulfilled")
  })
  test("a period of a document makes it pending to the end of its last day and overdue after it (art. 21)", () => {
    expect(at([], within, "2026-03-12")).toBe("Pending 2026-03-12")
    expect(at([], within, "2026-03-13")).toBe("Overdue 2026-03-12")
    expect(at([accepted("2026-03-12")], within)).toBe("Fulfilled 2026-03-12")
    expect(at([accepted("2026-03-13")], within)).toBe("FulfilledLate 2026-03-12")
    expect(at([refused("2026-03-13", "不属于职责范围")], within)).toBe("FulfilledLate 2026-03-12")
  })
  test("a refusal with no reason does not stop a period (art. 21)", () => {
    expect(at([refused("2026-03-05")], within, "2026-03-12")).toBe("Pending reason-missing 2026-03-12")
    expect(at([refused("2026-03-05")], within)).toBe("Overdue reason-missing 2026-03-12")
    expect(at([refused("2026-03-05"), accepted("2026-03-20")], within)).toBe("FulfilledLate 2026-03-12")
  })
  test("withdrawn before anything, nothing is owed any more; what was late stays on record and is no breach (art. 21)", () => {
    expect(at([withdrawn("2026-03-05")])).toBe("NotApplicable lapsed")
    expect(at([withdrawn("2026-03-12")], within)).toBe("NotApplicable lapsed")
    expect(at([withdrawn("2026-03-13")], within)).toBe("NotApplicable earlier-breach")
    expect(said([received, withdrawn("2026-03-20")], "2026-06-01", within)?.intervals).toEqual([
      { status: "Overdue", from: "2026-03-13", until: "2026-03-20" }
    ])
    expect(said([received, withdrawn("2026-03-05")], "2026-06-01", within)?.intervals).toBeUndefined()
    expect(at([refused("2026-03-05"), withdrawn("2026-03-06")])).toBe("NotApplicable reason-missing")
  })
  test("accepted before it was withdrawn it is as provided, and after that acceptance counts for nothing (art. 21)", () => {
    expect(at([accepted("2026-03-05"), withdrawn("2026-03-06")])).toBe("Fulfilled")
    expect(at([withdrawn("2026-03-05"), accepted("2026-03-06")])).toBe("NotApplicable lapsed")
    expect(at([accepted("2026-03-13"), withdrawn("2026-03-20")], within)).toBe("FulfilledLate 2026-03-12")
  })
  test("a complaint that is closed is not thereby accepted: an organ does not end its own duty (art. 21)", () => {
    expect(at([fact("ComplaintClosed", "2026-03-05", { by: "health" })])).toBe("DueUnspecified")
  })
  test("nothing is said before it came in, nor of one that came in before the Measures (arts 21, 36)", () => {
    expect(at([], {}, "2026-03-01")).toBe("")
    expect(at([], {}, "2026-03-02")).toBe("DueUnspecified")
    const early = { ...received, on: "2005-02-03" } as Event
    expect(line([early, accepted("2026-03-05")], "2026-06-01")).toBe("")
    expect(line([{ ...received, on: "2005-02-04" } as Event], "2026-06-01")).toBe("DueUnspecified")
  })
  test("a document counts where it is in force on the day on which the complaint came in, and for its region (art. 21)", () => {
    expect(at([], { profile: setting("complaint.within", entry(10, "2026-03-03")) })).toBe("DueUnspecified")
    expect(at([], { profile: setting("complaint.within", entry(10, "2026-03-02")) })).toBe("Overdue 2026-03-12")
    expect(at([], { profile: setting("complaint.within", entry(10, "2005-02-04", "440300")) })).toBe("DueUnspecified")
    const workdays = { profile: setting("complaint.within", entry({ workdays: 5 })) }
    expect(at([], workdays)).toBe("Undetermined calendar calendar-unknown")
    expect(at([refused("2026-03-05")], workdays)).toBe("Undetermined calendar calendar-unknown")
    expect(said([received, accepted("2026-03-05")], "2026-06-01", workdays)?.gate).toBe("met")
  })
  test("what a register taken over does not tell is open (art. 21)", () => {
    const both = (answer?: string): Event =>
      ({ ...takenOver, on: "2026-03-10", coverage: answer === undefined ? {} : { answer } }) as Event
    expect(at([both()])).toBe("Undetermined answer")
    expect(at([both("2026-03-03")])).toBe("Undetermined answer")
    expect(at([both("2026-03-02")])).toBe("DueUnspecified")
    expect(at([both(), accepted("2026-03-05")])).toBe("Fulfilled")
    expect(at([both(), refused("2026-03-05")])).toBe("DueUnspecified reason-missing")
    expect(line([takenOver], "2026-06-01")).toBe("Undetermined receipt")
    expect(line([takenOver, accepted("2026-03-05")], "2026-06-01")).toBe("Fulfilled")
    expect(line([takenOver, accepted("2026-03-05")], "2026-06-01", within)).toBe("Undetermined receipt")
    const undated = said([takenOver, accepted("2026-03-05")], "2026-06-01", within)
    expect(undated).toMatchObject({ gate: "met", entry: within.profile.parameters["complaint.within"]?.[0] })
    expect(line([accepted("2026-03-05")], "2026-06-01")).toBe("Fulfilled")
    expect(line([withdrawn("2026-03-05")], "2026-06-01")).toBe("")
  })
  test("answered after it was withdrawn: what came before that, only a complete record tells (art. 21)", () => {
    const both = (answer?: string): Event =>
      ({ ...takenOver, on: "2026-03-10", coverage: answer === undefined ? {} : { answer } }) as Event
    const late = [withdrawn("2026-03-20"), accepted("2026-03-25")]
    for (const profile of [undefined, within]) expect(at([both(), ...late], profile)).toBe("Undetermined answer")
    expect(said([received, both(), ...late], "2026-06-01")?.gate).toBe("met")
    expect(at([both("2026-03-02"), ...late])).toBe("NotApplicable lapsed")
    expect(at([both("2026-03-02"), ...late], within)).toBe("NotApplicable earlier-breach")
  })
  test("read as publication alone being progressive, a complaint is owed in the same way (A21, art. 21)", () => {
    const first = { profile: reading(textOnly, "A21", "first") }
    const firstWithin = { profile: reading(within.profile, "A21", "first") }
    for (const story of [[], [refused("2026-03-05")], [accepted("2026-03-20")], [withdrawn("2026-03-20")]]) {
      expect(at(story, first)).toBe(at(story))
      expect(at(story, firstWithin)).toBe(at(story, within))
    }
  })
})

describe("who answers for a complaint (art. 21)", () => {
  test("the organ complained to, through succession (art. 21)", () => {
    expect([bearer([received], "2026-06-01"), bearer([received], "2027-06-01")]).toEqual(["health", "health-2"])
    expect(bearer([received, accepted("2026-03-05")], "2027-06-01")).toBe("health")
  })
  test("from the day of a redirection on the organ redirected to (art. 21)", () => {
    const story = [received, redirected("2026-03-05", "info")]
    expect([bearer(story, "2026-03-04"), bearer(story, "2026-03-05")]).toEqual(["health", "info"])
    expect(bearer(story, "2026-10-01")).toBe("info-2")
    expect(bearer([...story, fact("ComplaintAccepted", "2026-03-09", { by: "info" })], "2026-06-01")).toBe("info")
  })
  test("redirected to nobody knows whom, nobody knows who answers (art. 21)", () => {
    expect(bearer([received, redirected("2026-03-05")], "2026-06-01")).toBeUndefined()
    expect(bearer([received, fact("ComplaintRedirected", "2026-03-05", { to: "n/a" })], "2026-06-01")).toBeUndefined()
  })
  test("what was late stays with the organ that was late, whoever accepted it in the end (art. 21)", () => {
    const late = [received, redirected("2026-03-20", "info"), fact("ComplaintAccepted", "2026-03-25", { by: "info" })]
    expect(bearer(late, "2026-06-01", within)).toBe("health")
    expect(bearer(late.slice(0, 2), "2026-03-22", within)).toBe("health")
    expect(owing(late.slice(0, 2), "2026-03-22", within)).toBe("info")
    const [first, ...rest] = [received, redirected("2026-03-05", "info"), late[2] as Event]
    expect(bearer([first as Event, ...rest], "2026-06-01", within)).toBe("info")
    expect(bearer([received, withdrawn("2026-03-20"), redirected("2026-03-21", "info")], "2026-06-01", within)).toBe(
      "health"
    )
  })
})

describe("what a complaint misses", () => {
  const answers = (story: ReadonlyArray<Event>, beside = {}) => {
    const ctx = context({ asOf: "2026-06-01" as never, directory: sample, ...beside })
    const v = said(story, "2026-06-01", beside) as Verdict
    return inquire(caseAt(complaintId, story, "2026-06-01" as never, now), v, ctx)
  }
  test("each of its answers leads to a conclusion of its own (art. 21)", () => {
    const open = [received, { ...takenOver, coverage: {} } as Event]
    expect(answers(open, within)?.answers.map(({ conclusion }) => conclusion.en.split(",")[0])).toEqual([
      "Fulfilled",
      "Fulfilled late",
      "Overdue"
    ])
    const undated = answers([takenOver, accepted("2026-03-05")], within)
    expect(undated?.decides).toBe(true)
    expect(undated?.answers.length).toBe(2)
  })
})
