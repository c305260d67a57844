/** How notices are named: by the thing that is told, then by who is told. */
import type { Bearer } from "../verdict/Subject.ts"
import type { Notice, NoticeKind } from "./Notice.ts"

/** What is told, by its codes. */
interface Thing {
  /** What it is of. */
  readonly kind: NoticeKind
  /** The subject of the case, `project`. */
  readonly subject: string
  /** What tells it from every other of its kind: norm, case, fact or instance and days. */
  readonly parts: ReadonlyArray<string>
}

const separator = "~"

/** Who is told, as it ends the id. The agency stands last, so whatever it holds cannot be taken for something else. */
const recipient = ({ agency, role }: Bearer): string => `${separator}${role}${separator}${agency ?? ""}`

/**
 * The id of a notice. The lengths of the parts go before them: ids of cases and facts hold any character, and two different lists of parts never
 * make the same text. At most 700 characters with ids as the ports bound them, and an id of a local norm of up to 60.
 */
export const noticeId = ({ kind, parts, subject }: Thing, to: Bearer): string =>
  [kind, subject, parts.map(({ length }) => length).join("."), ...parts].join(separator) + recipient(to)

/** The same thing told to somebody else. Nobody demands that. */
export const readdressed = (notice: Notice, to: Bearer): Notice => ({
  ...notice,
  id: notice.id.slice(0, notice.id.length - recipient(notice.to).length) + recipient(to),
  to,
  demanded: false,
  by: undefined,
  localTerm: notice.due === undefined ? undefined : notice.localTerm
})
