import { consumerDir } from "../Consumer.ts"
import { bundleCorpus, toldBy } from "../engines/bundle.ts"
import { nodeOf } from "../engines/nodeOf.ts"
import { deviations, places } from "../engines/Place.ts"
import type { Gate } from "../Gate.ts"

/** Explanations are the same bytes on every Node that core supports, whatever time zone and locale it finds itself in. */
export const engines: Gate = {
  name: "engines",
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
      for (const place of places(turn)) {
        problems.push(...deviations(name, place, await toldBy(node, corpus, place), expected))
      }
      progress(`${name}: ${expected.cases.length} cases in ${places(turn).length} places`)
    }
    return { problems, note: `${expected.cases.length} cases` }
  }
}
