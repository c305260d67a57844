/**
 * Faults, for real. Arguments: `sqlite` or `postgres`, both if nothing is said; then how many processes that write are killed, a fifth as many of those that
 * send, and how often the server. `SEED` in the environment draws other faults.
 */

import { run } from "./run.ts"
import { print } from "./Tally.ts"

const storages = ["sqlite", "postgres"] as const
const kills = { sqlite: 500, postgres: 200 } as const

const [named, ...numbers] = process.argv.slice(2)
const chosen = storages.filter((one) => named === undefined || one === named)
const [killed, serverKills = 20] = numbers.map(Number)
const { SEED = "1" } = process.env

if (chosen.length === 0 || [...numbers, SEED].some((given) => !/^\d+$/.test(given))) {
  console.error("用法 usage: npm run faults -- [sqlite|postgres] [kills] [kills of the server]")
  process.exitCode = 1
} else {
  for (const storage of chosen) {
    const writers = killed ?? kills[storage]
    const counts = {
      kills: writers,
      dispatchers: Math.ceil(writers / 5),
      each: 50,
      serverKills,
      full: 25,
      torn: 320,
      clock: 60
    }
    await run(storage, counts, Number(SEED), ({ heading, tally }) => {
      print(heading, tally)
      if (tally.losses.length > 0) process.exitCode = 1
    })
  }
}
