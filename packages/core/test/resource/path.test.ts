import { resourceId } from "@banfa/testing/resource"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import { decodeEvents } from "../../src/resource/decode.ts"
import { describeWay } from "../../src/resource/explain.ts"
import { type Event, fold } from "../../src/resource/index.ts"
import { nextActs } from "../../src/resource/nextActs.ts"
import { type Goal, path } from "../../src/resource/path.ts"
import { emptyDirectory } from "../../src/verdict/context.ts"
import { asked } from "../law/resourceLaw.ts"

const day = "2026-04-02" as CivilDate
const ctx = asked(day, textOnly)
let count = 0
const fact = (_tag: Event["_tag"], on: string, said: object): Event =>
  ({
    _tag,
    id: `e${++count}`,
    resource: resourceId,
    on,
    recordedAt: `${on}T01:00:00Z`,
    by: "health",
    ...said
  }) as unknown as Event

const identified = fact("ResourceIdentified", "2026-01-05", { region: "440100", organ: "health" })
const classified = (crossDept: boolean): Event =>
  fact("ResourceClassified", "2026-01-06", {
    database: true,
    licensing: false,
    collaborative: false,
    crossDept,
    crossRegion: false,
    disclosable: true
  })
const wide = [identified, classified(true)]
const narrow = [identified, classified(false)]

const to = (goal: Goal, story: ReadonlyArray<Event>, asking = ctx) => path(fold(resourceId, story), goal, asking)
const told = (way: ReturnType<typeof to>): ReadonlyArray<string> =>
  way._tag === "None" ? way.lacks.map((lack) => JSON.stringify(lack)) : way.steps.map(({ act }) => act._tag)

const named = (way: ReturnType<typeof to>): ReadonlyArray<string> =>
  way._tag === "None" ? told(way) : way.steps.map(({ act }) => act.id)

describe("the way of a resource", () => {
  test("it is listed, shared by an interface, and so opened; or published without one (arts 22 to 24, 26)", () => {
    expect(told(to("interfaceProvided", wide))).toEqual(["ResourceListed", "InterfaceProvided"])
    expect(told(to("catalogued", [identified]))).toEqual(["ResourceClassified", "ResourceListed"])
    expect(told(to("retired", wide))).toEqual(["ResourceRetired"])
  })

  test("an interface beside what is open already leads nowhere, and is not searched for (arts 22, 26)", () => {
    const open = fact("ResourcePublishedWithoutInterface", "2026-02-02", { audience: "both", electronic: true })
    expect(to("interfaceProvided", [...wide, open])).toMatchObject({
      lacks: [{ _tag: "Position", position: "available", terminal: false }],
      visited: 0
    })
  })

  test("where nobody says whose resource it is, that is missing, and not an opening in mid-course (art. 22)", () => {
    const organ = ['{"_tag":"Fact","missing":"organ","instance":""}']
    const [, ...unopened] = wide
    expect(told(to("declared", unopened))).toEqual(organ)
    const nobody = fact("StorageAssigned", "2026-02-01", { department: null })
    expect(told(to("declared", [...unopened, nobody]))).toEqual(organ)
    expect(told(to("storage:atDepartment", unopened))).toEqual(organ)
    expect(told(to("catalogued", unopened))).toEqual(["ResourceListed"])
    const way = to("catalogued", [])
    expect(way).toMatchObject({ _tag: "None", lacks: [{ _tag: "Fact", missing: "organ" }] })
  })

  test("without a catalogue in force nothing can be listed, and where nobody knows, that is missing (art. 23)", () => {
    expect(told(to("catalogued", wide, { ...ctx, instrumentsInForce: () => [] }))).toEqual([
      '{"_tag":"Gate","norm":"N23.2","instance":"","act":"ResourceListed"}'
    ])
    expect(told(to("catalogued", wide, { ...ctx, instrumentsInForce: () => undefined }))).toEqual([
      '{"_tag":"Fact","missing":"exchangeCatalogue","norm":"N23.2","instance":""}'
    ])
  })
})

