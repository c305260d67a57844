import type { Text } from "../regulation/Text.ts"
import { regionNames } from "./regionNames.ts"

/**
 * What a region is called; `undefined` for an unknown code. English names are given for the province and its cities;
 * a county has none here and keeps its Chinese name.
 */
export const regionName = (code: string): Text | undefined =>
  Object.hasOwn(regionNames, code) ? regionNames[code] : undefined
