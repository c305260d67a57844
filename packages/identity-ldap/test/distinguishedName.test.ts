import { assert, describe, it } from "@effect/vitest"
import fc from "fast-check"
import { DN } from "ldapts"
import { distinguishedName, isWithin, nameTable } from "../src/distinguishedName.ts"

const same = [
  "cn=Gz Health\\, Info,ou=Units,dc=banfa",
  "CN=gz health\\2C info,OU=units,DC=BANFA",
  " cn = gz   health\\, info , ou = units , dc = banfa ",
  "cn=\\67z health\\2c\\20info,ou=units,dc=banfa"
]

const different = [
  "cn=gz health info,ou=units,dc=banfa",
  "cn=gz h\u0435alth\\, info,ou=units,dc=banfa",
  "cn=ｇｚ health\\, info,ou=units,dc=banfa",
  "cn=gz\u00a0health\\, info,ou=units,dc=banfa",
  "cn=gz health\\, info\u200b,ou=units,dc=banfa",
  "cn=gz health\\,info,ou=units,dc=banfa",
  "ou=gz health\\, info,ou=units,dc=banfa",
  "cn=gz health\\, info\\,ou=units,dc=banfa",
  "cn=gz health\\, info+ou=units,dc=banfa"
]

const none = [
  "cn",
  "=x",
  "cn=",
  "cn= ,dc=x",
  "cn=a,,dc=x",
  "cn=a,",
  ",cn=a",
  "cn=a\\",
  "cn=a\\z",
  "cn=\\ff",
  "cn=#0403616263",
  'cn="a"',
  "cn=a;dc=x",
  "cn=a<b",
  "cn=a\0",
  "cn=a\ud800",
  "c n=a",
  "1.2.=a"
]

describe("the name of an entry", () => {
  it("is the same however it is written", () => {
    for (const text of same) assert.deepStrictEqual(distinguishedName(text), distinguishedName(same[0] ?? ""), text)
    assert.deepStrictEqual(distinguishedName("a=1+b=2"), distinguishedName("B=2 + A=1"))
  })

  it("is another one where a letter only looks alike, or a step is another", () => {
    for (const text of different) assert.notDeepEqual(distinguishedName(text), distinguishedName(same[0] ?? ""), text)
  })

  it("is none where it cannot be read for sure", () => {
    for (const text of none) assert.isUndefined(distinguishedName(text), text)
    assert.deepStrictEqual(distinguishedName(""), [])
  })

  it("is read back as it was written, whatever characters are in it", () => {
    const value = fc
      .string({ unit: "binary", minLength: 1, maxLength: 20 })
      .filter((text) => !/[\0\p{Cs}]/u.test(text) && text.trim() === text)
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 4 }),
        fc.array(value, { minLength: 1, maxLength: 4 }),
        (one, other) => {
          const named = (values: ReadonlyArray<string>) =>
            distinguishedName(values.reduce((dn, text) => dn.addPairRDN("ou", text), new DN()).toString())
          const plain = (values: ReadonlyArray<string>) =>
            values.map((text) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/ +/g, " "))
          assert.isDefined(named(one))
          assert.strictEqual(
            JSON.stringify(named(one)) === JSON.stringify(named(other)),
            JSON.stringify(plain(one)) === JSON.stringify(plain(other))
          )
        }
      )
    )
  })

  it("lies below the names of which it has all steps, and below no name that only ends like it", () => {
    const name = (text: string) => distinguishedName(text) ?? []
    assert.isTrue(isWithin(name("uid=a,ou=people,dc=banfa"), name("OU=People, DC=banfa")))
    assert.isTrue(isWithin(name("ou=people,dc=banfa"), name("ou=people,dc=banfa")))
    assert.isFalse(isWithin(name("ou=people,dc=banfa"), name("uid=a,ou=people,dc=banfa")))
    assert.isFalse(isWithin(name("uid=a,ou=otherpeople,dc=banfa"), name("ou=people,dc=banfa")))
    assert.isFalse(isWithin(name("uid=a\\,ou=people\\,dc=banfa"), name("ou=people,dc=banfa")))
  })

  it("finds in a table what stands for it, or for the nearest above", () => {
    const table = nameTable({ "ou=A,dc=x": 1, "OU=b,ou=a,dc=x": 2 })
    const of = (text: string) => table?.of(distinguishedName(text) ?? [])
    const above = (text: string) => table?.above(distinguishedName(text) ?? [])
    assert.deepStrictEqual([of("ou=a, dc=X"), of("ou=c,ou=a,dc=x"), of("dc=x")], [1, undefined, undefined])
    assert.deepStrictEqual(
      [above("uid=u,ou=b,ou=a,dc=x"), above("ou=c,ou=a,dc=x"), above("dc=x"), above("")],
      [2, 1, undefined, undefined]
    )
  })

  it("is no key of a table twice", () => {
    assert.isUndefined(nameTable({ "ou=a,dc=x": 1, "OU=A, DC=x": 2 }))
    assert.isUndefined(nameTable({ "no name": 1 }))
    assert.isUndefined(nameTable({ "": 1 }))
  })
})
