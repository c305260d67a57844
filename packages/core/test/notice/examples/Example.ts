import type { Said, SubjectId } from "../telling.ts"

/** An example: what happened before, what happened then, whom that told what, and the words of the norms on which it did. */
export interface Example {
  readonly title: string
  readonly subject: SubjectId
  readonly id?: string
  readonly before: ReadonlyArray<Said>
  readonly act: Said
  readonly tells: ReadonlyArray<string>
  readonly words: ReadonlyArray<string>
}
