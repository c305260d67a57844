import { expect, test } from "vitest"
import { notOffline } from "../../src/reference/offline.ts"
import { tree } from "../tree.ts"

test("a site of its own pages, styles, scripts and links abroad needs no network", () => {
  const site = tree({
    "index.html": `<link rel="stylesheet" href="assets/style.css"><a href="articles/1.html#N1.1">1</a>
      <a href="https://example.org">abroad</a><svg xmlns="http://www.w3.org/2000/svg"></svg>`,
    "articles/1.html": `<a href="../index.html">back</a><script src="../assets/main.js"></script>`,
    "assets/style.css": `body { background: url("data:image/svg+xml,x") }`,
    "assets/main.js": `fetch("search.json")`
  })
  expect(notOffline(site)).toEqual([])
})

test.each([
  ["page.html", `<script async src="https://cdn.example.org/x.js"></script>`, "https://cdn.example.org/x.js"],
  ["page.html", `<link rel="preconnect" href="//fonts.example.org">`, "//fonts.example.org"],
  ["page.html", `<style>@import "https://fonts.example.org/a.css"</style>`, "https://fonts.example.org/a.css"],
  ["style.css", `@font-face { src: url(https://fonts.example.org/a.woff2) }`, "https://fonts.example.org/a.woff2"],
  ["main.js", `fetch("https://example.org/search.json")`, "https://example.org/search.json"],
  ["media/a.svg", `<image href="https://example.org/a.png"/>`, "https://example.org/a.png"]
])("%s with %s is found out", (file, text, url) => {
  expect(notOffline(tree({ [file]: text }))).toEqual([`${file}: loads ${url} from the network`])
})

test("a link to a page that does not exist is found out", () => {
  expect(notOffline(tree({ "a/b.html": `<a href="../c.html#top">c</a>` }))).toEqual([
    "a/b.html: links to ../c.html, which does not exist"
  ])
})
