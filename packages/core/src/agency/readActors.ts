import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { badInputs } from "../verdict/BadInput.ts"
import type { Actor, Delegation } from "./Actor.ts"
import { ActorSchema, DelegationSchema } from "./ActorSchema.ts"
import { type ActorFinding, ActorsInvalid } from "./ActorsInvalid.ts"
import type { Directory } from "./Directory.ts"
import { inspectActors, inspectDelegations } from "./inspectActors.ts"

/** How many people or delegations are read at a time. */
const most = 100_000

const strict = { errors: "all", onExcessProperty: "error" } as const

const reading =
  <A>(
    decode: (input: unknown) => Result.Result<A, Schema.SchemaError>,
    inspect: (directory: Directory, all: ReadonlyArray<A>) => ReadonlyArray<ActorFinding>
  ) =>
  (directory: Directory, input: unknown): Result.Result<ReadonlyArray<A>, ActorsInvalid> => {
    if (!Array.isArray(input))
      return refused([{ kind: "Malformed", at: "", zh: "应为一个列表", en: "is to be a list" }])
    if (input.length > most)
      return refused([{ kind: "TooMany", at: "", zh: `一次至多 ${most} 项`, en: `at most ${most} at a time` }])
    const [read, findings] = [[] as A[], [] as ActorFinding[]]
    for (const [i, one] of input.entries()) {
      const decoded = decode(one)
      if (Result.isSuccess(decoded)) read.push(decoded.success)
      else
        for (const { en, path, zh } of badInputs(decoded.failure.issue))
          findings.push({ kind: "Malformed", at: path === "" ? `${i}` : `${i}.${path}`, zh, en })
    }
    // What stands where is known only where everything could be read.
    const wrong = findings.length > 0 ? findings : inspect(directory, read)
    return wrong.length > 0 ? refused(wrong) : Result.succeed(read)
  }

const refused = (findings: ReadonlyArray<ActorFinding>): Result.Result<never, ActorsInvalid> =>
  Result.fail(new ActorsInvalid({ findings }))

/**
 * Reads people from JSON, all or none, and says everything that is wrong: what is malformed, repeated, over before it begins, held for the time being
 * without an end, or in an agency that the directory does not know, also where its id only looks like that of one.
 */
export const readActors: (directory: Directory, input: unknown) => Result.Result<ReadonlyArray<Actor>, ActorsInvalid> =
  reading(Schema.decodeUnknownResult(ActorSchema, strict), inspectActors)

/** Reads delegations from JSON, all or none, and says everything that is wrong, also where one passes on what it cannot. */
export const readDelegations: (
  directory: Directory,
  input: unknown
) => Result.Result<ReadonlyArray<Delegation>, ActorsInvalid> = reading(
  Schema.decodeUnknownResult(DelegationSchema, strict),
  inspectDelegations
)
