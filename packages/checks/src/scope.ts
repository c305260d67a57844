import { existsSync, globSync } from "node:fs"
import { basename, join } from "node:path"

/** Which tests and which sources a quick check of a change looks at, as paths from the root with `/`. */
export interface Scope {
  /** Files and folders whose format is looked at. */
  readonly sources: ReadonlyArray<string>
  /** Files and folders of tests that are run. */
  readonly tests: ReadonlyArray<string>
}

const law = "packages/core/test/law"
const scenarios = "packages/testing/test/scenario/files.test.ts"

/** The subjects: folders of core that have a value of `Subject`. */
export const subjectsIn = (root: string): ReadonlyArray<string> =>
  globSync("packages/core/src/*/subject.ts", { cwd: root })
    .map((file) => file.split(/[\\/]/).at(-2) ?? "")
    .sort()

/** What tests of laws are about that are about no subject alone. */
const shared = ["histories", "province"]

/** A law is about the subject with whose name its file begins; about projects, where it begins with none. */
const lawsOf = (root: string, subject: string): ReadonlyArray<string> => {
  const others = [...subjectsIn(root), ...shared].filter((one) => one !== subject)
  return globSync(`${law}/*.test.ts`, { cwd: root })
    .map((file) => basename(file))
    .filter((name) =>
      subject === "project" ? !others.some((other) => name.startsWith(other)) : name.startsWith(subject)
    )
    .map((name) => `${law}/${name}`)
    .sort()
}

/** What is looked at of a subject: its sources, its tests, its laws, its answers on record (half of them, where they are many), and all scenarios. */
export const scopeOfSubject = (root: string, subject: string): Scope => {
  const ofCore = ["src", "test"].map((part) => `packages/core/${part}/${subject}`)
  const sources = [...ofCore, `packages/testing/src/${subject}`].filter((path) => existsSync(join(root, path)))
  const tests = [
    `packages/core/test/${subject}/`,
    ...lawsOf(root, subject),
    ...globSync(`${law}/answers/${subject}{,Even}.test.ts`, { cwd: root }).map((file) => file.replaceAll("\\", "/")),
    scenarios
  ]
  return { sources, tests: tests.filter((path) => existsSync(join(root, path))) }
}

/** The tests that a changed file is about: itself, those of its subject, or those of its package. */
const testsFor = (root: string, file: string): ReadonlyArray<string> => {
  if (file.endsWith(".test.ts")) return [file]
  if (file.startsWith("packages/testing/scenarios/")) return [scenarios]
  const [place = "", name = "", , folder = ""] = file.split("/")
  if (place !== "packages" && place !== "examples") return []
  if (["core", "testing"].includes(name) && subjectsIn(root).includes(folder)) return scopeOfSubject(root, folder).tests
  return [`${place}/${name}/test/`, ...(name === "core" ? [scenarios] : [])]
}

/** What is looked at of changed files, each named by its path from the root. */
export const scopeOfFiles = (root: string, files: ReadonlyArray<string>): Scope => ({
  sources: files.filter((file) => existsSync(join(root, file))),
  tests: [...new Set(files.flatMap((file) => testsFor(root, file)))]
    .filter((path) => existsSync(join(root, path)))
    .sort()
})
