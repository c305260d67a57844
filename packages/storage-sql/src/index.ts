/**
 * What the SQL event stores share: the seam to a connection, migrations, reading, and the errors of both.
 *
 * @module
 */
export { type Migration, type Migrations, migrate, scriptOf } from "./migrate.ts"
export { SchemaRejected } from "./SchemaRejected.ts"
export { between, driven, type Row, type SqlConnection, SqlFailure, type SqlValue } from "./SqlConnection.ts"
export { available, columns, type Dialect, type Refused, rowsOf, storeOver, toRow } from "./SqlEventStore.ts"
