/** Laws of knowledge and words: what nobody knows has a name and answers, and every verdict can be said. */
import { expect, test } from "vitest"
import { prose } from "../../../src/explanation/prose.ts"
import type { Profile } from "../../../src/profile/Profile.ts"
import { evaluate } from "../../../src/verdict/Subject.ts"
import { full, lineOf, nameOf } from "../Law.ts"
import { type Case, doors, type Known, type NormGroup, stating, type Told, unsaid } from "./Known.ts"

/** What surrounds a case and may turn out to be nothing: the norm then has nothing to measure by, and is undetermined all the same. */
const unmeasured = ["construction", "dataCentre", "exchangeStandards", "plansInForce", "platform", "securityNorms"]

/** What is told of a region beside the samples. */
const elsewhere = "440300"

export const inquiryLaws = <S extends Case, E extends Told, P>(k: Known<S, E, P>): void => {
  const { arts, askedEarly, leftOpen = [], subject, words } = k
  const { says } = doors(k)
  const claim = stating(k)

  claim(
    "foreign",
    `a document of another region changes nothing (${arts})`,
    {},
    ({ day, events, met, profile, province }) => {
      const parameters = Object.fromEntries(
        Object.entries(profile.parameters).map(([name, all]) => [name, all?.map((e) => ({ ...e, region: elsewhere }))])
      ) as Profile["parameters"]
      const foreign = says(events, day, { ...profile, parameters }, province)
      if (Object.keys(parameters).length > 0 && foreign.length > 0) met()
      expect(foreign.map(lineOf)).toEqual(says(events, day, { ...profile, parameters: {} }, province).map(lineOf))
    }
  )

  claim("missing", `every missing fact has a name, and nothing else does (${arts})`, {}, ({ met, said }) => {
    for (const v of said()) {
      if (v.missing !== undefined) met()
      expect(v.missing !== undefined, lineOf(v)).toBe(v.status === "Undetermined")
    }
  })

  const asking = ({ arts, idleIn, met: floor, norms }: NormGroup): void => {
    let all = 0
    const idle: Array<string> = []
    claim(
      "answers",
      `every missing fact has answers, each once (${arts})`,
      {},
      ({ ctx, met, said, state }) => {
        for (const v of said()) {
          if (!norms.test(v.norm) || (v.missing === undefined && v.gate !== "unknown")) continue
          met()
          all += 1
          const inquiry = words.inquire(state, v, ctx)
          if (inquiry === undefined) return expect.fail(`nothing is supposed of ${lineOf(v)}`)
          const { answers, decides, fact, name } = inquiry
          expect(fact, lineOf(v)).toBe(words.vocabulary.missing[name])
          expect(answers.length, lineOf(v)).toBeGreaterThan(1)
          expect(new Set(answers.map((a) => a.answer.zh)).size, lineOf(v)).toBe(answers.length)
          const next = answers.some(({ missing }) => missing !== undefined && missing !== fact)
          if (!decides && !next && !askedEarly(name, v))
            idle.push([lineOf(v), ...answers.map((a) => `${a.answer.en} -> ${a.conclusion.en}`)].join("\n"))
        }
      },
      floor === undefined ? {} : { floor }
    )
    const few = Number.isFinite(idleIn) ? `, but for one in ${idleIn}` : ""
    // A rule may ask what no longer matters, as of a record that is out of order; it may not do so often.
    test(`two of its answers lead to different conclusions, or one names what is missing next${few} (${arts})`, () => {
      expect(all).toBeGreaterThan(full ? 100 : 0)
      expect(idle.length, `${idle.length} of ${all}\n${idle.slice(0, 5).join("\n\n")}`).toBeLessThanOrEqual(
        full ? all / idleIn : Math.ceil(all / idleIn)
      )
    })
  }
  for (const group of k.groups ?? [{ arts, norms: /^/u, idleIn: 100 }]) asking(group)

  claim("answered", `no answer leaves the fact missing that it answers (${arts})`, {}, ({ ctx, met, said, state }) => {
    for (const v of said()) {
      if (v.missing === undefined) continue
      const inquiry = words.inquire(state, v, ctx)
      if (inquiry === undefined) continue
      met()
      for (const { answer, missing } of inquiry.answers) {
        if (missing !== inquiry.fact) continue
        expect([...unmeasured, ...leftOpen], `${lineOf(v)}: ${answer.en}`).toContain(inquiry.name)
      }
    }
  })
  claim(
    "words",
    `every verdict is said in Chinese and in English, with its article and nothing left out (${arts})`,
    {},
    ({ ctx, met, n, said, state }) => {
      // Of a case with many verdicts a few tell as much as all of them.
      for (const v of said().filter((_, i, all) => all.length < 8 || i % 3 === n % 3)) {
        met()
        const explanation = words.explain(state, v, ctx)
        expect(explanation.quote.zh.length, lineOf(v)).toBeGreaterThan(0)
        const text = prose(explanation)
        for (const said of [text.zh, text.en]) expect(said, lineOf(v)).not.toMatch(unsaid)
        expect(text.zh).toMatch(/第.+条/u)
        if (v.note !== undefined) expect(text.zh).not.toContain(v.note)
      }
    },
    { portion: 0.3 }
  )

  claim(
    "complete",
    `a record that is complete from its beginning says the same wherever one that is not says anything that no person judged (${arts})`,
    {},
    ({ ctx, met, said, state }) => {
      if (!("coverage" in state) || state.coverage === undefined) return
      const whole = evaluate(subject, { ...state, coverage: undefined }, ctx).map((v) => `${nameOf(v)} ${v.status}`)
      for (const v of said()) {
        // What a person judged stands, whatever a record tells beside it.
        if (v.status === "Undetermined" || v.act?.kind === "Judged") continue
        met()
        expect(whole, lineOf(v)).toContain(`${nameOf(v)} ${v.status}`)
      }
    }
  )
}
