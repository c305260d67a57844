/** Letters of other scripts that look like Latin ones, each beside it. */
const lookalikes =
  "аa еe оo рp сc уy хx іi ѕs ԁd ԛq ԝw һh јj ӏl нh кk мm тt вb гr пn αa εe οo ρp νv υu ιi κk τt χx γy ηn ωw ϲc ɡg ɑa ıi օo ոn սu հh"

const latin = new Map(lookalikes.split(" ").map((pair) => [pair.slice(0, -1), pair.slice(-1)]))

/**
 * What a person sees of an id who does not look closely: full-width and compatibility forms, letters of other scripts, accents, capitals, spaces, hyphens of
 * any kind and what has no width make no difference. It is for telling what a mistaken id may have meant, and never for taking one for another.
 */
export const resemblance = (id: string): string =>
  id
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\p{Cc}\p{Z}\s]/gu, "")
    .replace(/\p{Pd}|\u2212/gu, "-")
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => latin.get(letter) ?? letter)
    .normalize("NFC")
