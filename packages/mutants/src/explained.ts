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
  },
  {
    file: "project/art10.ts",
    lines: ["doubtful === undefined || r.on < doubtful.on", "!(known(decision) && decision.on <= ended.on)"],
    why: "Of two acts of one day either will do: only the day is compared afterwards."
  },
  {
    file: "project/art10.ts",
    lines: ['doubt ?? "opinionRequest"'],
    why: "What was received names its own doubt wherever it is not known; the name is there for the compiler."
  },
  {
    file: "project/art12.ts",
    lines: ['time, "report", p, ctx)', 'due, "copy", p, ctx)', 'timetable, "report", p, ctx)'],
    why: "What was received names its own doubt wherever it is not known; the name is there for the compiler."
  },
  {
    file: "project/art12.ts",
    lines: ["onlyKeyProjects && p.coverage === undefined"],
    why: "Spares the work where no period can be a key project's; every period then says that the norm does not apply."
  }
]
