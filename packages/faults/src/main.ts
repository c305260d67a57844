/**
 * Faults, for real. Arguments: `sqlite` or `postgres`, then how many processes that write are killed, a fifth as many of those that
 * send, and how often the server; or `mail`, then how many dispatchers of mail are killed, and how many notices they send; everything if nothing is
 * said. `SEED` in the environment draws other faults.
 */

import { runMail } from "./mail/run.ts"
import { type Part, run } from "./run.ts"
import { print } from "./Tally.ts"

const storages = ["sqlite", "postgres"] as const
const kills = { sqlite: 500, postgres: 200 } as const

const [named, ...numbers] = process.argv.slice(2)
const chosen = storages.filter((one) => named === undefined || one === named)
const mail = named === undefined || named === "mail"
const [first, second] = numbers.map(Number)
const { SEED = "1" } = process.env

const done = ({ heading, tally }: Part): void => {
  print(heading, tally)
  if (tally.losses.length > 0) process.exitCode = 1
}

if ((chosen.length === 0 && !mail) || [...numbers, SEED].some((given) => !/^\d+$/.test(given))) {
  console.error(
    "用法 usage: npm run faults -- [sqlite|postgres] [kills] [kills of the server]\n            npm run faults -- mail [kills] [notices]"
  )
  process.exitCode = 1
} else {
  for (const storage of chosen) {
    const writers = first ?? kills[storage]
    const counts = {
      kills: writers,
      dispatchers: Math.ceil(writers / 5),
      each: 50,
      serverKills: second ?? 20,
      full: 25,
      torn: 320,
      clock: 60
    }
    await run(storage, counts, Number(SEED), done)
  }
  for (const storage of mail ? storages : []) {
    await runMail(storage, { kills: first ?? 200, notices: second ?? 20_000 }, Number(SEED), done)
  }
}
