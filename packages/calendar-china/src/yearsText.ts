/** Years in the name of a calendar: `2004-2026`, or `2004-2010,2012` where one is missing. */
export const yearsText = (years: ReadonlyArray<number>): string => {
  const spans: Array<{ readonly first: number; last: number }> = []
  for (const year of years) {
    const span = spans.at(-1)
    if (span !== undefined && year === span.last + 1) span.last = year
    else spans.push({ first: year, last: year })
  }
  return spans.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(",")
}
