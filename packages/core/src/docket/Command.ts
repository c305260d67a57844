import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Actor } from "../agency/Actor.ts"
import { ActorSchema } from "../agency/ActorSchema.ts"
import { civilDay } from "../civil/civilDay.ts"
import { CommandId, StreamId } from "../port/StoredEvent.ts"
import { decodeAll } from "../verdict/decodeEvents.ts"
import { InvalidEvents } from "../verdict/InvalidEvents.ts"
import { InvalidCommand } from "./DocketError.ts"
import { caseOfFact, decodeFact } from "./facts.ts"
import type { CaseFact } from "./keeping.ts"
import { assessmentOf, streamOf } from "./streams.ts"
import { keepingOf } from "./subjects.ts"

/** Something to be done to the docket, sent again unchanged on a retry. */
export interface Command {
  /** Chosen by the sender, unique; the same id is done once, also across restarts. */
  readonly command: string
  /** The instant of entry in UTC, `2026-03-01T09:00:00Z`. The docket has no clock. */
  readonly at: string
  /** Who enters it. */
  readonly by: string
  /**
   * The acts or facts, of one case or of several, as the `Event` of their subject without what the docket fills in: `recordedAt`,
   * `recordedBy`, `seq`, and `id` where none is given. The kind of a fact says which subject it is about, and the particular that names
   * its case (`project`, `plan`, `resource` …) which case.
   */
  readonly facts: ReadonlyArray<unknown>
}

/** A command of a person who speaks for agencies. The person enters it: where it says by whom, that is the person. */
export interface ActorCommand extends Omit<Command, "by"> {
  /** The id of the person, if it is said again. */
  readonly by?: string | undefined
}

const isActor = Schema.is(ActorSchema)

/** The command of a person, as it is entered. Whoever calls without types is told that a person is none, instead of being let through by half a post. */
export const enteredBy = (actor: Actor, command: ActorCommand): Result.Result<Command, InvalidCommand> => {
  if (!isActor(actor)) return invalid("办理人员的数据不合格式", "what is said of the person who acts is malformed")
  return command.by === undefined || command.by === actor.person
    ? Result.succeed({ ...command, by: actor.person })
    : invalid(
        "命令的录入人与办理人员不是同一人",
        "the command says that somebody else enters it than the person who acts"
      )
}

/** The most facts that one command may hold. */
export const maxFacts = 10_000

/** The longest id of a command: what it stores is named after it, with a number behind. */
const longestCommand = 190
const isCommandId = Schema.is(CommandId)
const isStreamId = Schema.is(StreamId)

const filled = ["recordedAt", "recordedBy", "seq"] as const

const invalid = (zh: string, en: string): Result.Result<never, InvalidCommand> =>
  Result.fail(new InvalidCommand({ text: { zh, en } }))

/** The facts of a command as events, with what the docket fills in. Nothing that only the docket may fill in is taken from the sender. */
export const eventsOf = ({
  at,
  by,
  command,
  facts
}: Command): Result.Result<ReadonlyArray<CaseFact>, InvalidCommand | InvalidEvents> => {
  if (!isCommandId(command) || command.length > longestCommand) {
    return invalid(
      `命令编号须为 1 至 ${longestCommand} 个字符，且不含控制字符`,
      `the id of a command has 1 to ${longestCommand} characters and no control characters`
    )
  }
  if (civilDay(at) === undefined) {
    return invalid(
      `录入时刻“${String(at).slice(0, 40)}”不是时刻，应写作 2026-03-01T09:00:00Z`,
      `"${String(at).slice(0, 40)}" is no instant such as 2026-03-01T09:00:00Z`
    )
  }
  if (!Array.isArray(facts)) return invalid("命令中的事实应为一个列表", "the facts of a command are a list")
  if (facts.length === 0) return invalid("命令中没有任何事实", "the command holds no facts")
  if (facts.length > maxFacts)
    return invalid(`一条命令至多 ${maxFacts} 项事实`, `a command holds at most ${maxFacts} facts`)
  const findings: Array<InvalidEvents["findings"][number]> = []
  const stamped = facts.map((fact, index) => {
    if (typeof fact !== "object" || fact === null || Array.isArray(fact)) return fact
    for (const key of filled) {
      if (Object.hasOwn(fact, key)) {
        findings.push({
          index,
          path: key,
          zh: "由本库填写，不得自带",
          en: "is filled in by the docket and cannot be brought"
        })
      }
    }
    return { id: `${command}/${index + 1}`, ...fact, recordedAt: at, recordedBy: by }
  })
  if (findings.length > 0) return Result.fail(new InvalidEvents({ findings }))
  return Result.flatMap(decodeAll(decodeFact, stamped), named)
}

/** Facts whose ids name streams that every store takes: the name of the subject goes before them. */
const named = (facts: ReadonlyArray<CaseFact>): Result.Result<ReadonlyArray<CaseFact>, InvalidEvents> => {
  const findings = facts.flatMap((fact, index) => {
    if (isStreamId(streamOf(fact))) return []
    const path = assessmentOf(fact) === undefined ? keepingOf(caseOfFact(fact).subject).key : "assessment"
    return [{ index, path, zh: "编号过长，不能用作事件流的名称", en: "is too long an id for the name of a stream" }]
  })
  return findings.length === 0 ? Result.succeed(facts) : Result.fail(new InvalidEvents({ findings }))
}
