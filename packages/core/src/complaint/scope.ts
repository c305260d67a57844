/** Whether the Measures reach a complaint: what stands before every other norm. @article 2 @article 36 */
import { scopeOfOrgan } from "../verdict/scope.ts"
import type { Complaint } from "./Complaint.ts"

/** The rules of scope and of force: asked of the organ complained to. */
export const scope = scopeOfOrgan<Complaint>()
