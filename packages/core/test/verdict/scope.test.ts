import { describe, expect, test } from "vitest"
import { fold, verdicts } from "../../src/facility/index.ts"
import { planned } from "../facility/story.ts"
import { asked } from "../standard/story.ts"

describe("whether the Measures reach a case (art. 2)", () => {
  const reached = (organ: string | undefined) =>
    verdicts({ ...fold("F1", [planned("data-centre")]), organ }, asked("2026-05-01")).verdicts[0]

  test("is told by whose it is, and left open where that is not said (art. 2)", () => {
    expect(reached("p-info")).toMatchObject({ norm: "N2.2", status: "Qualifies" })
    expect(reached("stranger")?.status).not.toBe("Qualifies")
    expect(reached(undefined)).toMatchObject({ norm: "N2.2", status: "Undetermined", missing: "organ" })
  })
})
