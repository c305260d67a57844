import { describe, expect, it } from "vitest"
import type { Actor, Delegation, Post } from "../../src/agency/Actor.ts"
import type { Directory } from "../../src/agency/Directory.ts"
import { type InName, type MayAct, mayAct } from "../../src/agency/mayAct.ts"
import { mayActText, trailText } from "../../src/agency/mayActText.ts"
import { lookAlikes } from "./lookAlikes.ts"
import { agency, build, day, guangdong, holding, succession } from "./sampleDirectory.ts"

const on = day("2026-03-02")
const directory = build(guangdong)

const post = (of: string, more: Partial<Post> = {}): Post => ({
  agency: of,
  title: "信息处处长",
  offices: "all",
  from: day("2024-01-01"),
  ...more
})

const person = (...posts: ReadonlyArray<Post>): Actor => ({
  person: "chen",
  name: { zh: "陈某", en: "Chen" },
  posts
})

const delegation = (from: string, to: Delegation["to"], more: Partial<Delegation> = {}): Delegation => ({
  id: `d-${from}`,
  from,
  to,
  offices: ["info"],
  on: day("2026-01-01"),
  until: day("2026-12-31"),
  ...more
})

/** The opinion of the informatization authority of Guangzhou. */
const opinion: InName = { agency: "gz-info", roles: ["info.any"], region: "440100", on }

const why = (answer: MayAct, within: Directory = directory) => {
  if (answer._tag === "Competent") throw new Error("allowed")
  const texts = mayActText(within, answer)
  for (const { en, zh } of texts) {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/[a-z]/u)
  }
  return {
    tag: answer._tag,
    reasons: answer.reasons.map(({ _tag }) => _tag),
    zh: texts.map(({ zh }) => zh),
    en: texts.map(({ en }) => en)
  }
}

const asked = (actor: Actor, act: Partial<InName> = {}, delegations: ReadonlyArray<Delegation> = []) =>
  mayAct(directory, delegations, actor, { ...opinion, ...act })

describe("a person who may act in the name of an agency", () => {
  it("holds a post in it that is entered for the office, and the agency is the right one: the trail names both, with their documents", () => {
    const sourced = build({
      ...guangdong,
      holdings: guangdong.holdings?.map((one) => ({ ...one, source: `${one.agency}〔2003〕1号` })) ?? []
    })
    const held = post("gz-info", { offices: ["info"], source: "穗信任〔2024〕3号" })
    const answer = mayAct(sourced, [], person(held), opinion)
    expect(answer).toMatchObject({ _tag: "Competent", role: "info.any", office: "info", region: "440100" })
    if (answer._tag !== "Competent") return
    expect(answer.by).toEqual({
      actor: person(held),
      agency: "gz-info",
      standing: { _tag: "Post", post: held },
      grant: {
        holding: {
          agency: "gz-info",
          office: "info",
          region: "440100",
          from: "2003-01-01",
          source: "gz-info〔2003〕1号"
        },
        region: "440100",
        successions: []
      },
      on,
      entered: on,
      directory: "sample-1"
    })
    expect(trailText(sourced, answer)).toEqual({
      zh: "陈某（chen）可以gz-info（示例）的名义办理：2026年3月2日持有在gz-info（示例）的职务“信息处处长”（依据：穗信任〔2024〕3号）；gz-info（示例）于2026年3月2日是广州市（市级）的（各级）信息化主管部门，自2003年1月1日起（依据：gz-info〔2003〕1号）（机构名录版本sample-1）",
      en: 'Chen (chen) may act in the name of gz-info（示例）: holding, on 2026-03-02, the post "信息处处长" in gz-info（示例） (according to 穗信任〔2024〕3号); gz-info（示例） was, on 2026-03-02, informatization authority (of the same level as the project) for Guangzhou (an authority of a city), since 2003-01-01 (according to gz-info〔2003〕1号) (agency directory, version sample-1)'
    })
  })

  it("may do so from the first day of the post to its last, both included", () => {
    const held = person(post("gz-info", { from: day("2026-03-02"), until: day("2026-03-04") }))
    const tags = ["2026-03-01", "2026-03-02", "2026-03-04", "2026-03-05"].map((d) => asked(held, { on: day(d) })._tag)
    expect(tags).toEqual(["NotCompetent", "Competent", "Competent", "NotCompetent"])
  })

  it("acts in the first of the roles for whose office both the person and the agency will do", () => {
    const roles = ["info.provincial", "info.any", "organ.any"] as const
    expect(asked(person(post("gz-info")), { roles })).toMatchObject({ role: "info.any" })
    expect(asked(person(post("gz-info", { offices: ["organ"] })), { roles })).toMatchObject({ role: "organ.any" })
  })

  it("acts in a role that the case fills, where the post is entered for it", () => {
    const filled = { builder: "gz-health" }
    const building = { agency: "gz-health", roles: ["builder"], filled } as const
    const answer = asked(person(post("gz-health", { offices: ["builder"] })), building)
    expect(answer).toMatchObject({ _tag: "Competent", role: "builder", by: { grant: undefined } })
    expect(answer._tag === "Competent" && trailText(directory, answer).zh).toContain("案件载明")
    expect(why(asked(person(post("gz-health", { offices: ["organ"] })), building)).reasons).toEqual([
      "PostNotForOffice"
    ])
    expect(asked(person(post("gz-info")), { ...building, agency: "gz-info" })._tag).toBe("NotCompetent")
  })
})

