/** Whether the Measures reach a plan: what stands before every other norm. @article 2 @article 36 */
import { scopeOfOrgan } from "../verdict/scope.ts"
import type { PlanVersion } from "./PlanVersion.ts"

/** The rules of scope and of force. */
export const scope = scopeOfOrgan<PlanVersion>()
