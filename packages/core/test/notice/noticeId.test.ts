import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Notice } from "../../src/notice/index.ts"
import { noticeId, readdressed } from "../../src/notice/noticeId.ts"
import { runs } from "../law/Law.ts"

/** Ids as the ports allow them, with many of the characters that the names of notices are made of. */
const ids = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: fc.constantFrom("~", ".", "0", "1", "2", "a", "项", "𠮷"), minLength: 1, maxLength })
    .filter((id) => id.length <= maxLength)

const things = fc.record({
  norm: fc.constantFrom("N12.1", "N12.2", "local:~1~"),
  one: ids(6),
  instance: fc.oneof(fc.constant(""), ids(6)),
  agency: fc.oneof(fc.constant(undefined), ids(6)),
  role: fc.constantFrom("info.any", "investment.any") as fc.Arbitrary<"info.any" | "investment.any">
})
type Thing = typeof things extends fc.Arbitrary<infer A> ? A : never
const nameOf = ({ agency, instance, norm, one, role }: Thing): string =>
  noticeId({ kind: "copy", subject: "project", parts: [norm, one, instance] }, { role, agency })

describe("the id of a notice", () => {
  it("is the same for the same thing told to the same recipient, and for nothing else", () => {
    fc.assert(
      fc.property(things, things, (a, b) => {
        expect(nameOf(a) === nameOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
      { numRuns: runs * 4 }
    )
  })

  it("of ids that hold what stands between the parts is still told apart", () => {
    const cut = fc.record({
      text: fc.string({ unit: fc.constantFrom("~", "a"), minLength: 6, maxLength: 8 }),
      at: fc.nat(5),
      other: fc.nat(5)
    })
    const idOf = (text: string, at: number): string =>
      noticeId(
        { kind: "copy", subject: "project", parts: ["N12.2", text.slice(0, at), text.slice(at)] },
        { role: "info.any", agency: "a" }
      )
    const twoWays = (one: string, instance: string): string =>
      noticeId({ kind: "copy", subject: "project", parts: ["N12.2", one, instance] }, { role: "info.any", agency: "a" })
    expect(twoWays("a~b", "c")).not.toBe(twoWays("a", "b~c"))
    fc.assert(
      fc.property(cut, ({ at, other, text }) => {
        expect(idOf(text, at) === idOf(text, other)).toBe(at === other)
      }),
      { numRuns: runs }
    )
  })

  it("has at most 700 characters, with ids as long as the ports allow them", () => {
    const long = (length: number) => "~".repeat(length)
    const to = { role: "government.provincial", agency: long(64) } as const
    const fact = { kind: "opinion-requested", subject: "supervision", parts: ["N10.1", long(190), long(200)] } as const
    expect(noticeId(fact, { ...to, agency: long(190) }).length).toBeLessThanOrEqual(700)
    const duty = [
      long(60),
      long(190),
      `application/${long(190)}`,
      "2026-01-01",
      "DoesNotQualify",
      "2026-01-01T00:00:00.000Z"
    ]
    expect(noticeId({ kind: "duty-opened", subject: "supervision", parts: duty }, to).length).toBeLessThanOrEqual(700)
  })

  it("of the same thing told to somebody else differs by who is told alone", () => {
    fc.assert(
      fc.property(things, ids(6), (thing, agency) => {
        const to = { role: thing.role, agency: thing.agency }
        const notice: Notice = {
          id: nameOf(thing),
          kind: "copy",
          case: { subject: "project", id: thing.one },
          norm: "N12.2",
          instance: thing.instance,
          to,
          on: "2026-04-08" as Notice["on"],
          demanded: true,
          by: "2026-04-10" as Notice["on"]
        }
        const moved = readdressed(notice, { role: "info.provincial", agency })
        expect(moved.id).toBe(
          noticeId(
            { kind: "copy", subject: "project", parts: [thing.norm, thing.one, thing.instance] },
            { role: "info.provincial", agency }
          )
        )
        expect(readdressed(moved, to).id).toBe(notice.id)
        expect([moved.demanded, moved.by]).toEqual([false, undefined])
      }),
      { numRuns: runs }
    )
  })
})
