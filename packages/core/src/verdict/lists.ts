/** Ordered lists of records that commute: whatever is put into them in whatever order, they end up the same. */
import { type Act, earlier } from "./Fact.ts"

/** Replace or insert one record; the list stays ordered as `at` compares. */
export const put = <R>(list: ReadonlyArray<R>, at: (r: R) => number, create: () => R, change: (r: R) => R): void => {
  const rows = list as Array<R>
  let i = rows.length
  while (i > 0 && at(rows[i - 1] as R) > 0) i--
  if (i > 0 && at(rows[i - 1] as R) === 0) rows[i - 1] = change(rows[i - 1] as R)
  else rows.splice(i, 0, change(create()))
}
/** Where a record of this id stands among records ordered by id. */
export const byId =
  (id: string) =>
  (r: { readonly id: string }): number =>
    r.id === id ? 0 : r.id > id ? 1 : -1

/** A list of acts, each told once: ordered by day and reference. */
export const told = <A extends Act>(acts: ReadonlyArray<A>, act: A): ReadonlyArray<A> => {
  const ref = act.ref ?? ""
  let i = acts.length
  while (i > 0) {
    const before = acts[i - 1] as A
    if (before.on === act.on && (before.ref ?? "") === ref) return acts
    if (before.on < act.on || (before.on === act.on && (before.ref ?? "") < ref)) break
    i--
  }
  return [...acts.slice(0, i), act, ...acts.slice(i)]
}

/** Files nothing: a kind of fact that no case of a switch files leaves a type other than `never`, and does not compile. */
export const unfiled = (_fact: never): void => {}

/** One record of a nested list, of two statements of it the earlier. */
export const once = <R extends Act & { readonly id: string }>(list: ReadonlyArray<R>, row: R): ReadonlyArray<R> => {
  const next = list.slice()
  put(
    next,
    byId(row.id),
    () => row,
    (r) => earlier(r, row)
  )
  return next
}
