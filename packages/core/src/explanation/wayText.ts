import type { Lack, Step, Way, WayAct } from "../path/Way.ts"
import { roleNames } from "../regulation/roleNames.ts"
import type { Text } from "../regulation/Text.ts"
import type { Basis } from "../verdict/Basis.ts"
import type { Context } from "../verdict/Verdict.ts"
import { citation } from "./Explanation.ts"
import { forerunners, list, type ReasonText, reasonText } from "./reasonText.ts"
import { standingTexts } from "./standingTexts.ts"
import { bearerText, type Vocabulary, word } from "./wording.ts"

/** A norm in words: where it stands and what it says. */
export interface NormText {
  /** Id of the norm, e.g. `N10.1`. */
  readonly norm: string
  /** The name of the article, or the title of the local document. */
  readonly article: Text
  /** The words of the norm; the Chinese is the source's, the English the library's. */
  readonly quote: Text
}

/** An act on a way in words. */
export interface WayActText {
  /** What the act is called. */
  readonly act: Text
  /** Who may do it. */
  readonly who: Text
  /** The norms that ask for it. */
  readonly asks: ReadonlyArray<NormText>
  /** What would be remarked about it, although it may be done. */
  readonly notices: ReadonlyArray<ReasonText>
  /** When it comes, and whether it may be left out. */
  readonly place: Text
}

/** One thing that is missing, in words, with the norm that needs it. */
export interface LackText {
  /** What is missing, in one sentence. */
  readonly text: Text
  /** The norm that needs it; absent where none does. */
  readonly norm?: NormText
}

/** A way in words, or why there is none. Same inputs, same bytes. */
export interface WayText {
  /** The whole way in one sentence, or that there is none. */
  readonly summary: Text
  /** The steps in their order; empty where there is no way. */
  readonly steps: ReadonlyArray<WayActText>
  /** What is to be done beside the way, but not needed to reach the goal. */
  readonly optional: ReadonlyArray<WayActText>
  /** What is missing; empty where there is a way. */
  readonly lacks: ReadonlyArray<LackText>
  /** What has to be said wherever a way is shown: that it tells the order of acts alone, and how it stands in law. */
  readonly standing: ReadonlyArray<Text>
  /** What the answer rests on. */
  readonly basis: Basis
}

const orderOnly: Text = {
  zh: "途径只表示先后次序，不表示所需时间；所列事项是举例，“…”处由办理者填写。",
  en: "A way tells the order of acts, not how long they take; the acts are examples, and whoever acts fills in what reads “…”."
}

const normText = (norm: WayAct<unknown>["asks"][number], ctx: Context): NormText => {
  const { article, quote } = citation({ norm }, ctx)
  return { norm, article, quote }
}

/** An act, as far as it is put into words: the kind of fact. */
export type Act = { readonly _tag: string }

/** Puts a way into words, or why there is none. */
export const wayText = (way: Way<Act>, vocabulary: Vocabulary, ctx: Context): WayText => {
  const act = (one: WayAct<Act>, place: Text): WayActText => ({
    act: word(vocabulary.acts, one.act._tag),
    who: list(one.who.map((bearer) => bearerText(bearer, ctx.directory))),
    asks: one.asks.map((norm) => normText(norm, ctx)),
    notices: one.advice.reasons.map((reason) => reasonText(reason, vocabulary, ctx)),
    place
  })
  const found = way._tag === "Found" ? way : { steps: [], optional: [] }
  return {
    summary: summaryOf(way, vocabulary),
    steps: found.steps.map((step, index) => act(step, stepPlace(step, index))),
    optional: found.optional.map((one) => act(one, besidePlace(one.after))),
    lacks: way._tag === "None" ? way.lacks.map((lack) => lackText(lack, vocabulary, ctx)) : [],
    standing: [orderOnly, ...standingTexts(ctx)],
    basis: way.basis
  }
}

const summaryOf = (way: Way<Act>, { acts, positions }: Vocabulary): Text => {
  const goal = word(positions, way.goal)
  if (way._tag === "None") {
    return way.exhausted
      ? { zh: `没有依规定到达“${goal.zh}”的途径。`, en: `There is no lawful way to "${goal.en}".` }
      : {
          zh: `查找已到上限，未找到到达“${goal.zh}”的途径，不能断定没有。`,
          en: `The search was given up at its limit; whether there is a way to "${goal.en}" is not known.`
        }
  }
  if (way.steps.length === 0) return { zh: `已处于“${goal.zh}”。`, en: `It stands at "${goal.en}" already.` }
  const steps = way.steps.map((step) => word(acts, step.act._tag))
  return {
    zh: `依次${steps.map(({ zh }) => zh).join("、")}，到达“${goal.zh}”。`,
    en: `To "${goal.en}": ${steps.map(({ en }) => en).join(", then ")}.`
  }
}

const stepPlace = ({ required }: Step<Act>, index: number): Text =>
  required
    ? { zh: `第${index + 1}步`, en: `step ${index + 1}` }
    : {
        zh: `第${index + 1}步（不经此步也可办理，但会有提示，或者不合通常做法）`,
        en: `step ${index + 1} (without it the rest may still be done, with a notice or out of the ordinary course)`
      }

const besidePlace = (after: number): Text =>
  after === 0
    ? { zh: "另行办理，现即可办", en: "beside the way, from now on" }
    : { zh: `另行办理，第${after}步之后可办`, en: `beside the way, after step ${after}` }

const lackText = (lack: Lack, vocabulary: Vocabulary, ctx: Context): LackText => {
  switch (lack._tag) {
    case "Fact": {
      const missing = word(vocabulary.missing, lack.missing)
      const text = { zh: `缺少的事实：${missing.zh}`, en: `missing fact: ${missing.en}` }
      return lack.norm === undefined ? { text } : { text, norm: normText(lack.norm, ctx) }
    }
    case "Gate": {
      const act = word(vocabulary.acts, lack.act)
      return {
        text: { zh: `${act.zh}所需的前提未具备`, en: `what has to precede this act is not there: ${act.en}` },
        norm: normText(lack.norm, ctx)
      }
    }
    case "Holder": {
      const region = lack.region === undefined ? undefined : ctx.directory.regionName(lack.region)
      const role = roleNames[lack.role]
      return {
        text: {
          zh: `机构名录中没有${region?.zh ?? lack.region ?? ""}的${role.zh}，或者不止一个`,
          en: `the directory lists no ${role.en}, or more than one, for ${region?.en ?? lack.region ?? "the region"}`
        }
      }
    }
    case "Forerunner": {
      const [act, what] = [word(vocabulary.acts, lack.act), word(forerunners, lack.what)]
      return {
        text: {
          zh: `${act.zh}的前提事项尚未发生：${what.zh}`,
          en: `what the act "${act.en}" presupposes has not happened: ${what.en}`
        }
      }
    }
    case "Position": {
      const [position, goal] = [word(vocabulary.positions, lack.position), word(vocabulary.positions, lack.goal)]
      return {
        text: lack.terminal
          ? { zh: `已处于“${position.zh}”，事项已终结`, en: `it stands at "${position.en}", which is final` }
          : {
              zh: `从“${position.zh}”没有通向“${goal.zh}”的步骤`,
              en: `no step leads from "${position.en}" towards "${goal.en}"`
            }
      }
    }
  }
}
