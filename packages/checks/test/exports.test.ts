import { expect, test } from "vitest"
import { entries, withExports } from "../src/Exports.ts"

const manifest = {
  name: "@banfa/x",
  exports: { "./port/Store": { "@banfa/source": "./src/port/Store.ts" }, "./package.json": "./package.json" }
}

test("the modules that a package exports are those with a source", () => {
  expect(entries(manifest)).toEqual([{ subpath: "./port/Store", source: "./src/port/Store.ts", built: "port/Store" }])
})

test("the source comes first in the workspace and is not published", () => {
  const { exports, publishConfig } = withExports(manifest)
  const built = { types: "./dist/port/Store.d.ts", default: "./dist/port/Store.js" }
  expect(JSON.stringify(exports?.["./port/Store"])).toBe(
    JSON.stringify({ "@banfa/source": "./src/port/Store.ts", ...built })
  )
  expect(publishConfig).toEqual({
    access: "public",
    exports: { "./port/Store": built, "./package.json": "./package.json" }
  })
})

test("filling in export maps that are filled in changes nothing", () => {
  const filled = withExports(manifest)
  expect(withExports(filled)).toEqual(filled)
})
