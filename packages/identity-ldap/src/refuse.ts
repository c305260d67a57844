import { NotAuthenticated } from "@banfa/core/port/Identity"

/** Nobody was found to act. */
export const refuse = (reason: NotAuthenticated["reason"], detail?: string): NotAuthenticated =>
  new NotAuthenticated(detail === undefined ? { reason } : { reason, detail })
