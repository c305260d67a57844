import type { Command } from "@banfa/core/docket"
import type { Receipt } from "@banfa/core/port/EventStore"

/** What is known outside of a storage about what it has to hold. */
export interface Ledger {
  /** Every command that was sent, by its id. */
  readonly sent: Map<string, Command>
  /** The receipts that were given, by the id of the command. */
  readonly receipts: Map<string, Receipt>
}

/** One in which nothing stands yet. */
export const ledger = (): Ledger => ({ sent: new Map(), receipts: new Map() })

/** The commands that were sent and that nobody has heard of since. */
export const underWay = ({ receipts, sent }: Ledger): ReadonlyArray<Command> =>
  [...sent.values()].filter(({ command }) => !receipts.has(command))
