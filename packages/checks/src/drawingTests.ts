import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { importsIn } from "./importsIn.ts"

/** The suites of `@banfa/testing` that put random questions to an adapter. */
const drawingSuites = new Set(["@banfa/testing/deliveries", "@banfa/testing/read-side"])

/** The test files of the workspace that draw random cases, by themselves or through modules beside them; their paths start at the root. */
export const drawingTests = (root: string): ReadonlyArray<string> => {
  const known = new Map<string, boolean>()
  const draws = (file: string): boolean => {
    const found = known.get(file)
    if (found !== undefined) return found
    known.set(file, false)
    const answer = importsIn(file, readFileSync(file, "utf8")).some(({ specifier, typeOnly }) => {
      if (typeOnly) return false
      if (specifier === "fast-check" || drawingSuites.has(specifier)) return true
      const next = resolve(dirname(file), specifier)
      return specifier.startsWith(".") && next.includes("test") && existsSync(next) && draws(next)
    })
    known.set(file, answer)
    return answer
  }
  return globSync("{packages,examples}/*/test/**/*.test.ts", { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => draws(join(root, file)))
    .sort()
}
