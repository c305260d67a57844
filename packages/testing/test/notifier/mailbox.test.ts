import { notifierSuite } from "@banfa/testing/notifier"
import { mailboxTested } from "./soundMailbox.ts"

notifierSuite({ name: "mailbox", ...mailboxTested() })
