/** A plugin of Stryker that leaves the words of texts alone: what a person reads is no law, and no test should repeat it. */
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin"

/** What is read of a node of the syntax tree. */
interface Path {
  readonly node: { readonly type: string; readonly key?: { readonly name?: string } }
  readonly parentPath: Path | null
}

const isText = ({ node }: Path): boolean =>
  node.type === "ObjectProperty" && (node.key?.name === "zh" || node.key?.name === "en")

const inText = (path: Path | null): boolean => path !== null && (isText(path) || inText(path.parentPath))

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "texts", {
    shouldIgnore: (path) => {
      const here = path as Path
      const words = here.node.type === "StringLiteral" || here.node.type === "TemplateLiteral"
      return words && inText(here.parentPath) ? "the words of a text" : undefined
    }
  })
]
