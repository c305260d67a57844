import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import { command } from "../command.ts"

/** The newest Node of each line that is not the one that runs the gates, as the registry has it. */
const fromRegistry = { 20: "20.20.2", 22: "22.23.3" } as const

/** A line of Node that core supports beside the one that runs the gates. */
export type Line = keyof typeof fromRegistry

/** The path of a Node of a line: one that is installed, or else the one from the registry. */
export const nodeOf = async (line: Line, cwd: string): Promise<string> => {
  const name = process.platform === "win32" ? "node.exe" : "node"
  const installed = new Set((process.env.PATH ?? "").split(delimiter).map((dir) => join(dir, name)))
  for (const path of [...installed].filter(existsSync)) {
    const { output } = await command(path, ["--version"], { cwd })
    if (output.startsWith(`v${line}.`)) return path
  }
  const { code, output } = await command("npx", ["-y", `node@${fromRegistry[line]}`, "-p", "process.execPath"], { cwd })
  const path = output.trim().split("\n").at(-1) ?? ""
  if (code !== 0 || !existsSync(path)) throw new Error(`Node ${line} cannot be had from the registry\n${output}`)
  return path
}
