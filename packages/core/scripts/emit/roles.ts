import type { Data } from "../Data.ts"
import { moduleOf, table } from "./table.ts"

/** Roles which each case fills for itself although their ids end like those of standing offices. */
const filledByCase = new Set(["applicant.any"])

const definition = (id: string): { office: string; scope: string; except?: string } => {
  const [office = id, scope = "case"] = id.split(".")
  if (filledByCase.has(id)) return { office, scope: "case" }
  return scope === "other" ? { office, scope: "any", except: "info" } : { office, scope }
}

const types = `/** One of the 29 roles in which an agency or a person appears in the Measures, e.g. \`info.provincial\`. */
export type RoleId = keyof typeof roles

/** The office behind a role: \`info.provincial\`, \`info.local\` and \`info.any\` are all the office \`info\`. */
export type Office = (typeof roles)[RoleId]["office"]

/**
 * Where the office of a role must be held: \`provincial\` at the province, \`local\` at a city or county, \`any\` at exactly
 * the region in question, \`case\` wherever the case itself says who fills the role (the builder of a project, say).
 */
export type Scope = (typeof roles)[RoleId]["scope"]`

/** `roles.ts`: the office behind each role, and where it must be held. */
export const rolesModule = ({ roles }: Data): string =>
  moduleOf(
    table(
      "roles",
      "The 29 roles of the Measures: the office behind each, where it must be held, and what its holder must not hold.",
      Object.fromEntries(Object.keys(roles).map((id) => [id, definition(id)]))
    ),
    types
  )

/** `roleNames.ts`: what each role is called. The role that nobody fills has a name here too. */
export const roleNamesModule = ({ roles }: Data): string =>
  moduleOf(
    `import type { RoleId } from "./roles.ts"\nimport type { Text } from "./Text.ts"`,
    table(
      "roleNames",
      "What each role is called. Chinese as in the text, or in brackets where the text names nobody.",
      Object.fromEntries(
        Object.entries(roles).map(([id, name]) => [id, id === "none" ? { zh: "（无）", en: name.en } : name])
      ),
      "{ readonly [R in RoleId]: Text }"
    )
  )
