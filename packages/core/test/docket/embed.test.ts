import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import { civilDay } from "../../src/civil/index.ts"
import { type Embedding, embed } from "../../src/docket/index.ts"
import { EventStore } from "../../src/port/EventStore.ts"
import { compose, sampleLayer, textOnly } from "../../src/profile/index.ts"
import { sample } from "../law/Law.ts"
import {
  act,
  clerk,
  command,
  docketOver,
  failedWith,
  inProject,
  memory,
  upToApproval,
  upToOpinion,
  value
} from "./fixture.ts"

class Locked extends Schema.TaggedError<Locked>()("Locked", { by: Schema.String }) {}

describe("a docket for hosts without Effect", () => {
  it("needs a directory only: it keeps its facts in memory, and nobody may enter any", async () => {
    const docket = value(await embed({ directory: sample }))
    failedWith(await docket.record(command("c", [act.drafted()])), "NotARecorder")
    value(await docket.perform(command("c", [act.drafted()], "2026-03-02T01:00:00Z", "health")))
    expect(value(await docket.history(inProject()))).toHaveLength(1)
    const other = value(await embed({ directory: sample }))
    expect(value(await other.history(inProject()))).toEqual([])
  })

  it("answers not ok when its store cannot be opened, with the reason of the store", async () => {
    const store = Layer.effect(EventStore, Effect.fail(new Locked({ by: "another" })))
    const answer = await embed({ directory: sample, store })
    expect(answer).toEqual({ ok: false, error: new Locked({ by: "another" }) })
  })

  it("opens its store once and releases it once, when it is closed or goes out of use", async () => {
    const told: Array<string> = []
    const store: Embedding<never>["store"] = Layer.effect(
      EventStore,
      Effect.acquireRelease(
        Effect.sync(() => {
          told.push("opened")
          return memory()
        }),
        () => Effect.sync(() => told.push("released"))
      )
    )
    const docket = value(await embed({ directory: sample, store, recorders: [{ id: clerk }] }))
    value(await docket.record(command("c", upToOpinion())))
    value(await docket.history(inProject()))
    expect(told).toEqual(["opened"])
    await docket.close()
    await docket.close()
    expect(told).toEqual(["opened", "released"])
    {
      await using used = value(await embed({ directory: sample, store }))
      value(await used.history(inProject()))
    }
    expect(told).toEqual(["opened", "released", "opened", "released"])
  })

  it("answers under the profile, the calendar and the plans that it was given, and names their versions", async () => {
    const store = memory()
    const profile = Result.getOrThrow(compose(textOnly, sampleLayer))
    const dated = await docketOver(store, { profile })
    const plain = await docketOver(store, { calendar: undefined, plansInForce: undefined })
    value(await dated.record(command("c", upToApproval())))
    const at = { asOf: "2026-06-30" }
    const [under, without] = [
      value(await dated.verdicts(inProject(), at)),
      value(await plain.verdicts(inProject(), at))
    ]
    expect([under.basis.profile, without.basis.profile]).toEqual(["sample@1", "text-only@1"])
    expect([under.basis.calendar, without.basis.calendar]).toEqual(["sample-calendar-1", "none"])
    const of = (all: typeof under.verdicts, norm: string) => all.find((v) => v.norm === norm)
    expect(of(under.verdicts, "N12.1")?.due).toBe("2026-04-15")
    expect(of(without.verdicts, "N12.1")?.due).toBeUndefined()
    expect(of(under.verdicts, "N9.1")?.status).toBe("Fulfilled")
    expect(of(without.verdicts, "N9.1")?.missing).toBe("plansInForce")
  })
})

describe("the civil day of an instant", () => {
  it("turns over at midnight in Asia/Shanghai", () => {
    expect(civilDay("2026-03-01T15:59:59.999Z")).toBe("2026-03-01")
    expect(civilDay("2026-03-01T16:00:00Z")).toBe("2026-03-02")
    expect(civilDay("2028-02-29T16:00:00.000Z")).toBe("2028-03-01")
  })

  it("is none for what is no instant in UTC", () => {
    for (const text of ["", "2026-03-01", "2026-03-01T16:00:00", "2026-03-01T16:00:00+08:00", "2026-02-29T00:00:00Z"])
      expect(civilDay(text)).toBeUndefined()
  })
})
