import * as Result from "effect/Result"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  applyPolicy,
  type Notice,
  type NoticePolicy,
  NoticePolicyInvalid,
  noPolicy,
  noticeKinds,
  noticePolicy,
  type PolicyRule
} from "../../src/notice/index.ts"
import { runs } from "../law/Law.ts"
import { who } from "../law/province.ts"
import { running } from "./examples/projects.ts"
import { lastTells, lineOf, recorded } from "./telling.ts"

const [report, copy] = lastTells(
  "project",
  recorded("project", "C1", [
    ...running,
    ["ProgressReported", "2026-04-08", { period: "2026-Q1", to: "drc", amount: "10.00", by: "company" }]
  ])
) as readonly [Notice, Notice]
const decision = lastTells("project", recorded("project", "C1", running))[0] as Notice

const reason = { zh: "已改用纸质件", en: "sent on paper" }
const policy = (...rules: ReadonlyArray<unknown>): NoticePolicy =>
  Result.getOrThrow(noticePolicy({ version: "1", rules }))
const copies = { kind: ["copy"] }
const sent = (notice: Notice, ...rules: ReadonlyArray<unknown>) => applyPolicy(notice, policy(...rules), who)

describe("what a deployment sets about its notices", () => {
  it("without rules every notice goes to whom it is for", () => {
    expect(applyPolicy(copy, noPolicy, who)).toEqual({ send: [copy], silenced: [], findings: [] })
  })

  it("what nobody demands can be silenced; the rule and its reason are kept with it", () => {
    const silenced = sent(decision, { id: "quiet", do: "silence", when: { kind: ["decision"] }, reason })
    expect(silenced).toEqual({ send: [], silenced: [{ notice: decision, rule: "quiet", reason }], findings: [] })
  })

  it("a copy that the Measures demand is silenced only with a finding: the article, its words, the reason, and how it is put right", () => {
    const { findings, send, silenced } = sent(copy, { id: "quiet", do: "silence", when: copies, reason })
    expect([send, silenced.length]).toEqual([[], 1])
    expect(findings).toHaveLength(1)
    const [finding] = findings
    expect(finding).toMatchObject({
      notice: copy,
      rule: "quiet",
      did: "silence",
      norm: "N12.2",
      article: { zh: "第十二条", en: "art. 12" },
      reason
    })
    expect(finding?.quote.zh).toBe("抄送信息化主管部门备案")
    expect(finding?.text.zh).toBe(
      "按告知规则“quiet”，项目C1（2026年第一季度）依第十二条应当送达的告知未发给info（示例）（信息化主管部门），该项告知未按规定办理（N12.2）。"
    )
    expect(finding?.text.en).toMatch(/not told as provided \(N12\.2\)/u)
    for (const { en, zh } of [finding?.text, finding?.remedy].flatMap((one) => one ?? [])) {
      expect(zh).not.toContain("违法")
      expect(en).not.toMatch(/illegal|unlawful/u)
    }
  })

  it("a copy that is sent elsewhere than to the competent authority is a finding, and is demanded of nobody", () => {
    const { findings, send, silenced } = sent(copy, {
      id: "moved",
      do: "redirect",
      when: copies,
      to: { agency: "police" },
      reason
    })
    expect(send.map(lineOf)).toEqual(["copy N12.2 quarter/2026-Q1 info.any police"])
    expect([silenced, findings.map(({ did, norm }) => [did, norm])]).toEqual([[], [["redirect", "N12.2"]]])
  })

  it("sent to the very authority that it is for, also by way of its role, it stays as it is", () => {
    for (const to of [{ agency: "info" }, { role: "info.local", region: "440100" }])
      expect(sent(copy, { id: "same", do: "redirect", when: copies, to, reason })).toEqual({
        send: [copy],
        silenced: [],
        findings: []
      })
  })

  it("where nobody knows who the authority is, the agency that is named for it is told as demanded", () => {
    const open = { ...copy, id: copy.id.replace(/info$/u, ""), to: { role: "info.any", agency: undefined } } as Notice
    const { findings, send } = sent(open, { id: "known", do: "redirect", when: copies, to: { agency: "info" }, reason })
    expect([send.map(lineOf), findings]).toEqual([["copy N12.2 quarter/2026-Q1 info.any info demanded"], []])
    expect(send[0]?.id).toBe(copy.id)
  })

  it("a role is filled as of the day of the notice, and an agency is told by its successor", () => {
    const moved = { ...decision, on: "2026-10-01" as Notice["on"] }
    const to = { role: "supervision.any", region: "440100" }
    expect(sent(moved, { id: "moved", do: "redirect", when: {}, to, reason }).send.map(lineOf)).toEqual([
      "decision N10.1 application/A1 supervision.any supervisor-2"
    ])
    expect(
      sent(moved, { id: "more", do: "add", when: {}, to: [{ agency: "info" }] }).send.map(({ to }) => to.agency)
    ).toEqual(["health", "info-2"])
  })

  it("whoever is told as well is told of the same, each once, and nobody demands it", () => {
    const more = { do: "add", when: copies, to: [{ agency: "police" }, { agency: "info" }, { agency: "police" }] }
    const { findings, send } = sent(copy, { id: "a", ...more }, { id: "b", ...more })
    expect(send.map(lineOf)).toEqual([lineOf(copy), "copy N12.2 quarter/2026-Q1 info.any police"])
    expect(findings).toEqual([])
  })

  it("the recipient itself is not told twice because it fills another role too", () => {
    const to = [{ role: "info.local", region: "440100" }]
    expect(sent(copy, { id: "more", do: "add", when: copies, to }).send).toEqual([copy])
  })

  it("what is silenced for its recipient still goes to those who are told as well, and not to itself by that way", () => {
    const { findings, send } = sent(
      copy,
      { id: "more", do: "add", when: copies, to: [{ agency: "info" }, { agency: "police" }] },
      { id: "quiet", do: "silence", when: copies, reason }
    )
    expect(send.map(({ to }) => to.agency)).toEqual(["police"])
    expect(findings).toHaveLength(1)
  })

  it("of the rules that silence or redirect the first that is about the notice decides", () => {
    const quiet = { id: "quiet", do: "silence", reason }
    const moved = { id: "moved", do: "redirect", to: { agency: "police" }, reason }
    expect(sent(copy, { ...moved, when: { norm: ["N12.1"] } }, { ...quiet, when: { agency: ["info"] } }).send).toEqual(
      []
    )
    expect(sent(copy, { ...moved, when: { role: ["info.any"] } }, { ...quiet, when: copies }).silenced).toEqual([])
  })
})

