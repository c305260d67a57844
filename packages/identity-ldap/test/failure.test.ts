import { assert, describe, it } from "@effect/vitest"
import { InvalidCredentialsError } from "ldapts"
import { failureOf } from "../src/LdapFailure.ts"

describe("what is told of a failure", () => {
  it("is what the server said, with its code, in both languages", () => {
    const failure = failureOf("bind", ["a secret of mine"])(new InvalidCredentialsError("data 52e"))
    assert.deepStrictEqual([failure.operation, failure.code], ["bind", 49])
    assert.include(failure.text.en, "data 52e")
    assert.match(failure.text.zh, /\p{Script=Han}/u)
  })

  it("is nothing of it where the server repeats a password", () => {
    const failure = failureOf("bind", ["a secret of mine"])(new Error("unknown user: a secret of mine?"))
    assert.notInclude(`${failure.message}${failure.stack}${JSON.stringify(failure)}`, "secret")
  })

  it("is cut where the server says a great deal", () => {
    assert.lengthOf(failureOf("search")(new Error("x".repeat(100_000))).detail, 500)
  })
})
