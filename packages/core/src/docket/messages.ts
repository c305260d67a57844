import type { Message } from "../port/ReadSide.ts"
import type { Change } from "../verdict/compare.ts"
import { caseStream } from "./streams.ts"
import type { CaseRef } from "./subjects.ts"

/** What is told of a case after a command: which verdicts read otherwise, by norm, instance and status before and after. */
export const messageOf = (command: string, ref: CaseRef, changes: ReadonlyArray<Change>): Message => ({
  id: `${command}#${caseStream(ref)}`,
  topic: "case/changed",
  data: {
    command,
    subject: ref.subject,
    case: ref.id,
    changes: changes.flatMap(({ after, before }) => {
      const verdict = after ?? before
      if (verdict === undefined) return []
      const { instance, norm } = verdict
      return [{ norm, instance, before: before?.status ?? null, after: after?.status ?? null }]
    })
  }
})
