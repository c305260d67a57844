import { compose, type Layer, type Profile, textOnly } from "@banfa/core/profile"
import * as Result from "effect/Result"
import fc from "fast-check"
import * as complaint from "../complaint/profiles.ts"
import * as organ from "../organ/profiles.ts"
import * as planning from "../planning/profiles.ts"
import * as project from "../project/profiles.ts"
import * as resource from "../resource/profiles.ts"
import * as supervision from "../supervision/profiles.ts"
import * as system from "../system/profiles.ts"

const subjects = [complaint, organ, planning, project, resource, supervision, system]

/** One layer that says whatever these profiles say, each of its own subject. */
const together = (profiles: ReadonlyArray<Profile>): Profile => {
  const title = { zh: "随机示例规定（非现行规定）", en: "Random sample rules (not in force)" }
  const chosen = profiles.flatMap(({ readings }) =>
    Object.entries(readings).filter(([id, option]) => option !== textOnly.readings[id as "A02a"])
  )
  const layer = {
    id: "random",
    version: "1",
    title,
    source: { title, status: "sample" },
    readings: Object.fromEntries(chosen),
    parameters: Object.assign({}, ...profiles.map(({ parameters }) => parameters))
  }
  return Result.getOrThrow(compose(textOnly, layer as unknown as Layer))
}

/** Profiles of the province that leave every reading at its default: the text alone, or random values for what it leaves open. */
export const defaultProfiles: fc.Arbitrary<Profile> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(textOnly) },
  { weight: 3, arbitrary: fc.tuple(...subjects.map((one) => one.defaultProfiles)).map(together) }
)

/** Any profile of the province: the text alone, or random values with random readings. */
export const profiles: fc.Arbitrary<Profile> = fc.oneof(
  { weight: 2, arbitrary: defaultProfiles },
  { weight: 1, arbitrary: fc.tuple(...subjects.map((one) => one.profiles)).map(together) }
)
