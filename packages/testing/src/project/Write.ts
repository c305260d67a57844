import type { CivilDate } from "@banfa/core/civil"
import type { EventOf, EventTag } from "@banfa/core/project"

/** What a fact of a kind says besides its kind, its day and its entry. */
type Particulars<T extends EventTag> = Omit<EventOf<T>, "_tag" | "id" | "project" | "on" | "recordedAt">

/** Writes one fact down, entered on the morning of its day. */
export type Write = <T extends EventTag>(tag: T, on: CivilDate, particulars: Particulars<T>) => void

/** What the n-th instance of a kind is called. */
export type Name = (prefix: string, n: number) => string
