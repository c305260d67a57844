/** Mutants that no test can tell from the source, or that none should: where they stand, and why. */
export const explained: ReadonlyArray<{
  /** Under `packages/core/src`. */
  readonly file: string
  /** Texts of the lines that are broken. */
  readonly lines: ReadonlyArray<string>
  readonly why: string
}> = [
  {
    file: "civil/Amount.ts",
    lines: ['const [, sign, whole = ""'],
    why: "The pattern always has this group; the default is there for the compiler."
  }
]
