import { days, histories, profiles, readingLayers, valueLayers } from "@banfa/testing/project"
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect } from "vitest"
import { addDays, type CivilDate } from "../../src/civil/CivilDate.ts"
import {
  type CaseChanges,
  type CompareQuestion,
  type Comparison,
  type Counts,
  caseOf,
  compareCases
} from "../../src/duty/index.ts"
import { compose } from "../../src/profile/compose.ts"
import { type Profile, textOnly } from "../../src/profile/Profile.ts"
import { type Project, subject, verdicts } from "../../src/project/index.ts"
import { isNormId, type ReadingId } from "../../src/regulation/Norm.ts"
import { norms } from "../../src/regulation/norms.ts"
import type { Bearer } from "../../src/verdict/Subject.ts"
import { open, type Verdict } from "../../src/verdict/Verdict.ts"
import { asked, law, nameOf, onDay } from "./Law.ts"

const cases = fc
  .array(histories, { minLength: 1, maxLength: 4 })
  .map((all) => ({ all, on: (day: CivilDate) => all.map(({ events }) => onDay(events, day)) }))
const dayFrom = (n: number): CivilDate => addDays("2026-01-01" as CivilDate, n % 700)
const given = { cases, n: days, before: profiles, after: profiles }

const between = (
  before: Profile,
  after: Profile,
  projects: ReadonlyArray<Project>,
  asOf: CivilDate,
  more: Pick<CompareQuestion, "each"> = {}
): Comparison => {
  const { profile: _, ...question } = asked(asOf, textOnly)
  return compareCases(
    projects.map((one) => caseOf(subject, one)),
    { before, after },
    { ...question, ...more }
  )
}
const turned = (counts: Counts): Counts => ({
  ...counts,
  newDuties: counts.vanishedDuties,
  vanishedDuties: counts.newDuties,
  transitions: counts.transitions
    .map(({ count, from, to }) => ({ from: to, to: from, count }))
    .sort((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1))
})
const swapped = <A, D extends { readonly before: A; readonly after: A }>(d: D): D => ({
  ...d,
  before: d.after,
  after: d.before
})

law(
  "a profile compared with itself changes nothing and differs in nothing",
  50,
  given,
  ({ before, cases, n }, met) => {
    const projects = cases.on(dayFrom(n))
    const said = between(before, before, projects, dayFrom(n))
    if (projects.some((p) => verdicts(p, asked(dayFrom(n), before)).verdicts.length > 0)) met()
    expect([
      said.asked,
      said.total.changes,
      said.cases,
      said.byNorm,
      said.byBearer,
      said.byRegion,
      said.bySubject
    ]).toEqual([projects.length, 0, [], [], [], [], []])
    expect(said.differences).toEqual({
      layers: { before: [], after: [] },
      readings: [],
      parameters: [],
      localNorms: [],
      articles: []
    })
  },
  0.2
)

law(
  "two profiles compared the other way round are the mirror of it",
  50,
  given,
  ({ after, before, cases, n }, met) => {
    const projects = cases.on(dayFrom(n))
    const there = between(before, after, projects, dayFrom(n))
    const back = between(after, before, projects, dayFrom(n))
    if (there.total.changes > 0) met()
    expect(back.total).toEqual(turned(there.total))
    for (const table of ["byNorm", "byBearer", "byRegion", "bySubject"] as const)
      expect(back[table]).toEqual(there[table].map((row) => ({ ...row, ...turned(row) })))
    expect(back.cases).toEqual(
      there.cases.map((row) => ({
        ...row,
        changes: row.changes.map((c) => ({
          ...swapped<Verdict | undefined, typeof c>(c),
          bearersBefore: c.bearersAfter,
          bearersAfter: c.bearersBefore
        }))
      }))
    )
    expect(back.basis).toEqual(swapped(there.basis))
    expect(back.differences.layers).toEqual(swapped(there.differences.layers))
    expect(back.differences.readings).toEqual(there.differences.readings.map((d) => swapped(d)))
    expect(back.differences.parameters).toEqual(there.differences.parameters.map((d) => swapped(d)))
  },
  0.4
)

const told = (v: Verdict, bearers: ReadonlyArray<Bearer>) => [
  v.status,
  v.due,
  v.limit,
  v.note,
  v.missing,
  v.gate,
  v.bars,
  bearers
]

