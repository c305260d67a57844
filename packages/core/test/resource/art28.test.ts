import { describe, expect, test } from "vitest"
import type { Amount } from "../../src/civil/Amount.ts"
import type { Event, EventOf } from "../../src/resource/index.ts"
import { advised, borne, deniedBy, fact, identified, noted, period, read, said, status } from "./story.ts"

type Request = Partial<Omit<EventOf<"SharingRequested">, "_tag" | "id" | "resource" | "on" | "recordedAt" | "sharing">>
const asks = (more: Request = {}) =>
  fact("SharingRequested", "2026-03-10", {
    sharing: "S1",
    applicant: "enterprise",
    need: "信贷核验",
    channel: "data-centre",
    agreement: "agreement-1",
    conforms: true,
    by: "company",
    ...more
  })
const without = (key: "need" | "conforms" | "channel"): Event => {
  const { [key]: _, ...rest } = asks()
  return rest as Event
}
const granted = (more: object = {}) =>
  fact("SharingGranted", "2026-03-20", { sharing: "S1", by: "centre", amount: "0.00" as Amount, ...more })
const refused = fact("SharingRefused", "2026-03-20", { sharing: "S1", by: "centre", reason: "容量不足" })
const of = (story: ReadonlyArray<Event>, on = "2026-03-25", how: object = {}) =>
  [[identified, ...story], on, "N28.1", how] as const
const none = { province: { catalogue: undefined, agreement: "2030-01-01" as never, centre: undefined } }

