import { dayOf, lawfulHistories, profiles } from "@banfa/testing/planning"
import { days } from "@banfa/testing/project"
import fc from "fast-check"
import { expect } from "vitest"
import { inquire } from "../../src/planning/explain.ts"
import type { Event } from "../../src/planning/index.ts"
import { statuses } from "../../src/regulation/terms.ts"
import { law, lineOf, named, nameOf } from "./Law.ts"
import { asked, onDay, says } from "./planning.ts"

law(
  "the conclusion that the real answer about a plan leads to is among those that were supposed (arts 3, 4, 6 to 8)",
  6,
  {
    history: lawfulHistories,
    at: fc.nat(200),
    what: fc.constantFrom("grounds", "plans", "coDrafters", "signed", "to", "received", "lacking", "by"),
    n: days,
    profile: profiles
  },
  ({ at, history: { events }, n, profile, what }, met) => {
    const able = events.filter((e) => what in e && e._tag !== "PlanDrafted" && e._tag !== "PlanTakenOver")
    const e = able[at % Math.max(1, able.length)]
    if (e === undefined) return
    const [day = e.on] = [dayOf(events, n), e.on].toSorted().reverse()
    const { [what as "by"]: _, ...rest } = e
    const p = onDay(
      events.map((x) => (x === e ? (rest as Event) : x)),
      day
    )
    const told = named(says(onDay(events, day), day, profile))
    for (const v of says(p, day, profile)) {
      const truly = told.get(nameOf(v))
      if (v.status !== "Undetermined" || truly?.status === "Undetermined" || v.missing === "calendar") continue
      met()
      const answers = inquire(p, v, asked(day, profile))?.answers ?? []
      const expected = statuses[truly?.status ?? "NotApplicable"].en
      const shown = answers.map((a) => `${a.answer.en} -> ${a.conclusion.en}`).join("\n")
      const found = answers.some((a) => a.missing !== undefined || a.conclusion.en.startsWith(expected))
      expect(found, `${lineOf(v)} without ${what} of ${e.id}, really ${expected}\n${shown}`).toBe(true)
    }
  },
  4
)