describe("a person who may not act in the name of an agency", () => {
  it("has no post in it, whatever posts there are elsewhere", () => {
    for (const posts of [[], [post("sz-info")], [post("prov-info"), post("yuexiu-info")]]) {
      const found = why(asked(person(...posts)))
      expect(found.reasons).toEqual(["NoPost"])
      expect(found.zh[0]).toBe("陈某（chen）在gz-info（示例）没有职务，也没有受其委托")
    }
  })

  it("holds a post that begins later, or ended: the day is named", () => {
    const later = why(asked(person(post("gz-info", { from: day("2026-03-03") }))))
    expect([later.reasons, later.zh]).toEqual([
      ["PostNotYet"],
      ["陈某（chen）在gz-info（示例）的职务“信息处处长”自2026年3月3日起，2026年3月2日尚未任职"]
    ])
    const over = why(asked(person(post("gz-info", { until: day("2026-03-01") }))))
    expect([over.reasons, over.en]).toEqual([
      ["PostOver"],
      ['Chen (chen): the post "信息处处长" in gz-info（示例） ended on 2026-03-01 and is not held on 2026-03-02']
    ])
  })

  it("holds a post that is not entered for the office", () => {
    const found = why(asked(person(post("gz-info", { offices: ["organ"] }))))
    expect([found.reasons, found.zh]).toEqual([
      ["PostNotForOffice"],
      ["陈某（chen）在gz-info（示例）的职务“信息处处长”未载明可办理下列职责：（各级）信息化主管部门"]
    ])
  })

  it("holds a post for the time being that is over, or of which no end is stated", () => {
    const over = why(asked(person(post("gz-info", { acting: true, until: day("2026-03-01") }))))
    expect([over.reasons, over.zh[0]]).toEqual([
      ["PostOver"],
      "陈某（chen）在gz-info（示例）的代理职务“信息处处长”至2026年3月1日止，2026年3月2日已不在任"
    ])
    expect(why(asked(person(post("gz-info", { acting: true })))).reasons).toEqual(["ActingWithoutEnd"])
    expect(asked(person(post("gz-info", { acting: true, until: on })))._tag).toBe("Competent")
  })

  it("is of the authority of a neighbouring county: both counties are named", () => {
    const tianhe = build({
      agencies: [agency("tianhe-info", "440106"), ...guangdong.agencies],
      holdings: [holding("tianhe-info", "info", "440106", "2003-01-01"), ...(guangdong.holdings ?? [])]
    })
    const answer = mayAct(tianhe, [], person(post("tianhe-info")), {
      ...opinion,
      agency: "tianhe-info",
      region: "440104"
    })
    const found = why(answer, tianhe)
    expect(found.reasons).toEqual(["AgencyNotCompetent"])
    expect(found.zh[0]).toBe(
      "tianhe-info（示例）于2026年3月2日不是越秀区的（各级）信息化主管部门（机构名录版本sample-1）；所办事项属越秀区（县级），而该机构是天河区（县级）的（各级）信息化主管部门，同一市内的另一县区"
    )
    expect(found.en[0]).toContain("another county of the same city")
  })

  it("is of the city instead of the county, of the county instead of the city, or of another city: the levels are named", () => {
    const told = (of: string, region: string) => {
      const found = why(asked(person(post(of)), { agency: of, region }))
      expect(found.reasons).toEqual(["AgencyNotCompetent"])
      return found.zh[0]?.split("；")[1]
    }
    const office = "（各级）信息化主管部门"
    expect(told("gz-info", "440104")).toBe(`所办事项属越秀区（县级），而该机构是广州市（市级）的${office}，级别不同`)
    expect(told("yuexiu-info", "440100")).toBe(
      `所办事项属广州市（市级），而该机构是越秀区（县级）的${office}，级别不同`
    )
    expect(told("sz-info", "440100")).toBe(`所办事项属广州市（市级），而该机构是深圳市（市级）的${office}，地区不同`)
    expect(told("prov-info", "440100")).toBe(`所办事项属广州市（市级），而该机构是广东省（省级）的${office}，级别不同`)
  })

  it("is told everything at once: what the person lacks and what the agency lacks", () => {
    const found = why(
      asked(person(post("gz-info", { until: day("2025-01-01"), offices: ["organ"] })), { region: "440300" })
    )
    expect(found.reasons).toEqual(["PostOver", "PostNotForOffice", "AgencyNotCompetent"])
  })

  it("asks for no role, which nobody fills, or for a region that nobody states", () => {
    expect(why(asked(person(post("gz-info")), { roles: [] })).reasons).toEqual(["AgencyNotCompetent"])
    const open = why(asked(person(post("gz-info")), { region: undefined }))
    expect([open.tag, open.reasons]).toEqual(["Unknown", ["AgencyUnknown"]])
  })
})

