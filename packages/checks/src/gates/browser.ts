import { isBuiltin } from "node:module"
import { createContext, runInContext } from "node:vm"
import { build, type Message } from "esbuild"
import { consumerDir, importsAnywhere } from "../Consumer.ts"
import type { Gate } from "../Gate.ts"

/** What every browser has and the language itself has not, as far as the packages may use it while they load. */
const webGlobals = { TextEncoder, TextDecoder, URL, URLSearchParams, AbortController, crypto, structuredClone }

const describe = ({ text, location }: Message): string =>
  location === null ? text : `${location.file}:${location.line}: ${text}`

/** Bundles one module for the browser and loads it where nothing of Node is in reach. Returns what stood in the way. */
const problemsInBrowser = async (specifier: string, resolveDir: string): Promise<ReadonlyArray<string>> => {
  const result = await build({
    stdin: { contents: `export * from ${JSON.stringify(specifier)}`, resolveDir },
    platform: "browser",
    format: "iife",
    globalName: "loaded",
    bundle: true,
    write: false,
    metafile: true,
    logLevel: "silent"
  }).catch((failure: { readonly errors: ReadonlyArray<Message> }) => failure)
  if ("errors" in result && !("outputFiles" in result)) {
    return result.errors.map((error) => `${specifier}: ${describe(error)}`)
  }
  const builtins = Object.values(result.metafile.inputs).flatMap(({ imports }) =>
    imports.filter(({ path }) => isBuiltin(path))
  )
  if (builtins.length > 0) return builtins.map(({ path }) => `${specifier}: needs ${path}`)
  try {
    runInContext(result.outputFiles[0]?.text ?? "", createContext({ ...webGlobals }), { filename: specifier })
    return []
  } catch (cause) {
    return [`${specifier}: does not load without Node: ${cause instanceof Error ? cause.stack : cause}`]
  }
}

/** Every module of the packages that need nothing of Node bundles for a browser, as packed, and loads without Node. */
export const browser: Gate = {
  name: "browser",
  after: ["pack"],
  run: async (workspace) => {
    const modules = importsAnywhere(workspace)
    const found = await Promise.all(modules.map((one) => problemsInBrowser(one, consumerDir(workspace))))
    return { problems: found.flat(), note: `${modules.length} modules` }
  }
}
