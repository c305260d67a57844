import type { NormId } from "../regulation/Norm.ts"
import type { RoleId } from "../regulation/Role.ts"

/** How a norm gates an act. Required and competence deny when they are known to be unmet; the others tell and never stop. */
export type Strength = "required" | "competence" | "advisory" | "presumptive" | "discretionary"

/** One row of a lifecycle: who may do an act from where, and which norms ask for it. Advice, next acts and diagrams read it. */
export interface Row<Position extends string = string, Forerunner extends string = string> {
  /** The positions from which it is usual; absent: a parallel track, possible at any time. */
  readonly from?: ReadonlyArray<Position>
  /** Where it leads; absent: the position stays. */
  readonly to?: Position
  /** Of `from`, the positions that the act does not leave: there it runs on a track of its own. */
  readonly stays?: ReadonlyArray<Position>
  /** The roles of which one may do it; empty: whoever enters facts. */
  readonly who: ReadonlyArray<RoleId>
  /** The norm whose sentence gives the act to these roles and to nobody else; absent: no sentence does, so whoever else acts is told, never stopped. */
  readonly reserved?: NormId
  /** Whether the act ends, returns, withdraws, takes over or hands on what is another's: then it is for whoever owns or decided that, whatever the articles say. */
  readonly owned?: true
  /** The articles from which the act comes, or beside which it stands. */
  readonly articles: ReadonlyArray<number>
  /** Whether the step stands in the articles, or was added so that practice can run. */
  readonly source: "text" | "library"
  /** The norms that gate it, and how. */
  readonly guards?: { readonly [N in NormId]?: Strength }
  /** Particulars that the record should hold (`findings.norm`: each item of a list): a guard without a norm never denies, its absence is a notice. */
  readonly needs?: ReadonlyArray<string>
  /** Particulars that the record should state, if only that there is none. */
  readonly states?: ReadonlyArray<string>
  /** Facts without which the act has no meaning: when one is known to be absent, the act is out of order. */
  readonly presupposes?: ReadonlyArray<Forerunner>
}