const recipients = fc.oneof(
  fc.record({ agency: fc.constantFrom("info", "drc", "police", "nobody-knows") }),
  fc.record({
    role: fc.constantFrom("info.any", "info.provincial", "government.local"),
    region: fc.constantFrom("440100", "440000", "999999")
  })
)
const some = <A>(...values: ReadonlyArray<A>) =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 }), { nil: undefined })
const whens = fc
  .record({
    kind: some(...noticeKinds),
    norm: some("N12.1", "N12.2", "N10.1"),
    role: some("info.any", "investment.any", "organ.any"),
    agency: some("info", "drc", "health")
  })
  .map((when) => Object.fromEntries(Object.entries(when).filter(([, value]) => value !== undefined)))
const rules = fc
  .array(
    fc.oneof(
      fc.record({ do: fc.constant("silence"), when: whens, reason: fc.constant(reason) }),
      fc.record({ do: fc.constant("redirect"), when: whens, to: recipients, reason: fc.constant(reason) }),
      fc.record({ do: fc.constant("add"), when: whens, to: fc.array(recipients, { minLength: 1, maxLength: 3 }) })
    ),
    { maxLength: 5 }
  )
  .map((list) => list.map((rule, i) => ({ ...rule, id: `rule-${i}` }) as PolicyRule))

