import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { chancesIn } from "../chancesIn.ts"
import { compile } from "../compile.ts"
import type { Gate } from "../Gate.ts"

const project = fileURLToPath(new URL("../../core", import.meta.url))

/** Core compiles without the types of Node or of a browser, and reads neither clock nor chance nor the language and time zone of the machine. */
export const coreAlone: Gate = {
  name: "core alone",
  run: async ({ root }) => {
    const { code, output } = await compile(root, ["-p", project])
    const chances = globSync("packages/core/src/**/*.ts", { cwd: root }).flatMap((file) =>
      chancesIn(file, readFileSync(join(root, file), "utf8")).map(
        ({ line, text }) =>
          `${file}:${line}: ${text}: core is told what day it is, speaks no language of the machine and draws no lots`
      )
    )
    return { problems: code === 0 ? chances : [output, ...chances] }
  }
}
