import { toHex } from "@banfa/core/evidence"

/** A list as PostgreSQL writes arrays, so that no driver has to know how. */
export const list = (values: ReadonlyArray<string | number | Uint8Array | null>): string =>
  `{${values.map(item).join()}}`

const item = (value: string | number | Uint8Array | null): string | number =>
  value === null || typeof value === "number"
    ? String(value)
    : value instanceof Uint8Array
      ? `"\\\\x${toHex(value)}"`
      : `"${value.replaceAll(/["\\]/g, "\\$&")}"`

/** A place for a list of texts. */
export const texts = "?::text::text[]"

/** A place for a list of whole numbers. */
export const numbers = "?::text::bigint[]"

/** A place for a list of bytes. */
export const bytes = "?::text::bytea[]"
