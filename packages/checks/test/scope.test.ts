import { resolve } from "node:path"
import { expect, test } from "vitest"
import { command } from "../src/command.ts"
import { scopeOfFiles, scopeOfSubject, subjectsIn } from "../src/scope.ts"
import { tree } from "./tree.ts"

const workspace = () =>
  tree(
    Object.fromEntries(
      [
        "packages/core/src/complaint/subject.ts",
        "packages/core/src/project/subject.ts",
        "packages/core/src/project/art10.ts",
        "packages/core/src/verdict/Verdict.ts",
        "packages/core/test/complaint/art21.test.ts",
        "packages/core/test/project/art10.test.ts",
        "packages/core/test/law/complaint.test.ts",
        "packages/core/test/law/breach.test.ts",
        "packages/core/test/law/provinceModel.test.ts",
        "packages/core/test/law/answers/complaint.test.ts",
        "packages/core/test/law/answers/projectEven.test.ts",
        "packages/core/test/law/answers/projectOdd.test.ts",
        "packages/notify/src/relay.ts",
        "packages/notify/test/relay.test.ts",
        "packages/testing/src/project/histories.ts",
        "packages/testing/test/scenario/files.test.ts",
        "README.md"
      ].map((path) => [path, ""])
    )
  )

const ofProject = [
  "packages/core/test/law/answers/projectEven.test.ts",
  "packages/core/test/law/breach.test.ts",
  "packages/core/test/project/",
  "packages/testing/test/scenario/files.test.ts"
]

test("a subject is its sources, its tests, the laws that bear its name or none, its answers on record, and the scenarios", () => {
  const root = workspace()
  expect(subjectsIn(root)).toEqual(["complaint", "project"])
  const { sources, tests } = scopeOfSubject(root, "project")
  expect(sources).toEqual(["packages/core/src/project", "packages/core/test/project", "packages/testing/src/project"])
  expect(tests.toSorted()).toEqual(ofProject)
  expect(scopeOfSubject(root, "complaint").tests).toContain("packages/core/test/law/complaint.test.ts")
  expect(scopeOfSubject(root, "complaint").tests).not.toContain("packages/core/test/law/breach.test.ts")
})

test.each([
  ["packages/core/src/project/art10.ts", ofProject],
  ["packages/testing/src/project/histories.ts", ofProject],
  ["packages/core/test/project/art10.test.ts", ["packages/core/test/project/art10.test.ts"]],
  ["packages/core/src/verdict/Verdict.ts", ["packages/core/test/", "packages/testing/test/scenario/files.test.ts"]],
  ["packages/testing/scenarios/art10.yaml", ["packages/testing/test/scenario/files.test.ts"]],
  ["packages/notify/src/relay.ts", ["packages/notify/test/"]],
  ["packages/core/test/project/gone.test.ts", []],
  ["README.md", []]
])("a change of %s is looked at by these tests", (file, tests) => {
  expect(scopeOfFiles(workspace(), [file]).tests).toEqual(tests)
})

test("what is neither a subject nor a file is refused, with the subjects that there are", async () => {
  const check = resolve(import.meta.dirname, "../src/check.ts")
  const { code, output } = await command(process.execPath, [check, "projects"], { cwd: import.meta.dirname })
  expect(code).toBe(2)
  expect(output).toContain("Neither a subject nor a file: projects. The subjects: complaint, facility")
})
