import { type Act, type Fact, known } from "./Fact.ts"
import { type Due, type Owed, owed } from "./owed.ts"
import { undetermined } from "./ruling.ts"
import type { Context, Note, Ruling } from "./Verdict.ts"

/** What a list of acts comes to, of which not every one counts: the first that does, or why none does. */
export interface Received {
  readonly act: Fact<Act>
  /** What is not known of one that came before the first that counts. */
  readonly doubt: string | undefined
  readonly note: Note | undefined
}

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
  return doubt === undefined
    ? { act: silent, doubt: silent === null ? undefined : name, note }
    : { act: undefined, doubt, note }
}

/** Somebody must act after a trigger, and this was received. One that counts and is late leaves open whether a doubtful one was in time. */
export const owedOf = (
  ctx: Context,
  trigger: Act,
  { act, doubt, note }: Received,
  due: Due,
  name: string,
  ended?: Act
): Ruling<Owed> => {
  const last = due.on ?? due.limit
  if (known(act) && doubt !== undefined && last !== undefined && act.on > last)
    return { ...undetermined(doubt, trigger), entry: due.entry }
  const noted = note === undefined || due.note === "calendar-unknown" ? due : { ...due, note }
  return owed(ctx, trigger, act, noted, doubt ?? name, ended)
}
