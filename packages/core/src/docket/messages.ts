import * as Result from "effect/Result"
import type { Message } from "../port/ReadSide.ts"
import type { Change } from "../verdict/compare.ts"
import type { InvalidQuestion } from "./DocketError.ts"
import { knownCases, refuse } from "./moment.ts"
import { caseStream } from "./streams.ts"
import type { CaseRef } from "./subjects.ts"

const topic = "case/changed"

/** What is told of a case after a command: which verdicts read otherwise, by norm, instance and status before and after. */
export const messageOf = (command: string, ref: CaseRef, changes: ReadonlyArray<Change>): Message => ({
  id: `${command}#${caseStream(ref)}`,
  topic,
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

/** Of which command and case a message tells; `undefined` where it is of another topic, and a question that cannot be asked where it is none. */
export const changedCase = (
  message: Message
): Result.Result<{ readonly command: string; readonly case: CaseRef } | undefined, InvalidQuestion> => {
  const given = (typeof message === "object" && message !== null ? message : {}) as Partial<Message>
  if (typeof given.topic === "string" && given.topic !== topic) return Result.succeed(undefined)
  const { case: id, command, subject } = given.data ?? {}
  if (given.topic !== topic || typeof command !== "string")
    return refuse("这不是发件箱中的案件变更消息", "this is no message of the outbox about a case that changed")
  return Result.map(knownCases([{ subject, id }]), ([ref]) => ({ command, case: ref as CaseRef }))
}
