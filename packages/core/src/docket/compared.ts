import * as Result from "effect/Result"
import type { Profile } from "../profile/Profile.ts"
import { parseProfile } from "../profile/ProfileSchema.ts"
import type { BadInput } from "../verdict/BadInput.ts"
import type { CompareQuestion } from "../verdict/Comparison.ts"
import type { InvalidQuestion } from "./DocketError.ts"
import { refuse } from "./moment.ts"

/** What is compared. */
export interface Compared extends Pick<CompareQuestion, "each"> {
  /** The profile that the cases would be judged under. */
  readonly after: Profile
  /** The one that they are judged under; by default that of the deployment. */
  readonly before?: Profile | undefined
}

const parts = { after: "", before: "", each: "" } satisfies { readonly [P in keyof Compared]-?: "" }

const isParts = (given: unknown): given is { readonly [P in keyof Compared]?: unknown } =>
  typeof given === "object" && given !== null && Object.keys(given).every((part) => Object.hasOwn(parts, part))

/** The profiles of a comparison, also of a caller without types. */
export const knownProfiles = (given: unknown): Result.Result<Compared, InvalidQuestion> => {
  const { after, before, each } = isParts(given) ? given : {}
  if (!isParts(given) || after === undefined || !(each === undefined || typeof each === "function"))
    return refuse(
      "对照应写作 { after: 规则 }，可以另写 before（规则）和 each（函数）",
      "a comparison is written { after: a profile }, if wanted with before (a profile) and each (a function)"
    )
  const bad = [...found("after", after), ...(before === undefined ? [] : found("before", before))]
  if (bad.length === 0) return Result.succeed(given as Compared)
  const all = (language: "zh" | "en") => bad.map((one) => `${one.path} ${one[language]}`).join("; ")
  return refuse(`规则不合格式：${all("zh")}`, `the profile is malformed: ${all("en")}`)
}

/** What is wrong with one of the profiles, each with its path. */
const found = (side: "after" | "before", profile: unknown): ReadonlyArray<BadInput> => {
  const read = parseProfile(profile)
  return Result.isSuccess(read)
    ? []
    : read.failure.map(({ path, ...bad }) => ({ path: path === "" ? side : `${side}.${path}`, ...bad }))
}