describe("whatever a policy says", () => {
  const notices = fc.constantFrom(report, copy, decision)

  it("what the Measures demand reaches its recipient as demanded, or there is exactly one finding", () => {
    let found = 0
    fc.assert(
      fc.property(notices, rules, (notice, list) => {
        const { findings, send, silenced } = applyPolicy(notice, { version: "1", rules: list }, who)
        const reaches = send.some((one) => one.id === notice.id)
        expect(findings.length).toBe(notice.demanded && !reaches ? 1 : 0)
        found += findings.length
        if (silenced.length > 0) expect([reaches, silenced.map((one) => one.notice)]).toEqual([false, [notice]])
        for (const one of send) if (one.id !== notice.id) expect(one.demanded).toBe(false)
        expect(new Set(send.map(({ id }) => id)).size).toBe(send.length)
        expect(send.length + silenced.length).toBeGreaterThan(0)
      }),
      { numRuns: runs * 2 }
    )
    expect(found).toBeGreaterThan(runs / 10)
  })
})

describe("a policy from outside", () => {
  const refused = (input: unknown): NoticePolicyInvalid => {
    const decoded = noticePolicy(input)
    if (Result.isSuccess(decoded)) throw new Error("expected the policy to be refused")
    expect(decoded.failure).toBeInstanceOf(NoticePolicyInvalid)
    expect(decoded.failure.text.zh).toMatch(/^告知规则不合格式：/u)
    expect(decoded.failure.text.en).toMatch(/^the policy of notices is malformed: /u)
    return decoded.failure
  }
  const one = (rule: object) => ({ version: "1", rules: [{ id: "r", when: {}, ...rule }] })

  it("is read as it stands", () => {
    const given = one({ do: "silence", reason })
    expect(Result.getOrThrow(noticePolicy(given))).toEqual(given)
  })

  it("is refused with everything that is wrong, in both languages, and where", () => {
    const findings = refused({
      version: "",
      rules: [
        { id: "a", do: "silence", when: { norm: ["N99.9"], kind: [] }, reason },
        { id: "a", do: "silence", when: {}, reason }
      ]
    }).findings
    expect(findings.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["version", "rules.0.when.norm.0", "rules.0.when.kind"])
    )
    for (const { en, zh } of findings) expect([/\p{Script=Han}/u.test(zh), /[a-z]/u.test(en)]).toEqual([true, true])
  })

  it.each([
    ["no object", 7],
    ["no rules", { version: "1" }],
    ["a deed that is none", one({ do: "burn", reason })],
    ["a silence without a reason", one({ do: "silence" })],
    ["a redirect to nobody", one({ do: "redirect", reason })],
    ["a misspelt key", one({ do: "silence", reasons: reason, reason })],
    ["an agency with a control character", one({ do: "redirect", to: { agency: "a\nb" }, reason })],
    ["a role that is none", one({ do: "add", to: [{ role: "king", region: "440100" }] })],
    ["a region that is none", one({ do: "add", to: [{ role: "info.any", region: "guangzhou" }] })],
    [
      "the same id twice",
      {
        version: "1",
        rules: [
          { id: "r", do: "silence", when: {}, reason },
          { id: "r", do: "silence", when: {}, reason }
        ]
      }
    ],
    [
      "too many rules",
      {
        version: "1",
        rules: Array.from({ length: 1001 }, (_, i) => ({ id: `r${i}`, do: "silence", when: {}, reason }))
      }
    ]
  ])("%s is refused", (_, input) => {
    expect(refused(input).findings.length).toBeGreaterThan(0)
  })

  it("whatever it is, it is read or refused, and never a defect", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.jsonValue(),
          rules.map((list) => ({ version: "1", rules: list }))
        ),
        (input) => {
          const decoded = noticePolicy(input)
          expect(Result.isSuccess(decoded) || decoded.failure instanceof NoticePolicyInvalid).toBe(true)
        }
      ),
      { numRuns: runs }
    )
  })
})
