import { consumerDir } from "../Consumer.ts"
import { bundleCorpus, toldBy } from "../engines/bundle.ts"
import { nodeOf } from "../engines/nodeOf.ts"
import { deviations, type Place, places } from "../engines/Place.ts"
import type { Gate } from "../Gate.ts"

const gate = (rest: Pick<Gate, "name" | "onRequest">, placesOf: (turn: number) => ReadonlyArray<Place>): Gate => ({
  ...rest,
  after: ["pack"],
  run: async (workspace, progress) => {
    const cwd = consumerDir(workspace)
    const corpus = await bundleCorpus(workspace)
    const expected = await toldBy(process.execPath, corpus, { timeZone: "UTC", locale: "C" })
    const problems: Array<string> = []
    const nodes = [
      ["Node 20", await nodeOf(20, cwd)],
      ["Node 22", await nodeOf(22, cwd)],
      ["Node 24", process.execPath]
    ] as const
    for (const [turn, [name, node]] of nodes.entries()) {
      const where = placesOf(turn)
      for (const place of where) {
        problems.push(...deviations(name, place, await toldBy(node, corpus, place), expected))
      }
      progress(`${name}: ${expected.cases.length} cases in ${where.length} places`)
    }
    return { problems, note: `${expected.cases.length} cases` }
  }
})

/** Explanations are the same bytes on every Node that core supports, each in a time zone and a locale of its own. */
export const engines: Gate = gate({ name: "engines" }, (turn) => places(turn + 1).slice(turn + 1, turn + 2))

/** The same in every time zone and locale, paired otherwise for each Node. */
export const enginesEverywhere: Gate = gate({ name: "engines everywhere", onRequest: true }, places)
