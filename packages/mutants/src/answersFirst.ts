/**
 * A plugin of Stryker that asks first what is answered on record, in a process that is there already; only where no answer changes does it let
 * vitest run the tests. Most breaks are noticed at once, and starting vitest costs more than all answers.
 */
import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import {
  commonTokens,
  declareFactoryPlugin,
  type Injector,
  type PluginContext,
  PluginKind
} from "@stryker-mutator/api/plugin"
import { type MutantRunOptions, MutantRunStatus, type TestRunner } from "@stryker-mutator/api/test-runner"
import { strykerPlugins as vitest } from "@stryker-mutator/vitest-runner"

/** Where the questions are, in this copy of the workspace. */
const folder = "packages/core/test/law/answers"

/** What broken sources look at to see which break is on. */
interface Breaks {
  activeMutant?: string | undefined
  hitCount?: number
  hitLimit?: number | undefined
}

/** One subject: what each question is answered with, and what is on record. */
interface Record {
  readonly onRecord: ReadonlyArray<string>
  readonly answered: ReadonlyArray<() => string>
}

const records = new Map<string, Record>()

const recordOf = async (subject: string): Promise<Record | undefined> => {
  const found = records.get(subject)
  if (found !== undefined) return found
  const load = (file: string) => import(pathToFileURL(resolve(folder, file)).href)
  const { answers, kept } = await load("answers.ts")
  const { askings } = await load("asking.ts")
  for (const asking of askings) {
    const onRecord = readFileSync(resolve(folder, `${asking.rules.id}.txt`), "utf8")
      .trimEnd()
      .split("\n")
    const answered = asking.questions().map((one: unknown) => () => kept(answers(asking, one)))
    records.set(asking.rules.id, { onRecord, answered })
  }
  return records.get(subject)
}

/** The first question that is answered otherwise while a break is on. */
const otherwise = (
  { answered, onRecord }: Record,
  { activeMutant, hitLimit }: MutantRunOptions
): string | undefined => {
  const shared = globalThis as { __stryker__?: Breaks }
  shared.__stryker__ ??= {}
  const breaks = shared.__stryker__
  Object.assign(breaks, { activeMutant: activeMutant.id, hitCount: 0, hitLimit })
  try {
    const at = answered.findIndex((answer, i) => answer() !== onRecord[i])
    return at < 0 ? undefined : `question ${at} is answered otherwise`
  } catch (cause) {
    return String(cause)
  } finally {
    breaks.activeMutant = undefined
  }
}

const answersFirst = (inner: TestRunner): TestRunner => ({
  capabilities: () => inner.capabilities(),
  init: async () => inner.init?.(),
  dryRun: (options) => inner.dryRun(options),
  mutantRun: async (options) => {
    const asking = (options.testFilter ?? []).filter((test) => test.includes(`${folder}/`))
    // what runs while modules are loaded has run already in this process
    const bySubject = new Map(asking.map((test) => [/\w+$/u.exec(test)?.[0] ?? "", test]))
    for (const [subject, test] of options.mutantActivation === "runtime" ? bySubject : []) {
      const record = await recordOf(subject)
      const found = record === undefined ? undefined : otherwise(record, options)
      if (found !== undefined)
        return { status: MutantRunStatus.Killed, killedBy: [test], failureMessage: found, nrOfTests: 1 }
    }
    return inner.mutantRun(options)
  },
  dispose: async () => inner.dispose?.()
})

const create = (injector: Injector<PluginContext>): TestRunner => {
  const [plugin] = vitest
  if (plugin === undefined) throw new Error("the runner of vitest is not what it was")
  return answersFirst(injector.injectFunction(plugin.factory))
}
create.inject = [commonTokens.injector] as ["$injector"]

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "answers-first", create)]
