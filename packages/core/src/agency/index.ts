/** Agencies, the regions and offices that they hold, and whether one is competent to act. @module */
export type { Actor, Delegation, Post } from "./Actor.ts"
export type { Agency, AgencyId, AgencyKind, DirectoryData, Holding, Succession } from "./Agency.ts"
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
export { type JointAct, jointly } from "./jointly.ts"
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
export { regionName } from "./regionName.ts"
