import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"
import { urlOf } from "../src/address.ts"

const reasonOf = (address: string, http = false) => {
  const parsed = urlOf(address, http)
  return parsed instanceof URL ? "" : parsed.en
}

describe("the address of a webhook", () => {
  it("is an https URL in its normal form", () => {
    const addresses = ["https://a.example/", "https://a.example:8443/x?y=1&z=%E7%B2%A4", "https://xn--0zwm56d.example/"]
    for (const address of addresses) assert.strictEqual(reasonOf(address), "", address)
    assert.strictEqual(reasonOf("http://a.example/", true), "")
  })

  it("is nothing else, and the reason is said", () => {
    const examples: ReadonlyArray<readonly [address: string, reason: RegExp]> = [
      ["", /no URL/u],
      ["a.example/", /no URL/u],
      ["http://a.example/", /https/u],
      ["ftp://a.example/", /https/u],
      ["javascript:alert(1)", /https/u],
      ["https://name:password@a.example/", /name or a password/u],
      ["https://name@a.example/", /name or a password/u],
      ["https://:password@a.example/", /name or a password/u],
      ["https://a.example/#x", /fragment/u],
      ["https://a.example/#", /fragment/u],
      ["https://a.example", /normal form/u],
      ["https://A.example/", /normal form/u],
      ["HTTPS://a.example/", /normal form/u],
      ["https://a.example:443/", /normal form/u],
      ["https://a.example/x/../y", /normal form/u],
      ["https://a.example\\x", /normal form/u],
      ["https://a.example/x y", /normal form/u],
      ["https://a.example/\r\nx: y", /normal form/u],
      [" https://a.example/", /normal form/u],
      ["https://测试.example/", /normal form/u],
      ["https://ａ.example/", /normal form/u],
      ["https://2130706433/", /normal form/u],
      ["https://0x7f.1/", /normal form/u],
      ["https:a.example/", /normal form/u],
      ["https://@a.example/", /normal form/u],
      [`https://a.example/${"x".repeat(2_000)}`, /longer/u]
    ]
    for (const [address, reason] of examples) assert.match(reasonOf(address), reason, address)
  })

  it("holds no space, no control character, no name and no password, whatever is written", () => {
    const pieces = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.string({ unit: "binary" })
    )
    const written = fc.tuple(fc.constantFrom("https://", "https:", ""), pieces, pieces).map((each) => each.join(""))
    fc.assert(
      fc.property(written, (address) => {
        const parsed = urlOf(address, true)
        if (!(parsed instanceof URL)) return
        assert.match(address, /^https?:\/\/[!-~]+$/u)
        assert.strictEqual(parsed.href, address)
        assert.strictEqual(parsed.username + parsed.password + parsed.hash, "")
      })
    )
  })
})
