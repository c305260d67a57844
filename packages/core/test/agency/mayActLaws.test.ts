import fc from "fast-check"
import { expect, it } from "vitest"
import { competence } from "../../src/agency/Competence.ts"
import { mayAct } from "../../src/agency/mayAct.ts"
import { mayActText, trailText } from "../../src/agency/mayActText.ts"
import { roles } from "../../src/regulation/roles.ts"
import { least, runs } from "../law/Law.ts"
import { shownByName } from "./shownByName.ts"
import { worlds } from "./worlds.ts"

/** Acts in each world: 100,000 of them in full draws. */
const acts = 100

it("of all acts none is allowed that nobody can show by name, and none denied that somebody can (arts 4, 8)", () => {
  const met = { acts: 0, allowed: 0, entrusted: 0, passedOn: 0, succeeded: 0, otherDay: 0, byCase: 0, denied: 0 }
  fc.assert(
    fc.property(worlds(acts), ({ acts: all, data, delegations, directory }) => {
      for (const { act, actor } of all) {
        const answer = mayAct(directory, delegations, actor, act)
        const shown = shownByName({ data, delegations }, actor, act)
        met.acts++
        expect(answer._tag === "Competent", JSON.stringify({ actor, act, shown })).toBe(shown.length > 0)
        if (answer._tag !== "Competent") {
          met.denied++
          continue
        }
        const { by, role } = answer
        met.allowed++
        if (by.standing._tag === "Delegation") met.entrusted++
        if (by.standing._tag === "Delegation" && by.standing.delegations.length > 1) met.passedOn++
        if ((by.grant?.successions.length ?? 0) > 0) met.succeeded++
        if (by.grant === undefined) met.byCase++
        if (by.entered !== by.on) met.otherDay++
        expect(shown.some((line) => line.startsWith(`${role}: `))).toBe(true)
        expect(answer.office).toBe(roles[role].office)
      }
    }),
    { numRuns: 2 * runs }
  )
  expect(met.acts).toBeGreaterThanOrEqual(200 * runs)
  for (const [what, floor] of Object.entries({
    allowed: 3000,
    entrusted: 700,
    passedOn: 5,
    succeeded: 80,
    otherDay: 2000,
    byCase: 150,
    denied: 40_000
  }))
    expect(met[what as keyof typeof met], what).toBeGreaterThanOrEqual(least(floor / 10, 2 * runs))
})

it("the trail names things that stand in the tables, and every reason and every trail can be read in both languages", () => {
  fc.assert(
    fc.property(worlds(20), ({ acts: all, data, delegations, directory }) => {
      for (const { act, actor } of all) {
        const answer = mayAct(directory, delegations, actor, act)
        if (answer._tag === "Competent") {
          const { grant, standing } = answer.by
          if (grant !== undefined) expect(data.holdings).toContain(grant.holding)
          for (const passed of grant?.successions ?? []) expect(data.successions).toContain(passed)
          if (standing._tag === "Post") expect(actor.posts).toContain(standing.post)
          else for (const one of standing.delegations) expect(delegations).toContain(one)
          expect(trailText(directory, answer).zh).toContain("的名义办理")
          continue
        }
        const texts = mayActText(directory, answer)
        expect(texts.length).toBe(answer.reasons.length)
        for (const { en, zh } of texts)
          expect([zh.length > 5, en.length > 5, `${zh}${en}`.includes("undefined")]).toEqual([true, true, false])
      }
    })
  )
})

it("nobody may do what the agency may not, and whoever may does it as the agency does (arts 4, 8)", () => {
  fc.assert(
    fc.property(worlds(50), ({ acts: all, delegations, directory }) => {
      for (const { act, actor } of all) {
        const answer = mayAct(directory, delegations, actor, act)
        const agency = competence(directory, act.agency, act.roles, act.region, act.on, act.filled)
        if (agency._tag !== "Competent") expect(answer._tag).not.toBe("Competent")
        if (answer._tag === "Competent") {
          const own = competence(directory, act.agency, [answer.role], act.region, act.on, act.filled)
          expect(own._tag).toBe("Competent")
        }
      }
    })
  )
})

it("without a post and without a delegation nobody may do anything, whatever the agency may do", () => {
  fc.assert(
    fc.property(worlds(50), ({ acts: all, directory }) => {
      for (const { act, actor } of all)
        expect(mayAct(directory, [], { ...actor, posts: [] }, act)).toMatchObject({ _tag: "NotCompetent" })
    })
  )
})