describe("an agency is known by its exact id", () => {
  it.each(lookAlikes("gz-info"))("and not by one with %s", (_, id) => {
    expect(id).not.toBe("gz-info")
    // as the agency of the act, of the post, or of both
    expect(asked(person(post("gz-info")), { agency: id })._tag).toBe("NotCompetent")
    expect(why(asked(person(post(id)))).reasons).toEqual(["NoPost"])
    const both = why(asked(person(post(id)), { agency: id }))
    expect([both.tag, both.reasons]).toEqual(["Unknown", ["AgencyUnknown"]])
    const entrusted = delegation("gz-info", { agency: id })
    expect(asked(person(post("gz-health")), {}, [entrusted])._tag).toBe("NotCompetent")
    expect(asked(person(), {}, [delegation(id, { person: "chen" })])._tag).toBe("NotCompetent")
  })

  it("says what a mistaken id may have meant", () => {
    const found = why(asked(person(), { agency: "ｇｚ-info" }))
    expect(found.zh[0]).toContain("形似“gz-info”，并非同一机构")
  })

  it("also a person is: an id that looks like that of who is entrusted is of somebody else", () => {
    const entrusted = [delegation("gz-info", { person: "chen" })]
    for (const [, id] of lookAlikes("chen"))
      expect(asked({ person: id, posts: [] }, {}, entrusted)._tag).toBe("NotCompetent")
    expect(asked(person(), {}, entrusted)._tag).toBe("Competent")
  })
})

