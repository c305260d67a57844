import { notifierSuite } from "@banfa/testing/notifier"
import { supports } from "../src/SmtpNotifier.ts"
import { farSide, gone, interruptions, login, notAddresses } from "./farSide.ts"

const { pass, user } = login
const said = [
  pass,
  encodeURIComponent(pass),
  ...[pass, `\0${user}\0${pass}`].map((text) => Buffer.from(text).toString("base64"))
]

notifierSuite({
  name: "SMTP, read as plain text",
  supports,
  farSide: farSide("text"),
  interruptions,
  notAddresses,
  secrets: said
})

notifierSuite({
  name: "SMTP, read as HTML",
  supports,
  // the largest letters are too large for this one
  farSide: farSide("html", 1_500_000),
  interruptions: gone,
  notAddresses,
  secrets: said
})
