import type { ErrorCode } from "yaml"

/** What a scenario file may not exceed. */
export const limits = { bytes: 2 * 1024 * 1024, depth: 24, aliases: 20 } as const

/** What the errors of YAML mean to somebody who does not program. */
export const yamlTexts: { readonly [C in ErrorCode]: { readonly zh: string; readonly en: string } } = {
  ALIAS_PROPS: { zh: "引用（*）不得再带标记", en: "an alias takes no properties" },
  BAD_ALIAS: { zh: "引用（*）写法不对", en: "this alias is malformed" },
  BAD_COLLECTION_TYPE: { zh: "标记与此处的结构不符", en: "the tag does not fit this collection" },
  BAD_DIRECTIVE: { zh: "% 指令写法不对", en: "this directive is malformed" },
  BAD_DQ_ESCAPE: { zh: "双引号内的 \\ 转义写法不对", en: "this escape in double quotes is malformed" },
  BAD_INDENT: {
    zh: "缩进不对：同一层的各行须左端对齐",
    en: "the indentation is wrong: lines of one level start at one column"
  },
  BAD_PROP_ORDER: { zh: "标记的次序不对", en: "the properties are out of order" },
  BAD_SCALAR_START: {
    zh: "文字不得以此字符开头，须加引号",
    en: "a text cannot begin with this character: put it in quotes"
  },
  BLOCK_AS_IMPLICIT_KEY: {
    zh: "此处的结构不完整，可能漏了冒号或者换行",
    en: "the structure is broken here: a colon or a line break may be missing"
  },
  BLOCK_IN_FLOW: { zh: "花括号、方括号内不得另起缩进结构", en: "no indented block belongs inside braces or brackets" },
  DUPLICATE_KEY: { zh: "同一项写了两次", en: "this key is written twice" },
  IMPOSSIBLE: { zh: "无法读懂此处", en: "this cannot be read" },
  KEY_OVER_1024_CHARS: { zh: "冒号之前超过 1024 字", en: "a key is longer than 1024 characters" },
  MISSING_CHAR: {
    zh: "缺少标点（括号、引号、冒号、逗号或者空格）",
    en: "a bracket, quote, colon, comma or space is missing"
  },
  MULTILINE_IMPLICIT_KEY: {
    zh: "项的名称不得跨行，可能漏了冒号",
    en: "a key cannot span lines: a colon may be missing"
  },
  MULTIPLE_ANCHORS: { zh: "一处只能有一个锚（&）", en: "one node has one anchor" },
  MULTIPLE_DOCS: {
    zh: "一个文件只能有一份文档，不得用 --- 分隔",
    en: "a file holds one document, not several parted by ---"
  },
  MULTIPLE_TAGS: { zh: "一处只能有一个标记（!）", en: "one node has one tag" },
  NON_STRING_KEY: { zh: "项的名称须为文字", en: "a key has to be a text" },
  RESOURCE_EXHAUSTION: { zh: "文件结构过于复杂", en: "the file is too complex" },
  TAB_AS_INDENT: { zh: "缩进须用空格，不得用制表符", en: "indent with spaces, not tabs" },
  TAG_RESOLVE_FAILED: { zh: "不得使用标记（!）", en: "tags (!) are not read here" },
  UNEXPECTED_TOKEN: { zh: "此处有多余的字符", en: "there is something here that does not belong" }
}
