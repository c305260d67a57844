import { notifierSuite } from "@banfa/testing/notifier"
import { supports } from "../../src/SmtpNotifier.ts"
import { notAddresses } from "../farSide.ts"
import { farSide, interruptions, password } from "./exim.ts"

notifierSuite({ name: "Exim", supports, farSide, interruptions, notAddresses, secrets: [password] })
