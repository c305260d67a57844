/** Whether the Measures reach an organ: what stands before every other norm. @article 2 @article 36 */
import { scopeOf } from "../verdict/scope.ts"
import type { Organ } from "./Organ.ts"

/** The rules of scope and of force. */
export const scope = scopeOf<Organ>([], ({ id }) => [id])
