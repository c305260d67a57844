const identifier = /^[A-Za-z_$][\w$]*$/u

/** Prints a JSON value as a TypeScript literal on one line, keys bare where they may be. */
export const literal = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, one]) => `${propertyName(key)}: ${literal(one)}`)
    return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`
  }
  return JSON.stringify(value)
}

/** A property name, quoted only where it must be. */
export const propertyName = (key: string): string => (identifier.test(key) ? key : JSON.stringify(key))
