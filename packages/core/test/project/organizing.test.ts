import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { type Event, fold, type Verdict } from "../../src/project/index.ts"
import { says } from "../law/Law.ts"
import { fact, upToApproval } from "./story.ts"

const said = (norm: string, facts: ReadonlyArray<Event>, on = "2026-09-01"): Verdict | undefined =>
  says(fold("P1", facts), on as CivilDate, textOnly).find((v) => v.norm === norm)

describe("the implementation of a provincial key project (art. 3)", () => {
  const designated = fact("ProvincialKeyDesignated", "2026-05-01", { by: "p-info" })

  test("is nobody's to coordinate before the day on which it is designated, and after it ended", () => {
    const facts = [...upToApproval, designated]
    expect(said("N3.4", facts, "2026-04-30")).toBeUndefined()
    expect(said("N3.4", facts, "2026-05-01")?.status).toBe("Undetermined")
    const ended = fact("ProvincialKeyEnded", "2026-06-01", { by: "p-info" })
    expect(said("N3.4", [...facts, ended], "2026-06-01")).toBeUndefined()
  })
})

describe("supervision of the implementation (art. 4)", () => {
  const supervised = (rest: {
    readonly with?: ReadonlyArray<string> | null
    readonly signed?: ReadonlyArray<string>
  }) => ({ ...fact("ImplementationSupervised", "2026-05-10", { text: "现场检查", by: "info" }), ...rest }) as Event
  const shown = (rest: Parameters<typeof supervised>[0]) => said("N4.3", [...upToApproval, supervised(rest)])?.act?.on

  test("is shown to whoever judges it where it was done together with any department, or may have been", () => {
    expect(shown({ with: ["fin"] })).toBe("2026-05-10")
    expect(shown({})).toBe("2026-05-10")
    expect(shown({ with: null })).toBeUndefined()
  })
})

describe("the organ that answers for a project (art. 4)", () => {
  const applied = fact("Applied", "2026-03-10", { application: "A1", to: "drc", by: "health" })

  test("is not known of a project that is applied for and was never opened on record; of nothing at all nothing is asked", () => {
    expect(said("N4.4", [applied])).toMatchObject({ status: "Undetermined", missing: "organ" })
    expect(said("N4.4", [])?.status).not.toBe("Undetermined")
  })
})
