import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import type { SurroundingSubject } from "../../src/docket/index.ts"
import type { AppendRequest } from "../../src/port/EventStore.ts"
import type { Advice } from "../../src/verdict/Advice.ts"
import { of, plan } from "./cases.ts"
import {
  act,
  command,
  docketOver,
  failedWith,
  held,
  inProject,
  memory,
  type Store,
  upToDecision,
  value
} from "./fixture.ts"
import { meeting } from "./meeting.ts"

const all: ReadonlyArray<SurroundingSubject> = ["planning", "standard", "facility"]
const at = "2026-03-30T02:00:00Z"
const planned = [of.planDrafted(), of.planImplemented()]

/** A docket that reads what surrounds its cases from the cases that it keeps. */
const surrounded = (store: Store, surroundedBy = all) => docketOver(store, { plansInForce: undefined, surroundedBy })

const story = async (store: Store) => {
  const docket = await surrounded(store)
  value(await docket.record(command("story", [...upToDecision(), act.approved()], at)))
  return docket
}

describe("a docket that keeps the plans among which its projects stand", () => {
  const basis = async (docket: Awaited<ReturnType<typeof surrounded>>, asOf = "2026-03-31", knownAt?: string) =>
    value(await docket.verdicts(inProject(), { asOf, knownAt })).verdicts.find(({ norm }) => norm === "N9.1")

  it("reads which were in force from them, whichever they are, as known at the instant asked (arts 6, 9)", async () => {
    const docket = await story(memory())
    expect(await basis(docket)).toBeUndefined()
    value(await docket.record(command("plans", planned, "2026-04-10T01:00:00Z")))
    expect((await basis(docket))?.status).toBe("Fulfilled")
    expect(await basis(docket, "2026-03-31", "2026-04-09T23:59:59Z")).toBeUndefined()
  })

  it("knows nothing of plans unless the deployment says that it keeps them all, and what the host brings comes first (art. 9)", async () => {
    const store = memory()
    value(await (await story(store)).record(command("plans", planned)))
    const [without, others] = [await surrounded(store, []), await surrounded(store, ["facility"])]
    expect((await basis(without))?.missing).toBe("plansInForce")
    expect((await basis(others))?.missing).toBe("plansInForce")
    const brought = await docketOver(store, { plansInForce: () => [], surroundedBy: all })
    expect(await basis(brought)).toBeUndefined()
  })

  it("does not take a plan of which nothing stands for one: what is taken back was never there (art. 9)", async () => {
    const docket = await story(memory())
    value(await docket.record(command("plans", planned, "2026-04-10T01:00:00Z")))
    const back = [1, 2].map((n) => ({ _tag: "Retracted", plan: "plan-p", on: "2026-04-20", of: `plans/${n}` }))
    value(await docket.record(command("back", back, "2026-04-20T01:00:00Z")))
    expect(await basis(docket, "2026-04-30")).toBeUndefined()
    expect((await basis(docket, "2026-04-30", "2026-04-19T00:00:00Z"))?.status).toBe("Fulfilled")
  })

  it("tells in one answer what a plan and an approval that are recorded together change, and the same on a retry (art. 9)", async () => {
    const store = memory()
    const docket = await surrounded(store)
    value(await docket.record(command("story", upToDecision(), "2026-03-25T01:00:00Z")))
    const both = command("both", [...planned, act.approved()], at)
    const recorded = value(await docket.record(both))
    const changed = recorded.changes.find((one) => one.case.subject === "project")?.changes
    expect(changed?.find(({ after }) => after?.norm === "N9.1")?.after?.status).toBe("Fulfilled")
    value(await docket.record(command("more", [of.planDrafted("plan-2", "2026-03-01")], "2026-04-10T01:00:00Z")))
    value(await docket.record(command("gone", [{ _tag: "PlanRepealed", plan: "plan-p", on: "2026-03-29" }])))
    expect(value(await docket.record(both))).toEqual(recorded)
  })

  it("advises and performs on them (art. 9)", async () => {
    const store = memory()
    const docket = await surrounded(store)
    value(await docket.record(command("story", upToDecision(), "2026-03-25T01:00:00Z")))
    const approval = command("yes", [act.approved()], at, "drc")
    const norms = ({ reasons }: Advice) => reasons.map((r) => r._tag === "Norm" && r.verdict.norm)
    expect(norms(value(await docket.advise(approval)))).not.toContain("N9.1")
    const other = { ...of.planImplemented(), items: ["item-9"] }
    value(await docket.record(command("plans", [of.planDrafted(), other], "2026-03-26T01:00:00Z")))
    const advised = value(await docket.advise(approval))
    expect(norms(advised)).toContain("N9.1")
    expect(value(await docket.perform(approval)).advice).toEqual(advised)
  })

  it("guards its decisions by them: who decides while a plan begins, or while one changes, decides anew (art. 9)", async () => {
    for (const [first, moved] of [
      [[], "cases/planning"],
      [planned, "planning/plan-p"]
    ] as const) {
      const store = memory()
      const docket = await surrounded(store)
      value(await docket.record(command("story", [...upToDecision(), ...first], "2026-03-25T01:00:00Z")))
      const { conflicts, raced } = meeting(store, 1)
      const slow = await surrounded({
        ...raced,
        append: (request) =>
          Effect.promise(() =>
            docket.record(command("news", [of.planDrafted(), of.planImplemented("plan-p", "2026-03-01")]))
          ).pipe(Effect.andThen(raced.append(request)))
      })
      value(await slow.perform(command("no", [act.withdrawn()], at, "health")))
      expect(conflicts[0]?.moved.map(({ stream }) => stream)).toContain(moved)
      expect((await held(store)).map((one) => one.command)).toContain("no")
    }
  })

  it("says where a list of cases cannot be read, and leaves what does not rest on it as it was", async () => {
    const store = memory()
    const docket = await story(store)
    const event = { stream: "cases/planning", id: "x", type: "cases/Listed", data: { id: 7 }, recordedAt: at }
    const guards = [{ stream: "cases/planning", version: 0 }]
    await Effect.runPromise(store.append({ command: "x", guards, events: [event] } as unknown as AppendRequest))
    const asked = { asOf: "2026-03-31" }
    const error = failedWith(await docket.verdicts(inProject(), asked), "StoredFactUnreadable")
    expect([error.stream, error.findings[0]?.version]).toEqual(["cases/planning", 1])
    failedWith(await docket.record(command("p", planned)), "StoredFactUnreadable")
    value(await (await surrounded(store, ["standard"])).verdicts(inProject(), asked))
    value(await docket.history(inProject()))
  })
})

