/** SM3 (GB/T 32905-2016) in plain JavaScript, of `gmsm-sm3js`. @module */
import type { Hash } from "@banfa/core/evidence"
// @ts-expect-error: it brings no types
import library from "gmsm-sm3js"

const digest: Hash["digest"] = library.sum

/** SM3, for a browser. Under Node, `node:crypto` has it faster where its OpenSSL has it (`getHashes()` tells). */
export const sm3: Hash = { algorithm: "sm3", digest }
