import { expect, test } from "vitest"
import { drawingTests } from "../src/drawingTests.ts"
import { tree } from "./tree.ts"

test("tests that draw are found, also where a module beside them or a suite draws", () => {
  const root = tree({
    "packages/one/test/draws.test.ts": `import fc from "fast-check"`,
    "packages/one/test/by.test.ts": `import { law } from "./Law.ts"`,
    "packages/one/test/Law.ts": `import fc from "fast-check"`,
    "packages/one/test/suite.test.ts": `import { deliveriesSuite } from "@banfa/testing/deliveries"`,
    "packages/one/test/types.test.ts": `import type { Law } from "./Law.ts"`,
    "packages/one/test/plain.test.ts": `import { one } from "../src/one.ts"`,
    "packages/one/src/one.ts": `import fc from "fast-check"`
  })
  expect(drawingTests(root)).toEqual(["by", "draws", "suite"].map((name) => `packages/one/test/${name}.test.ts`))
})