describe("a docket that keeps instruments and facilities", () => {
  it("tells systems whether the platform was in service and which security norms were in force (arts 17 to 19)", async () => {
    const store = memory()
    const docket = await surrounded(store)
    const facts = [
      { _tag: "SystemRecorded", system: "Y1", on: "2025-07-01", region: "440100", organ: "health" },
      { _tag: "SystemReachStated", system: "Y1", on: "2025-07-01", crossDept: true, crossRegion: true },
      { _tag: "SystemNetworkStated", system: "Y1", on: "2025-07-01", network: "other" }
    ]
    value(await docket.record(command("system", facts, "2025-07-01T01:00:00Z")))
    const said = async (norm: string, asOf = "2025-08-01") => {
      const { verdicts } = value(await docket.verdicts({ subject: "system", id: "Y1" }, { asOf }))
      const verdict = verdicts.find((v) => v.norm === norm)
      return [verdict?.status, verdict?.note ?? verdict?.missing]
    }
    const [platform, opened] = of.facilityOpened("net", "2025-07-15")
    value(await docket.record(command("platform", [platform], "2025-07-15T01:00:00Z")))
    expect(await said("N18.1")).toEqual(["Undetermined", "platform-unavailable"])
    value(await docket.record(command("opened", [opened], "2025-07-16T01:00:00Z")))
    expect(await said("N18.1")).toEqual(["Breached", undefined])
    expect(await said("N18.1", "2025-07-14")).toEqual(["Undetermined", "platform-unavailable"])
    expect(await said("N19.1")).toEqual(["Undetermined", "no-yardstick"])
    const drafted = { region: "440000", organ: "p-info", kind: "security-norms", level: "provincial" }
    const issued = ["InstrumentDrafted", "InstrumentIssued", "InstrumentTookEffect"].map((_tag, n) => ({
      _tag,
      instrument: "norms-1",
      on: "2025-07-20",
      ...(n === 0 ? drafted : {})
    }))
    value(await docket.record(command("norms", issued, "2025-07-21T01:00:00Z")))
    expect(await said("N19.1")).not.toContain("no-yardstick")
    expect(await said("N19.1", "2025-07-19")).toEqual(["Undetermined", "no-yardstick"])
  })

  it("lists each of them once, whichever deployment stored it", async () => {
    const store = memory()
    const plain = await docketOver(store)
    value(await plain.record(command("c1", [...of.facilityOpened(), of.planDrafted()])))
    value(await plain.record(command("c2", [of.planImplemented(), ...of.facilityOpened("data")])))
    const listed = (await held(store)).filter(({ type }) => type === "cases/Listed").map(({ data }) => data)
    expect(listed).toEqual([
      { subject: "facility", id: "net" },
      { subject: "planning", id: "plan-p" },
      { subject: "facility", id: "data" }
    ])
    expect(value(await plain.history(plan()))).toHaveLength(2)
  })
})
