import { type Act, type Fact, known } from "./Fact.ts"
import { type Due, measured, type Owed, owed } from "./owed.ts"
import { undetermined } from "./ruling.ts"
import type { Context, Note, Ruling } from "./Verdict.ts"

/** What a list of acts comes to, of which not every one counts: the first that does, or why none does. */
export type Received = {
  /** Why one of them does not count. */
  readonly note: Note | undefined
} & (
  | {
      readonly act: Exclude<Fact<Act>, undefined>
      /** What is not known of one that came before the first that counts. */
      readonly doubt: string | undefined
    }
  | {
      readonly act: undefined
      /** What is not known, so that nobody can tell whether any counts. */
      readonly doubt: string
    }
)

/** The first act that counts. `counts` answers with the remark why one does not, or with `undefined` where that cannot be told. */
export const firstReceived = <A extends Act>(
  acts: ReadonlyArray<A>,
  silent: null | undefined,
  name: string,
  counts: (act: A) => true | Note | undefined
): Received => {
  let doubt: string | undefined
  let note: Note | undefined
  for (const act of acts) {
    const answer = counts(act)
    if (answer === true) return { act, doubt, note: undefined }
    if (answer === undefined) doubt ??= `${name}.to`
    else note ??= answer
  }
  if (doubt !== undefined) return { act: undefined, doubt, note }
  return silent === null ? { act: null, doubt, note } : { act: undefined, doubt: name, note }
}

/** Somebody must act after a trigger, and this was received. One that counts and is late leaves open whether a doubtful one was in time. */
export const owedOf = (
  ctx: Context,
  trigger: Act,
  { act, doubt, note }: Received,
  due: Due,
  ended?: Act
): Ruling<Owed> => {
  if (act === undefined) return owed(ctx, trigger, act, due, doubt, ended)
  const last = due.on ?? due.limit
  if (known(act) && doubt !== undefined && last !== undefined && act.on > last)
    return { ...undetermined(doubt, trigger), entry: due.entry }
  const noted = note === undefined || due.note === "calendar-unknown" ? due : { ...due, note }
  return measured(ctx, trigger, act, noted, ended)
}