describe("the way of a database to where it is kept (art. 27)", () => {
  test("a database that reaches across departments goes to the data centre at once, and to the department after a consent", () => {
    expect(told(to("storage:atDataCentre", wide))).toEqual(["StoredAtDataCentre"])
    expect(told(to("storage:atDepartment", wide))).toEqual([
      "StorageExceptionRequested",
      "StorageConsentGiven",
      "StoredAtDepartment"
    ])
  })

  test("any other database is kept by the department, and nobody consents", () => {
    expect(told(to("storage:atDepartment", narrow))).toEqual(["StoredAtDepartment"])
  })

  test("of a resource that nobody classified, its tags are what is missing, not steps", () => {
    const way = to("storage:atDepartment", [identified])
    expect(way).toMatchObject({ _tag: "None", lacks: [{ _tag: "Fact", missing: "crossDept", norm: "N27.3" }] })
  })

  test("from the data centre it moves once the consent is there; what is stored no longer is at its end", () => {
    const kept = [...wide, fact("StoredAtDataCentre", "2026-02-01", {})]
    expect(told(to("storage:atDepartment", kept))).toEqual([
      "StorageExceptionRequested",
      "StorageConsentGiven",
      "MovedToDepartment"
    ])
    const ceased = [...kept, fact("StorageCeased", "2026-03-01", {})]
    expect(to("storage:atDataCentre", ceased)).toMatchObject({ lacks: [{ _tag: "Position", terminal: true }] })
  })

  test("without a provincial authority nobody can consent, in words too", () => {
    const way = to("storageException:consented", wide, {
      ...ctx,
      directory: { ...ctx.directory, holder: () => undefined }
    })
    expect(told(way)).toEqual(['{"_tag":"Holder","role":"info.provincial","region":"440000"}'])
    expect(describeWay(way, ctx).summary.zh).toMatch(/^没有依规定到达“自存申请：/u)
    expect(describeWay(to("storage:atDepartment", wide), ctx).summary.zh).toMatch(/到达“存储：/u)
  })

  test("a request that was refused is at its end: the goal is that of a new one, unless it is named", () => {
    const refused = [
      ...wide,
      fact("StorageExceptionRequested", "2026-02-01", { consent: "C1", circumstances: "…" }),
      fact("StorageConsentRefused", "2026-02-05", { consent: "C1", reason: "…", by: "p-info" })
    ]
    expect(told(to("storageException:consented", refused))).toEqual([
      "StorageExceptionRequested",
      "StorageConsentGiven"
    ])
    expect(to("storageException/C1:consented", refused)._tag).toBe("None")
    expect(told(to("storageException:refused", refused))).toEqual([])
  })

  test("a consent in force is ended, not asked for anew; of a request that a goal names nothing has to be on record", () => {
    const consented = [
      ...wide,
      fact("StorageExceptionRequested", "2026-02-01", { consent: "C1", circumstances: "…" }),
      fact("StorageConsentGiven", "2026-02-03", { consent: "C1", by: "p-info" })
    ]
    expect(named(to("storageException:ended", consented))).toEqual(["…StorageExceptionEnded/C1"])
    const asked = ["…StorageExceptionRequested/C9", "…StorageConsentGiven/C9"]
    expect(named(to("storageException/C9:consented", wide))).toEqual(asked)
    expect(named(to("storageException/C9:consented", consented))).toEqual(asked)
  })

  test("where it is known that no department is responsible, that is what is missing", () => {
    const nobody = [...wide, fact("StorageAssigned", "2026-02-01", { department: null })]
    expect(told(to("storageException:submitted", nobody))).toEqual([
      '{"_tag":"Fact","missing":"department","instance":""}'
    ])
  })
})

