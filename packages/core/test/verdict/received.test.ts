import { describe, expect, test } from "vitest"
import type { CivilDate } from "../../src/civil/CivilDate.ts"
import { context, emptyDirectory } from "../../src/verdict/context.ts"
import type { Due } from "../../src/verdict/owed.ts"
import { firstReceived, owedOf } from "../../src/verdict/Received.ts"

const day = (text: string) => text as CivilDate
const trigger = { on: day("2026-03-01"), ref: "trigger" }
const early = { on: day("2026-03-10"), ref: "early" }
const late = { on: day("2026-03-11"), ref: "late" }
const due: Due = { on: day("2026-03-10") }

const ctx = context({ asOf: day("2026-04-01") })
/** What two copies come to, by what counts of each; `complete` says whether the record of copies is complete. */
const received = (counts: (ref: string) => true | "other-body" | "other-recipient" | undefined, complete = true) =>
  firstReceived([early, late], complete ? null : undefined, "copy", ({ ref = "" }) => counts(ref))

describe("what was received", () => {
  test("is the first that counts, whatever was remarked on those before", () => {
    expect(received(() => true)).toEqual({ act: early, doubt: undefined, note: undefined })
    expect(received((ref) => (ref === "late" ? true : "other-body"))).toEqual({
      act: late,
      doubt: undefined,
      note: undefined
    })
  })

  test("is nothing where none counts, and the first remark says why", () => {
    const none = received((ref) => (ref === "early" ? "other-body" : "other-recipient"))
    expect(none).toEqual({ act: null, doubt: undefined, note: "other-body" })
    expect(owedOf(ctx, trigger, none, due)).toMatchObject({ status: "Overdue", note: "other-body" })
  })

  test("is unknown where the record is not complete, or one of them may count", () => {
    expect(received(() => "other-body", false)).toEqual({ act: undefined, doubt: "copy", note: "other-body" })
    const doubtful = received((ref) => (ref === "early" ? undefined : "other-body"))
    expect(doubtful).toEqual({ act: undefined, doubt: "copy.to", doubtful: early, otherwise: null, note: "other-body" })
    expect(owedOf(ctx, trigger, doubtful, due)).toMatchObject({ status: "Undetermined", missing: "copy.to" })
  })

  test("is late beyond doubt only where none came in time that may have counted", () => {
    const counted = received((ref) => (ref === "late" ? true : undefined))
    expect(owedOf(ctx, trigger, counted, due)).toMatchObject({ status: "Undetermined", missing: "copy.to" })
    for (const inTime of [{ on: day("2026-03-11") }, { limit: day("2026-03-11") }, {}])
      expect(owedOf(ctx, trigger, counted, inTime).status).toBe("Fulfilled")
    expect(owedOf(ctx, trigger, counted, { limit: day("2026-03-10") }).status).toBe("Undetermined")
  })

  test("is late beyond doubt where what may have counted before was late too, or came after the end", () => {
    const counted = received((ref) => (ref === "late" ? true : undefined))
    const past: Due = { on: day("2026-03-09") }
    expect(owedOf(ctx, trigger, counted, past)).toMatchObject({ status: "FulfilledLate", act: late })
    const doubtful = received(() => undefined)
    expect(owedOf(ctx, trigger, doubtful, past)).toMatchObject({ status: "Undetermined", missing: "copy.to" })
    const ended = { on: day("2026-03-09"), ref: "end" }
    expect(owedOf(ctx, trigger, doubtful, past, ended)).toMatchObject({ status: "NotApplicable", note: "lapsed" })
    expect(
      owedOf(
        ctx,
        trigger,
        received(() => undefined, false),
        past,
        ended
      ).status
    ).toBe("Undetermined")
  })

  test("keeps the remark on its time unless it has one of its own, and an unknown calendar before any", () => {
    const none = received(() => "other-body")
    expect(owedOf(ctx, trigger, none, { ...due, note: "earlier-scheme" }).note).toBe("other-body")
    const silent = firstReceived([], null, "copy", () => true)
    expect(owedOf(ctx, trigger, silent, { ...due, note: "earlier-scheme" }).note).toBe("earlier-scheme")
    expect(owedOf(ctx, trigger, none, { note: "calendar-unknown" })).toMatchObject({
      status: "Undetermined",
      note: "calendar-unknown"
    })
  })
})

test("without a directory nobody is known, and a region lies in itself", () => {
  const on = day("2026-03-01")
  expect(emptyDirectory.within("440100", "440100", on)).toBe(true)
  expect(emptyDirectory.within("440106", "440100", on)).toBeUndefined()
  expect(emptyDirectory.successorOn("A", on)).toBe("A")
  const asked = context({ asOf: on })
  expect([asked.profile.id, asked.directory.version, asked.plansInForce("440100", "A", on)]).toEqual([
    "text-only",
    "empty",
    undefined
  ])
})
