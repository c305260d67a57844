/** Whether the Measures reach an application system: what stands before every other norm. @article 2 @article 36 */
import { scopeOfOrgan } from "../verdict/scope.ts"
import type { System } from "./System.ts"

/** The rules of scope and of force. */
export const scope = scopeOfOrgan<System>()
