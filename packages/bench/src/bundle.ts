/** What a page carries that asks about projects under the text alone, without words and without decoding. */
import { existsSync } from "node:fs"
import { relative } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"

const root = fileURLToPath(new URL("../../..", import.meta.url))

const page = `
  export { advise, caseAt, context, duties, fold, verdicts } from "@banfa/core/project"
  export { textOnly } from "@banfa/core/profile"
`

const bundled = async (conditions: ReadonlyArray<string>) => {
  const { metafile, outputFiles } = await build({
    stdin: { contents: page, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    conditions: [...conditions],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    logLevel: "error",
    outfile: "page.js",
    absWorkingDir: root
  })
  const [page_] = outputFiles
  const [output] = Object.values(metafile.outputs)
  if (page_ === undefined || output === undefined) throw new Error("nothing was bundled")
  return { gzip: gzipSync(page_.contents, { level: 9 }).length, minified: page_.contents.length, inputs: output.inputs }
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

/** Prints the sizes, from source and as built, and what is in it by file. */
export const bundle = async (): Promise<void> => {
  const source = await bundled(["@banfa/source"])
  console.info(`\nOne subject in a browser: ${kB(source.gzip)} gzip, ${kB(source.minified)} minified, from source`)
  const files = Object.entries(source.inputs).toSorted(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
  for (const [file, { bytesInOutput }] of files.slice(0, 25))
    console.info(
      `  ${((100 * bytesInOutput) / source.minified).toFixed(1).padStart(5)} %  ${relative("packages", file)}`
    )
  if (!existsSync(new URL("../../core/dist/project/index.js", import.meta.url))) return
  const built = await bundled([])
  console.info(`One subject in a browser: ${kB(built.gzip)} gzip, ${kB(built.minified)} minified, as built`)
}
