/**
 * Every figure about speed and size that the project quotes. Arguments: which of the parts, all of them if nothing is said; `--rounds`, how often
 * those of the stores take turns.
 */
import { parseArgs } from "node:util"
import { bulk } from "./bulk.ts"
import { bundle } from "./bundle.ts"
import { compareAgainstVerdicts } from "./compare.ts"
import { competenceAsItGrows } from "./competence.ts"
import { tokensAgainstJose } from "./identity/tokens.ts"
import { mails } from "./mail/mail.ts"
import { peerAgainstVerdicts } from "./peer.ts"
import { questionsAgainstVerdicts, verdictsAgainstHand } from "./project.ts"
import { deliveryClaims } from "./storage/deliveries.ts"
import { emmettAgainstStores } from "./storage/emmett.ts"
import { hotStream } from "./storage/hotStream.ts"
import { opening } from "./storage/opening.ts"
import { postgresAppends } from "./storage/postgres.ts"
import type { Rounds } from "./storage/shares.ts"
import { appends, imports } from "./storage/sqlite.ts"
import { waysAgainstAdvice } from "./ways.ts"

const parts: { readonly [name: string]: (rounds: Rounds) => void | Promise<void> } = {
  verdicts: verdictsAgainstHand,
  questions: questionsAgainstVerdicts,
  compare: compareAgainstVerdicts,
  ways: waysAgainstAdvice,
  competence: competenceAsItGrows,
  peer: peerAgainstVerdicts,
  append: appends,
  import: imports,
  postgres: postgresAppends,
  hot: hotStream,
  deliveries: deliveryClaims,
  emmett: emmettAgainstStores,
  opening,
  mail: mails,
  bulk,
  tokens: tokensAgainstJose,
  bundle
}

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: "string", default: "9" } }
})
const rounds = Number(values.rounds)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  console.error(`there is no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`)
  process.exitCode = 1
} else if (!Number.isSafeInteger(rounds) || rounds < 1) {
  console.error(`--rounds is ${values.rounds}, and has to be a whole number from 1 on`)
  process.exitCode = 1
} else {
  for (const name of asked.length > 0 ? asked : Object.keys(parts)) await parts[name]?.({ rounds })
}
