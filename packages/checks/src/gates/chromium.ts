import { installFromDebian } from "../debian.ts"
import { bundleCorpus, toldBy } from "../engines/bundle.ts"
import { chromiumOfDebian, toldByChromium } from "../engines/chromium.ts"
import { deviations, places } from "../engines/Place.ts"
import type { Gate } from "../Gate.ts"

/** Explanations are the same bytes in a browser as on Node, whatever time zone and language it finds itself in. */
export const chromium: Gate = {
  name: "chromium",
  after: ["pack"],
  alone: true,
  onRequest: true,
  run: async (workspace, progress) => {
    const why = await installFromDebian(chromiumOfDebian, progress)
    if (why !== undefined) return { problems: [why] }
    const corpus = await bundleCorpus(workspace)
    const expected = await toldBy(process.execPath, corpus, { timeZone: "UTC", locale: "C" })
    const problems: Array<string> = []
    for (const place of places(1)) {
      problems.push(...deviations("Chromium", place, await toldByChromium(corpus, place), expected))
      progress(`told in ${place.timeZone}, ${place.locale}`)
    }
    return { problems, note: `${expected.cases.length} cases` }
  }
}
