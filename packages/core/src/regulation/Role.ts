import { type Office, type RoleId, roles, type Scope } from "./roles.ts"

export type { Office, RoleId, Scope } from "./roles.ts"

/** A role by its parts: the `office`, and where it must be held (`scope`). `except` names an office that its holder must not hold for the same region. @article 4 */
export interface Role {
  readonly office: Office
  readonly scope: Scope
  readonly except?: Office
}

/** The parts of a role. */
export const role = (id: RoleId): Role => roles[id]

/** Whether a text is the id of a role. */
export const isRoleId = (text: string): text is RoleId => Object.hasOwn(roles, text)