describe("the way of a request to share (art. 28)", () => {
  const requested = (sharing: string, on: string): Event =>
    fact("SharingRequested", on, {
      sharing,
      need: "…",
      channel: "data-centre",
      agreement: "agreement-1",
      conforms: true,
      by: "bank"
    })

  test("it is asked for under the agreement in force and granted by the data centre", () => {
    expect(told(to("sharingRequest:granted", wide))).toEqual(["SharingRequested", "SharingGranted"])
    expect(told(to("sharingRequest:granted", [...wide, requested("S1", "2026-02-01")]))).toEqual(["SharingGranted"])
  })

  test("of two requests the one that is named is granted", () => {
    const story = [...wide, requested("S1", "2026-02-01"), requested("S2", "2026-02-02")]
    const of = (goal: Goal) => {
      const way = to(goal, story)
      return way._tag === "Found" ? way.steps.map(({ act }) => "sharing" in act && act.sharing) : []
    }
    expect(of("sharingRequest:granted")).toEqual(["S2"])
    expect(of("sharingRequest/S1:granted")).toEqual(["S1"])
  })

  test("where none is named it is the one that was last acted on, whichever came first", () => {
    const granted = fact("SharingGranted", "2026-02-05", { sharing: "S1", by: "centre" })
    for (const second of ["S0", "S2"]) {
      const story = [...wide, requested("S1", "2026-02-01"), requested(second, "2026-02-02"), granted]
      expect(named(to("sharingRequest:suspended", story))).toEqual(["…SharingSuspended/S1"])
    }
  })

  test("of a request that a goal names nothing has to be on record, whatever it is called", () => {
    const asked = (id: string) => [`…SharingRequested/${id}`, `…SharingGranted/${id}`]
    for (const story of [wide, [...wide, requested("S1", "2026-02-01")]])
      for (const id of ["S9", "a/b:c"]) expect(named(to(`sharingRequest/${id}:granted`, story))).toEqual(asked(id))
  })

  test("who asked withdraws; where nobody says who asked, that is missing", () => {
    const withdrawn = (by: string | undefined) =>
      to("sharingRequest/S1:withdrawn", [...wide, { ...requested("S1", "2026-02-01"), by } as Event])
    expect(withdrawn("bank")).toMatchObject({ steps: [{ act: { _tag: "SharingRequestWithdrawn", by: "bank" } }] })
    expect(told(withdrawn(undefined))).toEqual(['{"_tag":"Fact","missing":"applicant","instance":""}'])
  })

  test("with an empty directory nobody is known to grant", () => {
    const way = to("sharingRequest:granted", wide, { ...ctx, directory: emptyDirectory })
    expect(told(way)).toEqual(['{"_tag":"Holder","role":"datacenter.provincial","region":"440000"}'])
  })
})

describe("what may happen next on a resource", () => {
  test("it is opened first; then acts on it, on its storage and on its requests are told together (arts 22 to 28)", () => {
    const kinds = (story: ReadonlyArray<Event>) => nextActs(fold(resourceId, story), ctx).map(({ kind }) => kind)
    expect(kinds([])).toEqual(["ResourceIdentified"])
    expect(kinds(wide)).toEqual(
      expect.arrayContaining(["ResourceListed", "StoredAtDataCentre", "StorageExceptionRequested", "SharingRequested"])
    )
    expect(kinds(wide)).not.toContain("SharingRequestWithdrawn")
    expect(kinds([classified(true)])).not.toContain("ResourceIdentified")
  })

  test("each example can be recorded as it is, also where no catalogue is known (arts 22 to 28)", () => {
    const found = fact("ResourceFalsityConfirmed", "2026-02-01", { falsity: "F1", by: "supervisor" })
    const story = [...wide, found, fact("ResourceListed", "2026-02-01", { by: "p-info" })]
    for (const asking of [ctx, { ...ctx, instrumentsInForce: () => undefined, directory: emptyDirectory }])
      for (const facts of [wide, story]) {
        const examples = nextActs(fold(resourceId, facts), asking).map(({ example }) => example)
        expect(Result.isSuccess(decodeEvents(examples)), JSON.stringify(examples)).toBe(true)
      }
    // Where a record begins, a person has to say first.
    expect(nextActs(fold(resourceId, []), ctx)[0]?.example).toMatchObject({ region: "…", organ: "…" })
  })

  test("an example is called after what it is about, so that no two of one case have one name (arts 22, 27, 28)", () => {
    const story = [
      ...wide,
      fact("ResourceFalsityConfirmed", "2026-02-01", { falsity: "F1", by: "supervisor" }),
      fact("StorageExceptionRequested", "2026-02-01", { consent: "C1", circumstances: "…" }),
      fact("SharingRequested", "2026-02-01", { sharing: "S1", need: "…", channel: "data-centre", by: "bank" })
    ]
    const names = nextActs(fold(resourceId, story), ctx).map(({ example }) => example.id)
    expect(names).toEqual(
      expect.arrayContaining(["…ResourceFalsityCorrected/F1", "…StorageConsentGiven/C1", "…SharingGranted/S1"])
    )
    expect(new Set(names).size).toBe(names.length)
  })
})