describe("whoever has a business need may share through the data centre (N28.1)", () => {
  test("need, conformity and channel qualify whoever asks, organ or citizen (art. 28)", () => {
    for (const applicant of ["organ", "enterprise", "public-institution", "organization", "citizen"] as const) {
      expect(status(...of([asks({ applicant })]))).toBe("Qualifies")
      expect(status(...of([asks({ applicant }), granted()]))).toBe("Qualifies")
      expect(advised([identified], asks({ applicant })).outcome).toBe("Allowed")
    }
  })

  test("a request without a name of who asks is judged all the same (art. 28)", () => {
    const { by: _, ...nameless } = asks()
    expect(status(...of([nameless as Event]))).toBe("Qualifies")
    expect(advised([identified], nameless as Event).outcome).toBe("Allowed")
  })

  test("without a stated need, or against the agreement, it does not qualify; granted so it is a finding against who granted (art. 28)", () => {
    expect(noted(...of([without("need")]))).toEqual(["DoesNotQualify", "need-missing"])
    expect(noted(...of([asks({ conforms: false })]))).toEqual(["DoesNotQualify", "against-agreement"])
    expect(borne(...of([asks({ need: null })]))).toEqual(["applicant.any: company"])
    expect(borne(...of([asks({ need: null }), granted()]))).toEqual(["datacenter.provincial: centre"])
    expect(borne(...of([asks({ need: null }), granted({ by: "police" })]))).toEqual(["organ.any: police"])
    expect(borne(...of([asks({ need: null }), granted({ by: undefined })]))).toEqual(["datacenter.provincial: centre"])
  })

  test("conformity that nobody states leaves it undetermined; the grant may state it (art. 28)", () => {
    expect(said(...of([without("conforms")]))).toMatchObject({ status: "Undetermined", missing: "conforms" })
    expect(status(...of([without("conforms"), granted({ conforms: true })]))).toBe("Qualifies")
    expect(said(...of([without("channel")]))).toMatchObject({ status: "Undetermined", missing: "channel" })
  })

  test("what was sent again after a return counts (art. 28)", () => {
    const back = fact("SharingRequestReturned", "2026-03-12", { sharing: "S1", by: "centre", reason: "材料不全" })
    const again = fact("SharingRequestResubmitted", "2026-03-14", {
      sharing: "S1",
      need: "信贷核验",
      channel: "data-centre",
      conforms: true,
      by: "company"
    })
    expect(status(...of([asks({ need: null }), back, again]))).toBe("Qualifies")
    expect(said(...of([asks({ need: null }), back, again]))?.trigger?.on).toBe("2026-03-10")
  })

  test("refused, with or without reason, it is a power and no breach; withdrawn, nothing is said (art. 28)", () => {
    const { reason: _, ...bare } = refused
    for (const refusal of [refused, bare as Event]) {
      expect(noted(...of([asks(), refusal]))).toEqual(["Discretionary", undefined])
      expect(status(...of([asks({ need: null }), refusal]))).toBe("Discretionary")
    }
    expect(status(...of([asks(), fact("SharingRequestWithdrawn", "2026-03-12", { sharing: "S1" })]))).toBe(
      "NotApplicable"
    )
  })

  test("under A28a=right a refusal of who qualifies is a remark", () => {
    const how = { profile: read("A28a", "right") }
    expect(noted(...of([asks(), refused], "2026-03-25", how))).toEqual(["Discretionary", "eligible-refused"])
    expect(noted(...of([asks({ need: null }), refused], "2026-03-25", how))).toEqual(["Discretionary", undefined])
  })

  test("through another channel it is not forbidden; under A28b=exclusive it is a finding", () => {
    const other = [asks({ channel: "other" }), granted()]
    expect(status(...of(other))).toBe("NotApplicable")
    const how = { profile: read("A28b", "exclusive") }
    expect(noted(...of(other, "2026-03-25", how))).toEqual(["Discretionary", "other-channel"])
    expect(status(...of([asks({ channel: "other" })], "2026-03-25", how))).toBe("NotApplicable")
  })

  test("without an agreement in force the permission cannot be used, and a grant is denied under the agreement's own norm (arts 23, 28)", () => {
    expect(status(...of([asks()], "2026-03-25", none))).toBe("NotApplicable")
    expect(deniedBy([identified, asks()], granted(), none)).toEqual(["N23.3"])
    const unknown = { province: { ...none.province, agreement: undefined } }
    expect(said(...of([asks()], "2026-03-25", unknown))).toMatchObject({
      status: "Undetermined",
      missing: "exchangeAgreement"
    })
    expect(advised([identified, asks()], granted(), unknown).outcome).toBe("Undetermined")
  })

  test("under A28c=bilateral the agreement is a contract of the pair", () => {
    const how = { profile: read("A28c", "bilateral"), ...none }
    expect(status(...of([asks({ contract: "合同一" })], "2026-03-25", how))).toBe("Qualifies")
    expect(status(...of([asks({ contract: null })], "2026-03-25", how))).toBe("NotApplicable")
    expect(said(...of([asks()], "2026-03-25", how))?.missing).toBe("contract")
    expect(deniedBy([identified, asks({ contract: null })], granted(), how)).toEqual(["N23.3"])
    expect(deniedBy([identified, asks({ contract: "合同一" })], granted(), how)).toEqual([])
  })

  test("while the data centre does not operate the permission cannot be used (arts 25, 28)", () => {
    const province = { catalogue: undefined, agreement: "2005-06-01" as never, centre: "2030-01-01" as never }
    expect(status(...of([asks()], "2026-03-25", { province }))).toBe("NotApplicable")
  })

  test("to ask without a need is denied, to grant without a need or conformity too (art. 28)", () => {
    expect(deniedBy([identified], without("need"))).toEqual(["N28.1"])
    expect(advised([identified], without("conforms")).outcome).toBe("Allowed")
    expect(deniedBy([identified, asks({ conforms: false })], granted())).toEqual(["N28.1"])
    expect(advised([identified, without("conforms")], granted()).outcome).toBe("Undetermined")
    expect(deniedBy([identified, asks()], granted())).toEqual([])
  })

  test("a local period for handling is shown, and never overdue (art. 28)", () => {
    const how = { profile: period("sharing.within", 5) }
    expect(said(...of([asks()], "2026-03-15", how))).toMatchObject({ status: "Qualifies", due: "2026-03-15" })
    expect(noted(...of([asks()], "2026-03-16", how))).toEqual(["Qualifies", "handling-period-over"])
    expect(said(...of([asks(), granted()], "2026-03-25", how))?.due).toBeUndefined()
  })

  test("a charge without ground is a notice to a grant, and never denies (arts 22, 28)", () => {
    const { outcome, reasons } = advised([identified, asks()], granted({ amount: "5.00" }))
    expect(outcome).toBe("AllowedWithNotice")
    expect(reasons.some((r) => r._tag === "Norm" && r.verdict.norm === "N22.4")).toBe(true)
  })
})
