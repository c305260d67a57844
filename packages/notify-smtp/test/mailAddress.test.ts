import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { asciiDomain, mailAddress, mailbox } from "../src/mailAddress.ts"
import { notAddresses } from "./farSide.ts"

describe("an address", () => {
  it.each([
    ["clerk@info.example.gov.cn", "clerk@info.example.gov.cn"],
    ["First.Last+tag@Example.GOV.CN", "First.Last+tag@example.gov.cn"],
    ["o'neill!#$%&*/=?^_`{|}~-@example.org", "o'neill!#$%&*/=?^_`{|}~-@example.org"],
    ["clerk@政务.中国", "clerk@xn--zfr164b.xn--fiqs8s"],
    ["clerk@XN--ZFR164B.xn--fiqs8s", "clerk@xn--zfr164b.xn--fiqs8s"],
    ["张三@政务.中国", "张三@政务.中国"],
    ["张三@xn--zfr164b.xn--fiqs8s", "张三@政务.中国"],
    ["张三@example.gov.cn", "张三@example.gov.cn"],
    [`${"p".repeat(64)}@example.org`, `${"p".repeat(64)}@example.org`]
  ])("%s is sent as %s", (given, sent) => assert.equal(mailAddress(given), sent))

  it.each([
    "",
    "@",
    ...notAddresses("good@example.org"),
    `${"张三".repeat(11)}@example.org`,
    "a\u200Bb@example.org",
    "a\uFFFDb@example.org"
  ])("%j is none", (text) => assert.isUndefined(mailAddress(text)))

  it("that is one stays as it is when it is read again, and holds nothing that a mail server could take for something else", () => {
    const domain = fc.domain()
    const local = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.tuple(local, domain).map((both) => both.join("@"))
        ),
        (text) => {
          const address = mailAddress(text)
          if (address === undefined) return
          assert.equal(mailAddress(address), address)
          assert.match(address, /^[^\s\p{C}\p{Z}@<>()[\],:;"\\]+@[^\s\p{C}\p{Z}@<>()[\],:;"\\]+$/u)
          assert.isAtMost(Buffer.byteLength(address), 254)
        }
      )
    )
  })

  it("that people use is one", () => {
    fc.assert(
      fc.property(fc.emailAddress({ size: "small" }), (text) =>
        assert.equal(mailAddress(text)?.toLowerCase(), text.toLowerCase())
      )
    )
  })
})

describe("a domain", () => {
  it.each([
    "localhost",
    "127.0.0.1",
    "1.2.3.4",
    "0x7f.1",
    "a..b",
    "-a.b",
    "a-.b",
    "a_b.org",
    "exa\u00ADmple.org",
    "ｅxample.org",
    ""
  ])("%j is none", (text) => assert.isUndefined(asciiDomain(text)))
})

describe("a mailbox", () => {
  it.each([
    ["notice@example.gov.cn", { name: "", address: "notice@example.gov.cn" }],
    ["某某局 <notice@example.gov.cn>", { name: "某某局", address: "notice@example.gov.cn" }],
    ["<notice@example.gov.cn>", { name: "", address: "notice@example.gov.cn" }]
  ])("%s has a name and an address", (text, both) => assert.deepEqual(mailbox(text), both))

  it.each([
    "",
    "某某局",
    "某某局 <>",
    "a\r\nBcc: x@example.org <notice@example.gov.cn>",
    "a <b@example.org> <c@example.org>",
    "a@example.org, b@example.org"
  ])("%j is none", (text) => assert.isUndefined(mailbox(text)))
})
