/** How many characters must be put in, left out or exchanged to make one word of another. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + same))
    }
    row = next
  }
  return row[b.length] as number
}

/** The word that somebody most likely meant; nothing where none is near. */
export const nearest = (written: string, words: Iterable<string>): string | undefined => {
  const given = written.slice(0, 60)
  let best: string | undefined
  let least = Math.ceil(given.length / 2) + 1
  for (const word of words) {
    const far = distance(given.toLowerCase(), word.toLowerCase())
    if (far < least) [best, least] = [word, far]
  }
  return best
}
