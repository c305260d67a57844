import { type Act, type Fact, known } from "./Fact.ts"
import { type Due, measured, type Owed } from "./owed.ts"
import { undetermined } from "./ruling.ts"
import type { Context, Note, Ruling } from "./Verdict.ts"

/** What a list of acts comes to, of which not every one counts: the first that does, or why none does. */
export type Received = {
  /** Why one of them does not count. */
  readonly note: Note | undefined
  /** The earliest before the first that counts of which nobody knows whether it counts. */
  readonly doubtful?: Act | undefined
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
      /** What it comes to if the doubtful ones do not count, where the record is complete. */
      readonly otherwise?: null | undefined
    }
)

/**
 * The first act that counts. `counts` answers with the remark why one does not, or with `undefined` where that cannot be told; an act to or by
 * somebody who is in no directory is in doubt too.
 */
export const firstReceived = <A extends Act>(
  acts: ReadonlyArray<A>,
  silent: null | undefined,
  name: string,
  counts: (act: A) => true | Note | undefined
): Received => {
  let doubtful: A | undefined
  let note: Note | undefined
  let unlisted: Note | undefined
  const doubt = `${name}.to`
  for (const act of acts) {
    const answer = counts(act)
    if (answer === true) return { act, doubt: doubtful === undefined ? undefined : doubt, doubtful, note: undefined }
    if (answer !== undefined && answer !== "not-in-directory") note ??= answer
    else if (doubtful === undefined || act.on < doubtful.on) {
      doubtful = act
      unlisted = answer
    }
  }
  if (doubtful !== undefined) return { act: undefined, doubt, doubtful, otherwise: silent, note: note ?? unlisted }
  return silent === null ? { act: null, doubt: undefined, note } : { act: undefined, doubt: name, note }
}

/** Somebody must act after a trigger, and this was received. Where an act is in doubt, what is the same whether it counts or not stands. */
export const owedOf = (ctx: Context, trigger: Act, received: Received, due: Due, ended?: Act): Ruling<Owed> => {
  const { act, doubt, doubtful, note } = received
  const surely = act === undefined ? received.otherwise : act
  const unlisted = note === "not-in-directory" ? note : undefined
  const open = { ...undetermined(doubt ?? "", trigger, unlisted), entry: due.entry }
  if (surely === undefined) return open
  const noted = note === undefined || due.note === "calendar-unknown" ? due : { ...due, note }
  const without = measured(ctx, trigger, surely, noted, ended)
  if (doubtful === undefined) {
    const last = due.on ?? due.limit
    return doubt !== undefined && known(surely) && last !== undefined && surely.on > last ? open : without
  }
  if (known(act) && without.status === "Undetermined") return without
  const counted = measured(ctx, trigger, doubtful, due, ended)
  return counted.status === without.status && without.status !== "Undetermined" ? without : open
}
