/** How deep objects and arrays may stand in one another. */
const deepest = 32

/** Strings with their escapes, and what opens, closes and names: all that is needed of a text that is known to be JSON. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:]/gs

/** Whether every object of a JSON text names each of its members once, and nothing stands deeper than it may. */
const isStrict = (json: string): boolean => {
  const open: Array<Set<string>> = []
  let last = ""
  for (const [token] of json.matchAll(tokens)) {
    if (token === "{" || token === "[") {
      if (open.push(new Set()) > deepest) return false
    } else if (token === "}" || token === "]") open.pop()
    else if (token === ":") {
      const names = open.at(-1)
      // the same name may be written with escapes and without
      const name = last.includes("\\") ? String(JSON.parse(last)) : last.slice(1, -1)
      if (names === undefined || names.has(name)) return false
      names.add(name)
    } else last = token
  }
  return true
}

/**
 * The object that a text holds as JSON; `undefined` where it holds none, names a member twice or is nested deeper than 32. Two readers of one
 * text must never see two things in it, and `JSON.parse` keeps the last of two members without a word.
 */
export const strictObject = (json: string): Readonly<Record<string, unknown>> | undefined => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  if (typeof value !== "object" || value === null || Array.isArray(value) || !isStrict(json)) return undefined
  return { ...value }
}