law(
  "what it says of a case is what the verdicts under each profile say, no more and no less",
  50,
  given,
  ({ after, before, cases, n }, met) => {
    const day = dayFrom(n)
    const projects = cases.on(day)
    const rows: Array<CaseChanges> = []
    const handed = between(before, after, projects, day, { each: (row) => rows.push(row) })
    const kept = between(before, after, projects, day)
    expect(kept).toEqual({ ...handed, cases: rows })
    const expected = projects.map((p) => {
      const [was, is] = [before, after].map((profile) => {
        const ctx = asked(day, profile)
        return new Map(verdicts(p, ctx).verdicts.map((v) => [nameOf(v), { v, bearers: subject.bearers(v, p, ctx) }]))
      }) as [
        Map<string, { v: Verdict; bearers: ReadonlyArray<Bearer> }>,
        Map<string, { v: Verdict; bearers: ReadonlyArray<Bearer> }>
      ]
      const names = [...new Set([...was.keys(), ...is.keys()])].filter((name) => {
        const [b, a] = [was.get(name), is.get(name)]
        return JSON.stringify(b && told(b.v, b.bearers)) !== JSON.stringify(a && told(a.v, a.bearers))
      })
      return new Map(
        names.map((name) => [
          name,
          [was.get(name)?.v, is.get(name)?.v, was.get(name)?.bearers ?? [], is.get(name)?.bearers ?? []]
        ])
      )
    })
    const found = rows.map(
      (row) =>
        new Map(
          row.changes.map((c) => [
            nameOf((c.after ?? c.before) as Verdict),
            [c.before, c.after, c.bearersBefore, c.bearersAfter]
          ])
        )
    )
    expect(found).toEqual(expected.filter((all) => all.size > 0))
    if (rows.length > 0) met()
  },
  0.4
)

interface Sum {
  changes: number
  newDuties: number
  vanishedDuties: number
  moves: number
  cases: number
}
const sums = (
  rows: ReadonlyArray<CaseChanges>,
  of: (
    row: CaseChanges,
    c: CaseChanges["changes"][number]
  ) => ReadonlyArray<readonly [string, Verdict | undefined, Verdict | undefined]>
): Record<string, Sum> => {
  const out: Record<string, Sum> = {}
  for (const row of rows) {
    const here = new Set<string>()
    for (const c of row.changes)
      for (const [key, before, after] of of(row, c)) {
        const sum = out[key] ?? { changes: 0, newDuties: 0, vanishedDuties: 0, moves: 0, cases: 0 }
        out[key] = sum
        const [owed, owes] = [before, after].map((v) => v !== undefined && open(v))
        sum.changes++
        if (owes && !owed) sum.newDuties++
        if (owed && !owes) sum.vanishedDuties++
        if (before?.status !== after?.status) sum.moves++
        if (!here.has(key)) sum.cases++
        here.add(key)
      }
  }
  return out
}
const columns = ({ cases, changes, newDuties, transitions, vanishedDuties }: Counts): Sum => ({
  changes,
  newDuties,
  vanishedDuties,
  moves: transitions.reduce((sum, { count }) => sum + count, 0),
  cases
})
const bearerName = ({ agency, role }: Bearer): string => `${role} ${agency}`

law(
  "every total of every table is the sum of the changes of the cases",
  50,
  given,
  ({ after, before, cases, n }, met) => {
    const said = between(before, after, cases.on(dayFrom(n)), dayFrom(n))
    if (said.cases.length > 0) met()
    const rows = said.cases
    expect(said.total.changes === 0 ? {} : { all: columns(said.total) }).toEqual(
      sums(rows, (_, c) => [["all", c.before, c.after]])
    )
    expect(Object.fromEntries(said.byNorm.map((row) => [row.norm, columns(row)]))).toEqual(
      sums(rows, (_, c) => [[c.norm, c.before, c.after]])
    )
    expect(Object.fromEntries(said.byRegion.map((row) => [String(row.region), columns(row)]))).toEqual(
      sums(rows, ({ region }, c) => [[String(region), c.before, c.after]])
    )
    expect(Object.fromEntries(said.byBearer.map((row) => [bearerName(row), columns(row)]))).toEqual(
      sums(rows, (_, c) => {
        const [was, is] = [c.bearersBefore.map(bearerName), c.bearersAfter.map(bearerName)]
        return [...new Set([...was, ...is])].map((name) => [
          name,
          was.includes(name) ? c.before : undefined,
          is.includes(name) ? c.after : undefined
        ])
      })
    )
    for (const column of ["changedDays", "changedBearers", "changedGates"] as const)
      expect(said.byNorm.reduce((sum, row) => sum + row[column], 0)).toBe(said.total[column])
  },
  0.4
)

law(
  "a norm changes only where a reading that bears on it differs, or a value",
  20,
  { cases, n: days, values: valueLayers, chosen: readingLayers },
  ({ cases, chosen, n, values }, met) => {
    const day = dayFrom(n)
    const projects = cases.on(day)
    const base = Result.getOrThrow(compose(textOnly, values))
    const said = between(base, Result.getOrThrow(compose(base, chosen)), projects, day)
    const differing = said.differences.readings.filter(({ after, before }) => after.option !== before.option)
    for (const { norm } of said.byNorm) {
      met()
      const bearing: ReadonlyArray<ReadingId> = isNormId(norm) ? norms[norm].readings : []
      expect(
        bearing.some((id) => differing.some((d) => d.id === id)),
        norm
      ).toBe(true)
    }
    const [from, source] = ["2005-02-04" as CivilDate, values.source]
    const elsewhere = { "opinion.within": [{ value: 1, source, from, region: "440300" }] }
    const there = between(textOnly, { ...textOnly, parameters: elsewhere }, projects, day)
    expect([there.total.changes, there.differences.parameters.map(({ id }) => id)]).toEqual([0, ["opinion.within"]])
  },
  0.4
)
