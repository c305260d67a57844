/** Agencies, the regions and offices that they hold, and whether one is competent to act. @module */
export type { Actor, Delegation, Post } from "./Actor.ts"
export { ActorSchema, DelegationSchema, PostSchema } from "./ActorSchema.ts"
export { ActorFinding, ActorsInvalid } from "./ActorsInvalid.ts"
export type { Agency, AgencyId, AgencyKind, DirectoryData, Holding, Succession, Vacancy } from "./Agency.ts"
export { type Asked, type Competence, competence, type FilledByCase, roleFilled } from "./Competence.ts"
export { competenceText } from "./competenceText.ts"
export { type Directory, directory } from "./Directory.ts"
export { DirectoryFinding, DirectoryInvalid } from "./DirectoryInvalid.ts"
export {
  DirectoryDataSchema,
  DirectoryUnreadable,
  parseDirectoryData,
  parseRegion,
  UnknownRegion
} from "./DirectorySchema.ts"
export { type Entitlement, entitlement, type Obstacle, type Standing, type Wanted } from "./entitlement.ts"
export type { Grant } from "./Grant.ts"
export { inspectActors, inspectDelegations } from "./inspectActors.ts"
export { type JointAct, jointly } from "./jointly.ts"
export { type Hindrance, type InName, type MayAct, mayAct, type Trail } from "./mayAct.ts"
export { actorText, hindranceText, mayActText, obstacleText, trailText } from "./mayActText.ts"
export {
  isRegionCode,
  type Level,
  levelOf,
  type Region,
  type RegionChange,
  type RegionChanges,
  type RegionCode,
  regionOf,
  regionOn,
  regionSuccessorOn,
  sameRegion,
  within
} from "./Region.ts"
export { readActors, readDelegations } from "./readActors.ts"
export { regionName } from "./regionName.ts"