describe("a delegation", () => {
  const toHealth = delegation("gz-info", { agency: "gz-health" }, { source: "穗信委〔2026〕1号" })
  const nurse = person(post("gz-health", { offices: ["organ"] }))

  it("lets the people of an agency act in the name of who entrusts it, and is named with its document", () => {
    const answer = asked(nurse, {}, [toHealth])
    expect(answer).toMatchObject({
      _tag: "Competent",
      role: "info.any",
      by: { agency: "gz-info", standing: { _tag: "Delegation", delegations: [toHealth], post: nurse.posts[0] } }
    })
    if (answer._tag !== "Competent") return
    expect(trailText(directory, answer).zh).toContain(
      "依gz-info（示例）对gz-health（示例）的委托“d-gz-info”（依据：穗信委〔2026〕1号），并持有在gz-health（示例）的职务“信息处处长”"
    )
  })

  it("lets one person act, who needs no post", () => {
    const answer = asked(person(), {}, [delegation("gz-info", { person: "chen" })])
    expect(answer).toMatchObject({ _tag: "Competent", by: { standing: { _tag: "Delegation", post: undefined } } })
  })

  it("lets nobody act on the day before it begins or the day after it ended", () => {
    const short = delegation("gz-info", { agency: "gz-health" }, { on: day("2026-03-02"), until: day("2026-03-04") })
    const at = (d: string) => asked(nurse, { on: day(d) }, [short])
    expect(at("2026-03-02")._tag).toBe("Competent")
    expect(at("2026-03-04")._tag).toBe("Competent")
    const before = why(at("2026-03-01"))
    expect([before.reasons, before.zh[0]]).toEqual([
      ["DelegationNotYet"],
      "gz-info（示例）对gz-health（示例）的委托“d-gz-info”自2026年3月2日起，2026年3月1日不在委托期限内"
    ])
    expect(why(at("2026-03-05")).reasons).toEqual(["DelegationOver"])
  })

  it("is about its offices and no others", () => {
    const roles = ["organ.any"] as const
    const found = why(asked(nurse, { roles }, [toHealth]))
    expect([found.reasons, found.zh[0]]).toEqual([
      ["DelegationNotForOffice"],
      "gz-info（示例）对gz-health（示例）的委托“d-gz-info”（依据：穗信委〔2026〕1号）不包括下列职责：行政机关"
    ])
  })

  it("gives nothing that the entrusting agency does not hold itself", () => {
    const found = why(asked(nurse, { region: "440104" }, [toHealth]))
    expect(found.reasons).toEqual(["AgencyNotCompetent", "NothingToEntrust"])
    expect(found.zh[1]).toContain("自身不具有所委托的职责")
  })

  it("is no use to whose post in the entrusted agency is over", () => {
    const left = person(post("gz-health", { until: day("2026-03-01") }))
    expect(why(asked(left, {}, [toHealth])).reasons).toEqual(["PostOver"])
  })

  it("is for whom it names, and for no other agency and no other person", () => {
    expect(why(asked(person(post("sz-info")), {}, [toHealth])).reasons).toEqual(["NoPost"])
    expect(why(asked(person(), {}, [delegation("gz-info", { person: "li" })])).reasons).toEqual(["NoPost"])
    expect(asked(nurse, { agency: "sz-info", region: "440300" }, [toHealth])._tag).toBe("NotCompetent")
  })

  describe("that is passed on", () => {
    const first = delegation("gz-info", { agency: "gz-health" }, { onward: true })
    const second = delegation("gz-health", { agency: "sz-info" }, { of: first.id })
    const far = person(post("sz-info"))

    it("lets whoever got it act, where it says that it can be passed on", () => {
      const answer = asked(far, {}, [second, first])
      expect(answer).toMatchObject({ _tag: "Competent", by: { standing: { delegations: [first, second] } } })
      expect(answer._tag === "Competent" && trailText(directory, answer).zh).toContain("，再依gz-health（示例）对")
    })

    it("lets nobody act where it does not say so", () => {
      const { onward: _, ...plain } = first
      const found = why(asked(far, {}, [plain, second]))
      expect([found.reasons, found.zh[0]]).toEqual([
        ["PassedOn"],
        "gz-info（示例）对gz-health（示例）的委托“d-gz-info”未载明可以转委托，gz-health（示例）对sz-info（示例）的委托“d-gz-health”不能据此办理"
      ])
    })

    it("lets nobody act where whoever was entrusted entrusts others without saying what is passed on", () => {
      const { of: _, ...own } = second
      expect(why(asked(far, {}, [first, own])).reasons).toEqual(["PassedOn"])
    })

    it("lets nobody act where it was passed on by somebody else, or by a person", () => {
      const stranger = delegation("prov-info", { agency: "sz-info" }, { of: first.id })
      expect(asked(far, {}, [first, stranger])._tag).toBe("NotCompetent")
      const toPerson = delegation("gz-info", { person: "gz-health" }, { onward: true })
      expect(asked(far, {}, [toPerson, second])._tag).toBe("NotCompetent")
    })

    it("ends with each of its links, and is about what all of them are about", () => {
      const over = { ...first, until: day("2026-03-01") }
      expect(why(asked(far, {}, [over, second])).reasons).toEqual(["DelegationOver"])
      const other = { ...second, offices: ["organ"] as const }
      expect(why(asked(far, {}, [first, other])).reasons).toEqual(["DelegationNotForOffice"])
      const roles = ["info.any", "organ.any"] as const
      expect(why(asked(far, { roles }, [first, other])).reasons).toEqual(["DelegationNotForOffice"])
    })

    it("leads nowhere where it runs in a circle or passes on what nobody has entrusted", () => {
      const circle = [
        delegation("gz-info", { agency: "gz-health" }, { id: "a", of: "b", onward: true }),
        delegation("gz-health", { agency: "gz-info" }, { id: "b", of: "a", onward: true })
      ]
      expect(asked(nurse, {}, circle)._tag).toBe("NotCompetent")
      expect(asked(nurse, {}, [delegation("gz-info", { agency: "gz-health" }, { of: "nothing" })])._tag).toBe(
        "NotCompetent"
      )
    })
  })
})

