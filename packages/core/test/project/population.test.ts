import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { reading, textOnly } from "../../src/profile/Profile.ts"
import { type Event, type EventOf, fold, passedOver } from "../../src/project/index.ts"
import { asked } from "../law/Law.ts"
import { fact } from "./story.ts"

type Aims = EventOf<"Approved">["aims"]
const at = (id: string, ...events: ReadonlyArray<Event>) =>
  fold(
    id,
    events.map((e) => ({ ...e, project: id }))
  )
const decided = (tag: "Approved" | "Rejected", on: string, aims: Aims, by = "drc"): Event =>
  ({
    ...fact(tag, on, { application: "A1", by, ...(aims === undefined ? {} : { aims }) }),
    id: `${tag}-${on}-${by}`
  }) as Event
const found = (cases: ReadonlyArray<ReturnType<typeof at>>, asOf = "2026-12-01", profile = textOnly) =>
  passedOver(cases, asked(asOf as CivilDate, profile)).items.map((item) => item.case)

describe("priority among the projects of one body and one year (art. 9)", () => {
  const idle = at("idle", decided("Approved", "2026-03-01", []))
  const useful = at("useful", decided("Rejected", "2026-05-01", ["public-service"]))

  test("one that serves none of the six aims, approved while one that serves some was refused, is remarked on (art. 9)", () => {
    const { byBearer, byNorm, items } = passedOver([idle, useful], asked("2026-12-01" as CivilDate, textOnly))
    expect(items).toMatchObject([
      {
        severity: "remark",
        subject: "project",
        case: "idle",
        verdicts: [
          {
            norm: "N9.2",
            instance: "application/A1",
            status: "Undetermined",
            missing: "judgement",
            note: "passed-over"
          }
        ],
        bearers: [{ role: "allocator", agency: "drc" }]
      }
    ])
    expect([byNorm, byBearer]).toMatchObject([[{ of: "N9.2", remark: 1 }], [{ remark: 1 }]])
    expect(found([at("idle", decided("Approved", "2026-03-01", null)), useful])).toEqual(["idle"])
  })

  test("where nobody stated the aims, or the other serves none either, nothing is said (art. 9)", () => {
    expect(found([at("unsaid", decided("Approved", "2026-03-01", undefined)), useful])).toEqual([])
    expect(found([at("good", decided("Approved", "2026-03-01", ["cost-reduction"])), useful])).toEqual([])
    for (const aims of [undefined, null, []] as const)
      expect(found([idle, at("other", decided("Rejected", "2026-05-01", aims))])).toEqual([])
    expect(found([idle, at("other", decided("Approved", "2026-05-01", ["public-service"]))])).toEqual([])
  })

  test("projects of another body or another year do not compete, nor what is not decided yet on the day asked (art. 9)", () => {
    expect(found([idle, at("other", decided("Rejected", "2026-05-01", ["public-service"], "p-drc"))])).toEqual([])
    expect(found([idle, at("other", decided("Rejected", "2027-01-01", ["public-service"]))], "2027-02-01")).toEqual([])
    expect(found([idle, useful], "2026-04-30")).toEqual([])
    expect(found([idle, useful], "2026-05-01")).toEqual(["idle"])
  })

  test("what was decided before the Measures, or is not reached by them, is not compared (arts 2, 9, 36)", () => {
    const early = at("early", decided("Approved", "2005-01-10", []))
    const refused = at("other", decided("Rejected", "2005-03-01", ["public-service"]))
    expect(found([early, refused], "2005-06-01")).toEqual([])
    expect(found([at("first", decided("Approved", "2005-02-04", [])), refused], "2005-06-01")).toEqual(["first"])
    expect(found([idle, useful], "2026-12-01", reading(textOnly, "A36c", "repealed"))).toEqual([])
  })
})
