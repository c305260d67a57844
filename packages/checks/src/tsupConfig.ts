/**
 * Bundles the package in the current folder: ESM, one file for each module that the package exports and shared chunks
 * between them, so that a class is the same one whichever export it came through. Types are `declarations.ts`.
 */
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { defineConfig } from "tsup"
import { entries } from "./Exports.ts"

const modules = entries(JSON.parse(readFileSync("package.json", "utf8")))

export default defineConfig({
  entry: Object.fromEntries(modules.map(({ built, source }) => [built, source])),
  tsconfig: resolve(process.cwd(), "../../tsconfig.base.json"),
  outDir: join(process.cwd(), "dist"),
  format: "esm",
  target: "es2023",
  platform: "neutral",
  external: [/^node:/],
  removeNodeProtocol: false,
  splitting: true,
  // a JSON module of another package stays one; es2023 has no import attributes, every Node that the packages name has
  esbuildOptions: (options) => {
    options.supported = { "import-attributes": true }
  },
  sourcemap: true,
  clean: true
})
