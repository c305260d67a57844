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
import { engines, enginesEverywhere } from "./gates/engines.ts"
import { examples } from "./gates/examples.ts"
import { fileNames } from "./gates/fileNames.ts"
import { format } from "./gates/format.ts"
import { manifests } from "./gates/manifests.ts"
import { onNode20 } from "./gates/node20.ts"
import { pack } from "./gates/pack.ts"
import { publint } from "./gates/publint.ts"
import { reference } from "./gates/reference.ts"
import { servers } from "./gates/servers.ts"
import { laws, tests, testsOnPostgres } from "./gates/tests.ts"
import { types } from "./gates/types.ts"
import { unused } from "./gates/unused.ts"

/** All gates in the order in which they begin: the quick ones, the longest, the others; at the end those that run only where they are named. */
export const gates: ReadonlyArray<Gate> = [
  manifests,
  fileNames,
  changesets,
  direction,
  types,
  tests,
  format,
  build,
  pack,
  publint,
  testsOnPostgres,
  onNode20,
  engines,
  consumer,
  browser,
  examples,
  coreAlone,
  documentation,
  reference,
  articles,
  unused,
  laws,
  attw,
  enginesEverywhere,
  chromium,
  servers
]
