import { expect } from "vitest"
import { caseOf } from "../../src/duty/Case.ts"
import { type CaseChanges, type Comparison, type Counts, compareCases } from "../../src/duty/index.ts"
import { textOnly } from "../../src/profile/Profile.ts"
import type { Bearer } from "../../src/verdict/Subject.ts"
import { provinceLaws, stateOf, subjects, type World } from "./province.ts"

type Told = World["province"]["cases"]

const compared = (
  w: World,
  cases: Told = w.province.cases,
  profiles = { before: textOnly, after: w.profile },
  each?: (row: CaseChanges) => void
): Comparison => {
  const { profile: _, ...question } = w.ctx
  const asked = cases.map((one) => caseOf(subjects[one.subject], stateOf(one, w.day)))
  return compareCases(asked, profiles, { ...question, each })
}

const tables = ["byNorm", "byBearer", "byRegion", "bySubject"] as const

const rowsOf = (said: Comparison, table: (typeof tables)[number]): ReadonlyArray<Counts> => said[table]

/** What a row of a table is about. */
const nameOf = (row: object): string => {
  const { agency, norm, region, role, subject } = row as Partial<Bearer> & Record<string, string | undefined>
  return JSON.stringify([norm, role, agency, region, subject])
}

/** Rows that are about the same, each number of them added up. */
const added = (a: Counts | undefined, b: Counts): Counts => {
  if (a === undefined) return b
  const transitions = new Map(
    [...a.transitions, ...b.transitions].map((t) => [`${t.from} ${t.to}`, { ...t, count: 0 }])
  )
  for (const { count, from, to } of [...a.transitions, ...b.transitions]) {
    const sum = transitions.get(`${from} ${to}`)
    if (sum !== undefined) sum.count += count
  }
  const sum = (column: Exclude<keyof Counts, "transitions">): number => a[column] + b[column]
  return {
    ...b,
    cases: sum("cases"),
    changes: sum("changes"),
    newDuties: sum("newDuties"),
    vanishedDuties: sum("vanishedDuties"),
    changedDays: sum("changedDays"),
    changedBearers: sum("changedBearers"),
    changedGates: sum("changedGates"),
    transitions: [...transitions.values()]
  }
}

/** Rows under their names, whatever their order. */
const named = (rows: ReadonlyArray<Counts>): ReadonlyMap<string, Counts> => {
  const all = new Map<string, Counts>()
  for (const row of rows) all.set(nameOf(row), added(all.get(nameOf(row)), row))
  return new Map(
    [...all].map(([name, row]) => [
      name,
      { ...row, transitions: row.transitions.toSorted((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1)) }
    ])
  )
}

provinceLaws(0.12, [
  {
    title: "a comparison over cases of several subjects is the sum of the comparisons over those of each",
    floor: 25,
    holds: (w, met) => {
      const whole = compared(w)
      const ids = [...new Set(w.province.cases.map(({ subject }) => subject))]
      const parts = ids.map((id) =>
        compared(
          w,
          w.province.cases.filter(({ subject }) => subject === id)
        )
      )
      met(whole.bySubject.length > 1 ? 1 : 0)
      expect(parts.reduce((sum, { asked }) => sum + asked, 0)).toBe(whole.asked)
      expect(named(parts.map(({ total }) => total))).toEqual(named([whole.total]))
      for (const table of tables)
        expect(named(parts.flatMap((part) => rowsOf(part, table))), table).toEqual(named(rowsOf(whole, table)))
      expect(parts.flatMap(({ cases }) => cases)).toEqual(
        ids.flatMap((id) => whole.cases.filter(({ subject }) => subject === id))
      )
    }
  },
  {
    title: "each case that changes is named by its subject and its id, and counts in the row of its subject",
    floor: 150,
    holds: (w, met) => {
      const { bySubject, cases, total } = compared(w)
      met(cases.length)
      for (const row of cases) {
        const told = w.province.cases.find(({ id, subject }) => id === row.case && subject === row.subject)
        expect(told && stateOf(told, w.day).region, `${row.subject} ${row.case}`).toBe(row.region)
      }
      expect(new Set(cases.map((row) => `${row.subject} ${row.case}`)).size).toBe(cases.length)
      for (const { cases: count, subject } of bySubject)
        expect(cases.filter((row) => row.subject === subject)).toHaveLength(count)
      expect(bySubject.reduce((sum, { changes }) => sum + changes, 0)).toBe(total.changes)
    }
  },
  {
    title: "nothing changes in any case of the province where both profiles are the same",
    floor: 1000,
    holds: (w, met) => {
      const said = compared(w, w.province.cases, { before: w.profile, after: w.profile })
      met(w.province.cases.filter((one) => w.says(one).length > 0).length)
      expect([said.asked, said.total.changes, said.cases]).toEqual([w.province.cases.length, 0, []])
      expect(tables.flatMap((table) => rowsOf(said, table))).toEqual([])
    }
  },
  {
    title: "the order in which cases are asked changes no table, and the cases follow it",
    floor: 25,
    holds: (w, met) => {
      const turned = w.lot % w.province.cases.length
      const other = [...w.province.cases.slice(turned), ...w.province.cases.slice(0, turned)].toReversed()
      const [one, two] = [compared(w), compared(w, other)]
      met(one.cases.length > 1 ? 1 : 0)
      const { cases: rows, ...told } = two
      const { cases, ...first } = one
      expect(told).toEqual(first)
      const place = (row: CaseChanges): number =>
        w.province.cases.findIndex(({ id, subject }) => id === row.case && subject === row.subject)
      expect(rows.toSorted((a, b) => place(a) - place(b))).toEqual(cases)
    }
  },
  {
    title: "cases that are handed over are those that would have been kept, with the same tables",
    floor: 25,
    holds: (w, met) => {
      const rows: Array<CaseChanges> = []
      const handed = compared(w, w.province.cases, undefined, (row) => rows.push(row))
      met(rows.length > 0 ? 1 : 0)
      expect({ ...handed, cases: rows }).toEqual(compared(w))
      expect(handed.cases).toEqual([])
    }
  }
])
