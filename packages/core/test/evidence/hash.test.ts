import { hashOf } from "@banfa/core/evidence"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import { sha256, sm3 } from "./sample.ts"

test("a function that is not the algorithm that it is said to be is refused, in both languages", () => {
  const refused = hashOf("sm3", sha256.digest)
  expect(Result.isFailure(refused) && refused.failure.message).toMatch(/不是 sm3.*is not sm3/)
  expect(Result.isSuccess(hashOf("sm3", sm3.digest))).toBe(true)
})
