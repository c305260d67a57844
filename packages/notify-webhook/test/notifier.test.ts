import { getCACertificates, setDefaultCACertificates } from "node:tls"
import { notifierSuite } from "@banfa/testing/notifier"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll } from "vitest"
import { layer, supports } from "../src/index.ts"
import { interruptions } from "./failing.ts"
import { makeReceiver, secret } from "./Receiver.ts"

// each connection reads every authority that this machine trusts, which takes longer than all else: here it trusts none but that of the tests
const trusted = getCACertificates("default")
beforeAll(() => setDefaultCACertificates([]))
afterAll(() => setDefaultCACertificates(trusted))

notifierSuite({
  name: "webhooks",
  supports,
  farSide: Effect.map(makeReceiver, ({ address, base, options, received }) => ({
    layer: layer(options),
    received,
    address,
    refused: `${base}/closed`
  })),
  notAddresses: (good) => [
    `${good},${good}`,
    `${good} ${good}`,
    `<${good}>`,
    good.replace("https:", "http:"),
    good.replace("https:", "HTTPS:"),
    good.replace("https://", "https://name:password@"),
    good.replace("https://", "https://name@"),
    good.replace("hooks", "HOOKS"),
    good.replace("/agency", "/../agency"),
    good.replace("/agency", "//agency"),
    good.replaceAll("/", "\\"),
    `${good}#x`,
    `${good}#`,
    `${good}?x=1`,
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://",
    "//hooks.banfa.test/agency-0",
    "agency-0"
  ],
  secrets: [secret, secret.slice(6)],
  interruptions
})
