import { calendar } from "@banfa/testing/project"
import { surroundingsOf } from "@banfa/testing/province"
import { parseScenario } from "@banfa/testing/scenario"
import * as Result from "effect/Result"
import { expect } from "vitest"
import { directory } from "../../src/agency/Directory.ts"
import { play, profileOf, type Scenario } from "../../src/scenario/index.ts"
import { context } from "../../src/verdict/context.ts"
import { evaluate } from "../../src/verdict/Subject.ts"
import { adverse } from "../../src/verdict/Verdict.ts"
import { lineOf, now } from "./Law.ts"
import { failure, provinceLaws, scenarioFile, stateOf, subjects, type World } from "./province.ts"

const readAgain = (text: string): Scenario => {
  const read = parseScenario(text, "province.yaml")
  if (Result.isFailure(read)) return expect.fail(`${read.failure.message}\n${text}`)
  return read.success.scenarios[0] as Scenario
}

/** What a world says when it is written and read again: done once, since a file is long. */
const files = new WeakMap<World, Scenario>()
const again = (w: World): Scenario => {
  const read = files.get(w) ?? readAgain(scenarioFile(w, "省情形"))
  files.set(w, read)
  return read
}

provinceLaws(0.03, [
  {
    title:
      "a history that is written as a scenario file and read again makes the same cases and the same verdicts, rules and directory included",
    floor: 1000,
    holds: (w, met) => {
      const { given, setting } = again(w)
      const profile = Result.getOrThrow(profileOf(setting.profile))
      const agencies = Result.getOrThrow(directory(setting.directory))
      const cases = w.province.cases.map((one) => {
        const { key } = subjects[one.subject]
        return { ...one, facts: given.filter((e) => e[key] === one.id && one.facts.some(({ id }) => id === e.id)) }
      })
      const brought = surroundingsOf(cases, agencies, now)
      const ctx = context({ asOf: w.day, profile, directory: agencies, calendar, ...brought })
      for (const [i, one] of w.province.cases.entries()) {
        const state = stateOf(cases[i] as typeof one, w.day)
        met()
        expect(state).toEqual(stateOf(one, w.day))
        expect(evaluate(subjects[one.subject], state, ctx).map(lineOf)).toEqual(w.lines(one))
      }
    }
  },
  {
    title:
      "a history that is written as a scenario file is played as it is written: every question has the answer that stands beside it",
    floor: 1000,
    holds: (w, met) => {
      const scenario = again(w)
      for (const { differences } of Result.getOrThrow(play(scenario)).checks) {
        met()
        expect(differences).toEqual([])
      }
    }
  }
])

let broken = ""
provinceLaws(0.01, [
  {
    title:
      "a law that does not hold is told with the smallest history that breaks it, as a scenario file that can be read and played",
    floor: 1,
    holds: (w, met) => {
      const holds = (one: World): void => {
        const found = one.province.cases.flatMap((x) => one.says(x)).filter((v) => adverse(v.status))
        if (found.length > 0) expect.fail(`${lineOf(found[0] as (typeof found)[number])} is found`)
      }
      if (broken !== "" || !w.province.cases.some((x) => w.says(x).some((v) => adverse(v.status)))) return
      broken = failure("nothing is ever found", holds, { seed: 7, path: "0" }, w, new Error("something is found"))
      const text = broken.slice(broken.indexOf("标题: "))
      const scenario = readAgain(text)
      met()
      expect(text).toContain("# seed 7, path 0")
      expect(scenario.given.length).toBeGreaterThan(0)
      for (const { differences } of Result.getOrThrow(play(scenario)).checks) expect(differences).toEqual([])
    }
  }
])
