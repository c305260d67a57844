/** A signed mail that a real server has passed on, read by a verifier in another language. */
import { spawnSync } from "node:child_process"
import { generateKeyPairSync, randomUUID } from "node:crypto"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { dispatch } from "../letter.ts"
import { send } from "../send.ts"
import { deliveredTo, port, settings } from "./exim.ts"

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
const domain = "info.example.gov.cn"
const dkim = {
  domain,
  selector: "banfa1",
  privateKey: Redacted.make(privateKey.export({ type: "pkcs8", format: "pem" }).toString())
}

/** What dkimpy says of a mail, with a DNS in which there is one key. */
const verified = (raw: Buffer): string => {
  const key = publicKey.export({ type: "spki", format: "der" }).toString("base64")
  const script = [
    "import sys, dkim",
    `keys = {b"banfa1._domainkey.${domain}.": b"v=DKIM1; k=rsa; p=${key}"}`,
    "print(dkim.verify(sys.stdin.buffer.read(), dnsfunc=lambda name, timeout=5: keys.get(name)))"
  ]
  const { error, stderr, stdout } = spawnSync("/usr/bin/python3", ["-c", script.join("\n")], {
    input: raw,
    encoding: "utf8"
  })
  return error === undefined && stderr === "" ? stdout.trim() : String(error ?? stderr)
}

describe("a signed mail behind Exim", () => {
  it.live("is of its domain and unchanged, for dkimpy too; with another word in it, it is not", () =>
    Effect.gen(function* () {
      const to = `${randomUUID()}.example.gov.cn`
      yield* send(settings(port, { dkim }), dispatch({ to: [`clerk@${to}`] }))
      const [mail, ...others] = yield* Effect.promise(() => deliveredTo(to))
      assert.deepEqual(others, [])
      const raw = mail?.raw ?? Buffer.of()
      assert.equal(verified(raw), "True")
      const changed = raw
        .toString("latin1")
        .replace("Auto-Submitted", "Auto-submitted")
        .replace(/^To: clerk/m, "To: clark")
      assert.equal(verified(Buffer.from(changed, "latin1")), "False")
    })
  )
})
