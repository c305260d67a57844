import type { Readings } from "../regulation/Norm.ts"

/** An act done together with others, as far as the record tells. */
export interface JointAct {
  /** The agency that leads; left out when the record does not name it. */
  readonly by?: string | undefined
  /** The departments named as acting with it; `null` when it is stated that there are none; left out when nothing is stated. */
  readonly with?: ReadonlyArray<string> | null | undefined
  /** The departments that signed with it, in the same three states. Read only where a joint signature is asked for. */
  readonly signed?: ReadonlyArray<string> | null | undefined
}

/**
 * Whether an act was done together with other departments (会同): `undefined` when the record does not tell.
 *
 * `reading` is the choice under reading A06: `record` is content with a named department, `joint` asks for its
 * signature. `needed` lists departments which must be among them (article 34 names four); an entry that is `undefined`
 * is a department that could not be identified. With none listed, any department other than the leading one will do.
 *
 * @article 3 @article 4 @article 6 @article 19 @article 23 @article 32 @article 33 @article 34
 */
export const jointly = (
  act: JointAct,
  needed: ReadonlyArray<string | undefined>,
  reading: Readings["A06"]
): boolean | undefined => {
  const others = reading === "joint" ? act.signed : act.with
  if (others === undefined) return undefined
  if (others === null || others.length === 0) return false
  const missing = needed.find((one) => one !== undefined && one !== act.by && !others.includes(one))
  if (missing !== undefined) return false
  if (act.by === undefined && others.every((one) => one === others[0])) return undefined
  if (!others.some((one) => one !== act.by)) return false
  return needed.includes(undefined) ? undefined : true
}