describe("an act that is entered on another day", () => {
  const earlier = day("2020-06-01")

  it("needs the post on the day on which it is entered, and the agency's competence on the day of the act", () => {
    const held = person(post("gz-info"))
    expect(asked(held, { on: earlier })._tag).toBe("NotCompetent")
    const answer = asked(held, { on: earlier, entered: on })
    expect(answer).toMatchObject({ _tag: "Competent", by: { on: earlier, entered: on } })
    const left = person(post("gz-info", { from: day("2019-01-01"), until: day("2025-12-31") }))
    expect(asked(left, { on: earlier })._tag).toBe("Competent")
    expect(why(asked(left, { on: earlier, entered: on })).reasons).toEqual(["PostOver"])
    const lost = build({
      agencies: guangdong.agencies,
      holdings: [holding("gz-info", "info", "440100", "2021-01-01")]
    })
    expect(why(mayAct(lost, [], held, { ...opinion, on: earlier, entered: on }), lost).reasons).toEqual([
      "AgencyNotCompetent"
    ])
  })

  it("of a later day needs the post on both", () => {
    const leaving = person(post("gz-info", { until: day("2026-03-10") }))
    expect(asked(leaving, { on: day("2026-03-10"), entered: on })._tag).toBe("Competent")
    expect(why(asked(leaving, { on: day("2026-03-11"), entered: on })).reasons).toEqual(["PostOver"])
  })
})

describe("an agency that another succeeds", () => {
  const passed = build({
    agencies: [agency("old", "440300"), agency("new", "440300")],
    holdings: [holding("old", "info", "440300", "2003-01-01")],
    successions: [{ ...succession("old", "new", "2026-03-01"), source: "粤机编〔2026〕1号" }]
  })
  const inName = (of: string, d: string): InName => ({ agency: of, roles: ["info.any"], region: "440300", on: day(d) })
  const stayed = person(post("old"))

  it("is spoken for by its people until the day before, and by nobody from that day on", () => {
    expect(mayAct(passed, [], stayed, inName("old", "2026-02-28"))._tag).toBe("Competent")
    expect(why(mayAct(passed, [], stayed, inName("old", "2026-03-01")), passed).reasons).toEqual(["AgencyNotCompetent"])
  })

  it("hands its offices on, but not its people: a post in it counts for the successor only if it is entered there", () => {
    const found = why(mayAct(passed, [], stayed, inName("new", "2026-03-01")), passed)
    expect([found.reasons, found.zh[0]]).toEqual([
      ["PostInPredecessor"],
      "陈某（chen）在old（示例）的职务“信息处处长”属于new（示例）所承继的机构；转任后须载明新的职务，方可以new（示例）的名义办理"
    ])
    const moved = person(post("old", { until: day("2026-02-28") }), post("new", { from: day("2026-03-01") }))
    const answer = mayAct(passed, [], moved, inName("new", "2026-03-01"))
    expect(answer).toMatchObject({
      _tag: "Competent",
      by: { grant: { holding: { agency: "old" }, successions: [{ predecessor: "old", successor: "new" }] } }
    })
    expect(answer._tag === "Competent" && trailText(passed, answer).zh).toContain(
      "2026年3月1日起由new（示例）承继old（示例）（依据：粤机编〔2026〕1号）"
    )
    expect(mayAct(passed, [], moved, inName("new", "2026-02-28"))._tag).toBe("NotCompetent")
  })

  it("takes its delegations with it: the successor entrusts anew", () => {
    const entrusted = [delegation("old", { person: "chen" })]
    expect(mayAct(passed, entrusted, person(), inName("old", "2026-02-28"))._tag).toBe("Competent")
    for (const of of ["old", "new"])
      expect(mayAct(passed, entrusted, person(), inName(of, "2026-03-01"))._tag).toBe("NotCompetent")
  })
})

describe("a directory that was replaced", () => {
  it("decides by what it says now, and the answer names its version", () => {
    const before = { ...directory, version: "monday" }
    const after = build({ ...guangdong, holdings: [] })
    const held = person(post("gz-info"))
    expect(mayAct(before, [], held, opinion)).toMatchObject({ _tag: "Competent", by: { directory: "monday" } })
    const tuesday = { ...after, version: "tuesday" }
    const found = why(mayAct(tuesday, [], held, opinion), tuesday)
    expect(found.reasons).toEqual(["AgencyNotCompetent"])
    expect(found.zh[0]).toContain("机构名录版本tuesday")
  })
})
