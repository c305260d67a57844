import type { Text } from "@banfa/core/regulation"

/** The longest URL that is an address, in characters. */
const longestAddress = 2_000

/**
 * The URL that this address is, or why it is none. One URL has one spelling, the one that the URL standard gives it: an address that only comes to
 * a URL when it is corrected (spaces, other scripts, numbers for addresses) is none.
 */
export const urlOf = (address: string, http: boolean): URL | Text => {
  if (address.length > longestAddress) {
    return { zh: `网址超过 ${longestAddress} 个字符`, en: `the URL is longer than ${longestAddress} characters` }
  }
  const url = URL.parse(address)
  if (url === null) return { zh: "不是网址", en: "it is no URL" }
  if (url.protocol !== "https:" && !(http && url.protocol === "http:")) {
    return { zh: "须为 https 网址", en: "it has to be an https URL" }
  }
  if (url.username !== "" || url.password !== "") {
    return { zh: "网址不得含用户名或口令", en: "a URL must not hold a name or a password" }
  }
  if (url.hash !== "" || address.endsWith("#")) return { zh: "网址不得含片段", en: "a URL must not have a fragment" }
  if (url.href !== address) {
    return {
      zh: "网址未按规范书写（主机名、路径、编码）",
      en: "the URL is not written in its normal form (host, path, encoding)"
    }
  }
  return url
}
