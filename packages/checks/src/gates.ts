import type { Gate } from "./Gate.ts"
import { articles } from "./gates/articles.ts"
import { attw } from "./gates/attw.ts"
import { browser } from "./gates/browser.ts"
import { build } from "./gates/build.ts"
import { changesets } from "./gates/changesets.ts"
import { chromium } from "./gates/chromium.ts"
import { consumer } from "./gates/consumer.ts"
import { coreAlone } from "./gates/coreAlone.ts"
import { direction } from "./gates/direction.ts"
import { documentation } from "./gates/documentation.ts"
import { engines } from "./gates/engines.ts"
import { examples } from "./gates/examples.ts"
import { fileNames } from "./gates/fileNames.ts"
import { format } from "./gates/format.ts"
import { manifests } from "./gates/manifests.ts"
import { onNode20 } from "./gates/node20.ts"
import { pack } from "./gates/pack.ts"
import { publint } from "./gates/publint.ts"
import { reference } from "./gates/reference.ts"
import { servers } from "./gates/servers.ts"
import { laws, tests } from "./gates/tests.ts"
import { types } from "./gates/types.ts"
import { unused } from "./gates/unused.ts"

/** All gates, the quick ones first; at the end those that run only where they are named. */
export const gates: ReadonlyArray<Gate> = [
  manifests,
  direction,
  fileNames,
  changesets,
  format,
  types,
  coreAlone,
  build,
  unused,
  documentation,
  articles,
  reference,
  examples,
  pack,
  publint,
  attw,
  consumer,
  browser,
  onNode20,
  engines,
  tests,
  chromium,
  servers,
  laws
]
