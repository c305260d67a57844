/**
 * What the SQL event stores share: the seam to a connection, migrations, reading, seals, and the errors of all.
 *
 * @module
 */
export { bringForward, type OverOptions, type SealOptions } from "./bringForward.ts"
export {
  type CheckpointOptions,
  checkpointOver,
  NotSealed,
  type VerifyOptions,
  verifyOver
} from "./evidence.ts"
export { checkHash, insertHash, keepHash, otherHash, selectHash } from "./keptHash.ts"
export { type Migration, type Migrations, migrate, scriptOf } from "./migrate.ts"
export { HashMissing, hashConfig, sha256, sm3 } from "./nodeHashes.ts"
export { SchemaRejected } from "./SchemaRejected.ts"
export { between, driven, type Row, type SqlConnection, SqlFailure, type SqlValue } from "./SqlConnection.ts"
export { type DeliveriesDialect, deliveriesOver, type Keyed, type KeyedDelivery } from "./SqlDeliveries.ts"
export { available, columns, type Dialect, type Refused, rowsOf, storeOver, toRow } from "./SqlEventStore.ts"
export { caseColumns, dutyColumns, type ReadSideDialect, readSideOver } from "./SqlReadSide.ts"
export { type SealedRowsOptions, type SealReading, sealedRowsOver } from "./sealedRows.ts"
export { type Digested, digestsOf, type EarlierSealing, sealEarlier } from "./sealing.ts"
