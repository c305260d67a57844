import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { directory } from "@banfa/core/agency"
import type { CivilDate } from "@banfa/core/civil"
import { type CaseRef, type EmbeddedDocket, embed } from "@banfa/core/docket"
import { compose, type Profile, sampleLayer, textOnly } from "@banfa/core/profile"
import { type Context, caseAt, context, type Event, position } from "@banfa/core/project"
import { advice as outcomes, regulation, standing, type Text } from "@banfa/core/regulation"
import {
  actText,
  type Difference,
  type Played,
  play,
  profileOf,
  type Scenario,
  type ScenarioFile,
  surroundingsOf
} from "@banfa/core/scenario"
import { layer } from "@banfa/storage-sqlite"
import * as Result from "effect/Result"
import { sayDuties, sayExplanation, sayNext } from "./outlook.ts"
import { sayInspection } from "./summary.ts"
import type { Telling } from "./Telling.ts"
import { clerk, playFacts } from "./timeline.ts"
import { sayWay } from "./way.ts"

/** Tells every scenario of a file. Answers whether everything could be told and every check held. */
export const tellFile = async (file: ScenarioFile, tell: Telling): Promise<boolean> => {
  tell.say(file.title)
  tell.say({
    zh: `《${regulation.base.title.zh}》（${regulation.base.documentNumber}）`,
    en: `${regulation.base.title.en} (${regulation.base.documentNumber})`
  })
  for (const sentence of [standing.inForceUnverified, standing.samplesOnly]) tell.say(sentence)
  const folder = mkdtempSync(join(tmpdir(), "banfa-"))
  let whole = true
  try {
    for (const [index, scenario] of file.scenarios.entries()) {
      if (!(await tellScenario(scenario, join(folder, `${index}.sqlite`), tell))) whole = false
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  tell.say({ zh: "", en: "" })
  tell.say(standing.findingDisclaimer)
  tell.say(standing.inForceUnverified)
  return whole
}

/** Opens the docket on a file under a profile, and closes it after use. */
const withDocket = async (
  filename: string,
  ctx: Context,
  tell: Telling,
  use: (docket: EmbeddedDocket) => Promise<boolean>
): Promise<boolean> => {
  const { directory, plansInForce, profile } = ctx
  const opened = await embed({
    store: layer({ filename }),
    directory,
    plansInForce,
    profile,
    recorders: [{ id: clerk }]
  })
  if (!opened.ok) {
    tell.say({
      zh: `不能打开记录：${opened.error.message}`,
      en: `the record cannot be opened: ${opened.error.message}`
    })
    return false
  }
  try {
    return await use(opened.value)
  } finally {
    await opened.value.close()
  }
}

const sampleRules = compose(textOnly, sampleLayer)

const tellScenario = async (scenario: Scenario, filename: string, tell: Telling): Promise<boolean> => {
  const agencies = directory(scenario.setting.directory)
  const own = profileOf(scenario.setting.profile)
  if (Result.isFailure(agencies) || Result.isFailure(own) || Result.isFailure(sampleRules)) {
    const failures = [agencies, own, sampleRules].flatMap((r: Result.Result<unknown, Error>) =>
      Result.isFailure(r) ? [r.failure] : []
    )
    for (const { message } of failures) tell.say({ zh: message, en: message })
    return false
  }
  const asOf = dayOf(scenario)
  const under = (profile: Profile): Context =>
    context({ asOf, profile, directory: agencies.success, ...surroundingsOf(scenario.setting) })
  const facts = projectFacts(scenario)
  const projects = [...new Set(facts.map((fact) => fact.project))].map(
    (id): CaseRef<"project"> => ({ subject: "project", id })
  )

  tell.heading({ zh: `一、办理过程：${scenario.name.zh}`, en: `1. What happened: ${scenario.name.en}` })
  let whole = await withDocket(filename, under(own.success), tell, (docket) =>
    playFacts(docket, facts, under(own.success), tell)
  )

  for (const [number, profile] of [textOnly, sampleRules.success].entries()) {
    tell.heading({
      zh: `${["二", "三"][number]}、截至${asOf}的未了事项：${profile.title.zh}`,
      en: `${number + 2}. What is owed as of ${asOf}: ${profile.title.en}`
    })
    const told = await withDocket(filename, under(profile), tell, async (docket) => {
      let all = true
      for (const project of projects) {
        tell.say({ zh: `[${project.id}]`, en: `[${project.id}]` })
        if (!(await sayDuties(docket, project, asOf, under(profile), tell))) all = false
      }
      return all
    })
    whole &&= told
  }

  tell.heading({ zh: "四、一项结论的完整说明", en: "4. One verdict explained in full" })
  const ctx = under(own.success)
  const explained = await withDocket(filename, ctx, tell, async (docket) => {
    const found = await firstFinding(docket, projects, asOf)
    return found === undefined || sayExplanation(docket, found.project, found.verdict, asOf, tell)
  })

  tell.heading({ zh: "五、接下来可以依规定办理的事项", en: "5. What may lawfully happen next, and by whom" })
  const next = await withDocket(filename, ctx, tell, async (docket) => {
    let all = true
    for (const project of projects) {
      tell.say({ zh: `[${project.id}]`, en: `[${project.id}]` })
      if (!(await sayNext(docket, project, asOf, ctx, tell))) all = false
    }
    return all
  })

  tell.heading({ zh: "六、今后的途径：先后次序，由谁办理", en: "6. The way onward: in which order, and by whom" })
  const way = await withDocket(filename, ctx, tell, async (docket) => {
    let all = true
    for (const project of projects) {
      tell.say({ zh: `[${project.id}]`, en: `[${project.id}]` })
      const theirs = facts.filter((fact) => fact.project === project.id)
      const at = position(caseAt(project.id, theirs, asOf, end), ctx)
      if (!(await sayWay(docket, project, at, asOf, ctx, tell))) all = false
    }
    return all
  })
  const held = tellChecks(play(scenario), tell)
  tell.heading({ zh: `八、检查汇总（截至${asOf}）`, en: `8. What an inspection would write down, as of ${asOf}` })
  const inspected = await withDocket(filename, ctx, tell, (docket) => sayInspection(docket, projects, asOf, ctx, tell))
  return whole && explained && next && way && held && inspected
}

/** The docket of this example holds projects: facts about anything else only surround them. */
const projectFacts = ({ given }: Scenario): ReadonlyArray<Event> =>
  (given as ReadonlyArray<object>).filter((fact): fact is Event => "project" in fact)

/** Everything that a story records is known by then. */
const end = "2199-12-31T23:59:59.999Z"

/** The day asked about: the latest of the checks, or of the facts where a file has no checks. */
const dayOf = ({ checks, given }: Scenario): CivilDate => {
  const days = checks.length > 0 ? checks.map((c) => c.when.asOf) : given.map((fact) => fact.on)
  return days.toSorted().at(-1) ?? regulation.base.effectiveFrom
}

/** The first verdict that is not as provided, or else the first of all. */
const firstFinding = async (docket: EmbeddedDocket, projects: ReadonlyArray<CaseRef<"project">>, asOf: string) => {
  const all = []
  for (const project of projects) {
    const answer = await docket.verdicts(project, { asOf })
    if (answer.ok) all.push(...answer.value.verdicts.map((verdict) => ({ project, verdict })))
  }
  return (
    all.find(({ verdict }) => verdict.status === "Breached" && verdict.norm === "N10.1") ??
    all.find(({ verdict }) => verdict.status === "Breached") ??
    all[0]
  )
}

const differenceText = ({ actual, expected, what }: Difference): Text => ({
  zh: `${what.zh}：应为${expected.zh}，实为${actual.zh}`,
  en: `${what.en}: expected ${expected.en}, got ${actual.en}`
})

const tellChecks = (played: Result.Result<Played, { readonly message: string }>, tell: Telling): boolean => {
  tell.heading({ zh: "七、情形文件的检验", en: "7. The checks of the scenario file" })
  if (Result.isFailure(played)) {
    tell.say({ zh: played.failure.message, en: played.failure.message }, 1)
    return false
  }
  const { checks } = played.success
  const failed = checks.filter((check) => check.differences.length > 0)
  for (const { answers, check, differences } of checks) {
    const sign = differences.length === 0 ? "✓" : "✗"
    const acts = check.when.acts.map(actText)
    const asked: Text =
      acts.length === 0
        ? { zh: `截至${check.when.asOf}`, en: `as of ${check.when.asOf}` }
        : { zh: `拟办${acts.map((a) => a.zh).join("、")}`, en: `to ${acts.map((a) => a.en).join(", ")}` }
    const advice = answers.advice === undefined ? undefined : outcomes[answers.advice.outcome]
    tell.say(
      {
        zh: `${sign} [${check.when.case}] ${asked.zh}${advice === undefined ? "" : `：${advice.zh}`}`,
        en: `${sign} [${check.when.case}] ${asked.en}${advice === undefined ? "" : `: ${advice.en}`}`
      },
      1
    )
    for (const difference of differences) tell.say(differenceText(difference), 2)
  }
  tell.say(
    {
      zh: `${checks.length - failed.length} 项相符，${failed.length} 项不符`,
      en: `${checks.length - failed.length} hold, ${failed.length} do not`
    },
    1
  )
  return failed.length === 0
}
