import { describe, expect, test } from "vitest"
import type { Amount } from "../../src/civil/Amount.ts"
import type { Event } from "../../src/resource/index.ts"
import { borne, fact, identified, intervals, noted, read, said, status, tagged, takenOver } from "./story.ts"

const disclosable = [identified, tagged("2026-03-02", { disclosable: true })]
const published = (on: string) =>
  fact("ResourcePublishedWithoutInterface", on, { audience: "public", electronic: true, by: "health" })

describe("in principle there is no charge (N22.4)", () => {
  const story = [...disclosable, published("2026-03-05")]
  const fee = (on: string, amount: string | null, recorded: object = {}, by = "health") =>
    fact("ResourceFeeSet", on, { amount: amount as Amount | null, by, ...recorded })
  const exception = { ground: "复制成本", legalBasis: "示例依据" }

  test("free is fulfilled, and what nobody states is undetermined (art. 22)", () => {
    expect(status([...story, fee("2026-03-05", "0.00")], "2026-03-10", "N22.4")).toBe("Fulfilled")
    expect(status([...story, fee("2026-03-05", null)], "2026-03-10", "N22.4")).toBe("Fulfilled")
    expect(said(story, "2026-03-10", "N22.4")).toMatchObject({ status: "Undetermined", missing: "fee" })
  })

  test("a charge without ground and legal basis is a breach; with both the presumption is defeated (art. 22)", () => {
    expect(noted([...story, fee("2026-03-05", "5.00")], "2026-03-10", "N22.4")).toEqual(["Breached", "reason-missing"])
    const half = fee("2026-03-05", "5.00", { ground: "复制成本" })
    expect(noted([...story, half], "2026-03-10", "N22.4")).toEqual(["Breached", "reason-missing"])
    expect(status([...story, fee("2026-03-05", "5.00", exception)], "2026-03-10", "N22.4")).toBe("PresumptionDefeated")
  })

  test("under A22b=never no charge has an exception", () => {
    const charged = [...story, fee("2026-03-05", "5.00", exception)]
    expect(noted(charged, "2026-03-10", "N22.4", { profile: read("A22b", "never") })).toEqual(["Breached", undefined])
  })

  test("a charge that was lifted stays on record with its interval (art. 22)", () => {
    const lifted = [...story, fee("2026-03-05", "5.00"), fee("2026-04-01", "0.00")]
    expect(status(lifted, "2026-03-31", "N22.4")).toBe("Breached")
    expect(noted(lifted, "2026-04-01", "N22.4")).toEqual(["Fulfilled", "earlier-breach"])
    expect(intervals(lifted, "2026-04-01", "N22.4")).toEqual(["Breached 2026-03-05 2026-04-01"])
  })

  test("before anything is disclosed or shared there is nothing to charge for (art. 22)", () => {
    expect(status(disclosable, "2026-03-10", "N22.4")).toBe("NotApplicable")
    expect(said([takenOver], "2026-03-10", "N22.4")).toMatchObject({ status: "Undetermined", missing: "publication" })
  })

  test("it is asked of since the first disclosure or sharing (art. 22)", () => {
    const shared = (on: string, is: boolean) => fact("ResourceSharedInternally", on, { shared: is, by: "health" })
    const since = (internal: Event) =>
      said([...story, internal, fee("2026-03-06", "0.00")], "2026-03-10", "N22.4")?.trigger?.on
    expect(since(shared("2026-03-04", true))).toBe("2026-03-04")
    expect(since(shared("2026-03-06", true))).toBe("2026-03-05")
    expect(since(shared("2026-03-04", false))).toBe("2026-03-05")
  })

  test("the organ that charges bears it; of a charge of the data centre the authority that runs it (arts 22, 25)", () => {
    expect(borne([...story, fee("2026-03-05", "5.00")], "2026-03-10", "N22.4")).toEqual(["organ.any: health"])
    expect(borne([...story, fee("2026-03-05", "5.00", {}, "centre")], "2026-03-10", "N22.4")).toEqual([
      "info.provincial: p-info"
    ])
  })

  test("a charge for a grant is judged of that grant (arts 22, 28)", () => {
    const asked = fact("SharingRequested", "2026-03-05", { sharing: "S1", applicant: "citizen", need: "办事" })
    const granted = fact("SharingGranted", "2026-03-09", { sharing: "S1", by: "centre", amount: "3.00" as Amount })
    const how = [[identified, asked, granted], "2026-03-10", "N22.4", {}, "sharing/S1"] as const
    expect(noted(...how)).toEqual(["Breached", "reason-missing"])
    expect(borne(...how)).toEqual(["info.provincial: p-info"])
    const byOrgan = { ...granted, by: "health" }
    expect(borne([identified, asked, byOrgan], "2026-03-10", "N22.4", {}, "sharing/S1")).toEqual(["organ.any: health"])
  })
})
