/** SHA-256 (FIPS 180-4) in plain JavaScript, of `@noble/hashes`. @module */
import type { Hash } from "@banfa/core/evidence"
import { sha256 as digest } from "@noble/hashes/sha2.js"

/** SHA-256, for a browser. Under Node, `node:crypto` has it faster. */
export const sha256: Hash = { algorithm: "sha-256", digest }
