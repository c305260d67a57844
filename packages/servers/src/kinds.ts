import { exim } from "./exim.ts"
import type { Kind } from "./Kind.ts"
import { mariadb } from "./mariadb.ts"
import { debianPostgres, postgres } from "./postgres.ts"
import { slapd } from "./slapd.ts"

/** The servers that there are for tests. */
export const kinds = { postgres, "debian-postgres": debianPostgres, mariadb, exim, slapd } as const satisfies Record<
  string,
  Kind
>

/** One of {@link kinds}. */
export type KindName = keyof typeof kinds
