import { existsSync, globSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"

/** What a page fetches by itself, as far as it is not in the site: scripts, styles, fonts, pictures, frames. */
const fetched =
  /<(?:script|link|img|image|source|iframe|video|audio|embed|object|use|input)\b[^>]*?\b(?:src|href|data|srcset)="((?:https?:)?\/\/[^"]*)"/g
const fetchedByStyle = /(?:url\(\s*["']?|@import\s+["'])((?:https?:)?\/\/[^"')]*)/g
const fetchedByScript = /\b(?:fetch|import|importScripts)\(\s*["'`]((?:https?:)?\/\/[^"'`]*)/g

const patterns = new Map([
  [".html", [fetched, fetchedByStyle]],
  [".css", [fetchedByStyle]],
  [".js", [fetchedByScript]],
  [".svg", [fetched, fetchedByStyle]]
])

const deadLinks = (file: string, html: string): ReadonlyArray<string> =>
  [...html.matchAll(/\b(?:href|src)="(?![a-z]+:|\/\/|#)([^"#?]+)/g)]
    .map(([, path = ""]) => decodeURI(path))
    .filter((path) => !existsSync(resolve(dirname(file), path)))

/** What keeps a site from being read without a network: each resource that a page would load from one, and each dead link. */
export const notOffline = (site: string): ReadonlyArray<string> =>
  [...patterns].flatMap(([extension, expressions]) =>
    globSync(`**/*${extension}`, { cwd: site }).flatMap((file) => {
      const text = readFileSync(join(site, file), "utf8")
      const loaded = expressions.flatMap((expression) => [...text.matchAll(expression)].map(([, url]) => url))
      const dead = extension === ".html" ? deadLinks(join(site, file), text) : []
      return [
        ...loaded.map((url) => `${file}: loads ${url} from the network`),
        ...dead.map((path) => `${file}: links to ${path}, which does not exist`)
      ]
    })
  )
