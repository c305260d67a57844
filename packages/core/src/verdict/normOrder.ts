import { norms } from "../regulation/norms.ts"
import type { Verdict } from "./Verdict.ts"

const places = /* @__PURE__ */ new Map<string, number>(/* @__PURE__ */ Object.keys(norms).map((norm, i) => [norm, i]))

/** The norms of the Measures in the order of the articles, then the local ones by name. */
export const normOrder = (a: Verdict["norm"], b: Verdict["norm"]): number =>
  (places.get(a) ?? places.size) - (places.get(b) ?? places.size) || nameOrder(a, b)

/** By name; what has none stands first. */
export const nameOrder = (a = "", b = ""): number => (a < b ? -1 : a > b ? 1 : 0)
