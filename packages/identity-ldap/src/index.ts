/** Who acts, and who holds which office, from an LDAP directory, over ldapts. @module */
export { EntriesUnreadable, EntryFinding } from "./EntriesUnreadable.ts"
export { DirectoryReading, directoryLayer, type Reading } from "./LdapDirectory.ts"
export { LdapFailure, type Operation } from "./LdapFailure.ts"
export { layer, supports } from "./LdapIdentity.ts"
export { LdapFinding, LdapRejected } from "./LdapRejected.ts"
export type {
  AccountState,
  AgenciesMapping,
  DirectoryOptions,
  HoldingsMapping,
  IdentityOptions,
  People,
  PostFields,
  PostsMapping,
  PostTable,
  Server,
  Source,
  Stated,
  StatedPost,
  Where
} from "./Options.ts"
