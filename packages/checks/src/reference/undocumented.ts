import { type ProjectReflection, type Reflection, ReflectionKind } from "typedoc"

const kinds = ReflectionKind.Property | ReflectionKind.Accessor | ReflectionKind.Method

const words = (one: Reflection | undefined): string => one?.comment?.summary.map(({ text }) => text).join("") ?? ""

/**
 * A member speaks for itself where its own docstring or that of its type does, by its name in backticks. It need not where
 * it is inherited (it is documented where it is declared), overrides what a base from outside documents, such as the
 * message of an error, or is computed by the type system and stands nowhere in the sources.
 */
const isDocumented = (member: Reflection): boolean =>
  !member.isDeclaration() ||
  !member.parent?.kindOf(ReflectionKind.ClassOrInterface) ||
  member.inheritedFrom !== undefined ||
  member.overwrites !== undefined ||
  member.sources === undefined ||
  [member, member.getSignature, ...(member.signatures ?? [])].some((one) => one?.hasComment()) ||
  words(member.parent).includes(`\`${member.name}\``)

/** The members of exported interfaces and classes that are documented nowhere. */
export const undocumentedMembers = (project: ProjectReflection): ReadonlyArray<string> =>
  project
    .getReflectionsByKind(kinds)
    .filter((member) => !isDocumented(member))
    .map((member) => `${member.getFriendlyFullName()} has no docstring, and that of its type does not name it`)
