/** Every figure about speed and size that the project quotes. Arguments: which of the parts; all of them if nothing is said. */
import { appends } from "./append.ts"
import { bulk } from "./bulk.ts"
import { bundle } from "./bundle.ts"
import { compareAgainstVerdicts } from "./compare.ts"
import { peerAgainstVerdicts } from "./peer.ts"
import { questionsAgainstVerdicts, verdictsAgainstHand } from "./project.ts"
import { waysAgainstAdvice } from "./ways.ts"

const parts: { readonly [name: string]: () => void | Promise<void> } = {
  verdicts: verdictsAgainstHand,
  questions: questionsAgainstVerdicts,
  compare: compareAgainstVerdicts,
  ways: waysAgainstAdvice,
  peer: peerAgainstVerdicts,
  append: appends,
  bulk,
  bundle
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0) {
  console.error(`there is no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`)
  process.exitCode = 1
} else {
  for (const name of asked.length > 0 ? asked : Object.keys(parts)) await parts[name]?.()
}
