import type { Workspace } from "./Workspace.ts"

/** What a gate found. It holds when `problems` is empty. */
export interface Outcome {
  /** Each one readable by itself: the file, what is wrong there, and which rule says so. */
  readonly problems: ReadonlyArray<string>
  /** A few words for the closing line of the gate, such as what was measured. */
  readonly note?: string
  /** Tests that the gate ran. They are counted beside the gates. */
  readonly tests?: { readonly passed: number; readonly failed: number }
}

/** Shows that a long gate is under way. One line a call. */
type Progress = (line: string) => void

/** One condition that the whole workspace must meet. */
export interface Gate {
  readonly name: string
  /** Gates that must have held before this one can mean anything. */
  readonly after?: ReadonlyArray<string>
  /** Whether it needs the machine for itself, as tests on servers do. */
  readonly alone?: boolean
  /** Whether it runs only where it is named, since it needs more than Node or takes long. */
  readonly onRequest?: boolean
  readonly run: (workspace: Workspace, progress: Progress) => Promise<Outcome>
}
