/** What stands in a mail, read by a library that has nothing to do with what made it. */
import { generateKeyPairSync } from "node:crypto"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import fc from "fast-check"
import type { ParsedMail } from "mailparser"
import type { Options } from "../src/SmtpNotifier.ts"
import { signatureOf } from "./dkim.ts"
import { connected, read, settings } from "./farSide.ts"
import { dispatch, letter } from "./letter.ts"
import type { Mail } from "./MailServer.ts"
import { send } from "./send.ts"

const runs = fc.readConfigureGlobal()?.numRuns ?? 25

/** Sends and answers with what came. */
const sent = (more: Parameters<typeof dispatch>[0] = {}, options: Partial<Options> = {}) =>
  Effect.gen(function* () {
    const { line, server } = yield* connected()
    const accepted = yield* send(settings(line.port, options), dispatch(more))
    const mail = server.mails[0]
    if (mail === undefined) return yield* Effect.die("nothing came")
    const parsed = yield* Effect.promise(() => read(mail))
    return { accepted, mail, parsed }
  }).pipe(Effect.scoped)

const header = ({ headerLines }: ParsedMail, name: string): string =>
  headerLines
    .filter(({ key }) => key === name)
    .map(({ line }) =>
      line
        .slice(name.length + 1)
        .replace(/\r?\n[ \t]/g, " ")
        .trim()
    )
    .join("\n")

const linesOf = ({ raw }: Mail): ReadonlyArray<string> => raw.toString("latin1").split("\r\n")

/** The id in a header line, as the README says that it is read. */
const idIn = (value: string): string => decodeURIComponent(value.replace(/\s+/g, ""))

describe("a mail", () => {
  it.live("says in plain text and in HTML, in Chinese and in English, what the letter says", () =>
    Effect.map(sent(), ({ parsed }) => {
      assert.equal(
        parsed.text,
        [
          "投资进展情况抄送（2026年第一季度）",
          "市卫生健康委员会已于4月8日报送投资进展情况，现抄送贵单位备案。",
          "请予登记。",
          "依据：第十二条\n“抄送信息化主管部门备案”",
          "————————————————————",
          "Copy of the investment progress, first quarter of 2026",
          "The progress was reported on 8 April.",
          "Please enter it on arrival.",
          "Basis: art. 12\n“send a copy to the informatization authority for filing”\n"
        ].join("\n\n")
      )
      assert.match(header(parsed, "content-type"), /^multipart\/alternative;/)
      const page = String(parsed.html)
      const [zh = "", en = ""] = page.split("<hr>")
      assert.match(zh, /<div lang="zh-CN">[\s\S]*请予登记。[\s\S]*“抄送信息化主管部门备案”/)
      assert.match(en, /<div lang="en">[\s\S]*Please enter it on arrival\.[\s\S]*art\. 12/)
      assert.notMatch(page, /https?:|<(?:img|script|link|iframe|form|a)\b|\bon\w+=|url\(/i)
    })
  )

  it.live("says in its subject and of its sender what they are, in Chinese", () =>
    Effect.map(sent(), ({ mail, parsed }) => {
      assert.equal(parsed.subject, `${letter.title.zh} / ${letter.title.en}`)
      assert.deepEqual(parsed.from?.value, [{ name: "信息化主管部门（示例）", address: "notice@info.example.gov.cn" }])
      assert.equal(mail.from, "notice@info.example.gov.cn")
      assert.deepEqual([parsed.to].flat()[0]?.value, [{ name: "", address: "clerk@info.example.gov.cn" }])
      assert.isUndefined(parsed.replyTo)
    })
  )

  it.live("says to whom people answer, where that is somebody else", () =>
    Effect.map(sent({}, { replyTo: "值班室 <duty@info.example.gov.cn>" }), ({ parsed }) =>
      assert.deepEqual(parsed.replyTo?.value, [{ name: "值班室", address: "duty@info.example.gov.cn" }])
    )
  )

  it.live("says that a machine has sent it, when, and in which languages it is", () =>
    Effect.map(sent(), ({ parsed }) => {
      assert.equal(header(parsed, "auto-submitted"), "auto-generated")
      assert.equal(header(parsed, "content-language"), "zh-CN, en")
      assert.instanceOf(parsed.date, Date)
      assert.match(header(parsed, "date"), /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/)
    })
  )

  it.live("has an id that is made of that of the dispatch and of the domain of the sender, and nothing else", () =>
    Effect.map(sent(), ({ parsed }) =>
      assert.equal(
        parsed.messageId,
        "<904a8b228299f59ee400d75b647e25972e3db005f22bf7a9f997740d7e176054@info.example.gov.cn>"
      )
    )
  )

  it.live("holds the id of the dispatch, whatever characters it has", () =>
    Effect.gen(function* () {
      const { line, server } = yield* connected()
      const ids = fc.sample(
        fc.oneof(
          fc.string({ unit: "binary", minLength: 1, maxLength: 1000 }),
          fc.string({ unit: "grapheme", minLength: 900, maxLength: 1000 })
        ),
        runs
      )
      yield* Effect.forEach(ids, (id) => send(settings(line.port), dispatch({ id })), { concurrency: 5 })
      const parsed = yield* Effect.promise(() => Promise.all(server.mails.map(read)))
      assert.deepEqual(parsed.map((mail) => idIn(header(mail, "x-banfa-notice"))).toSorted(), ids.toSorted())
      assert.equal(new Set(parsed.map(({ messageId }) => messageId)).size, new Set(ids).size)
    }).pipe(Effect.scoped)
  )

  it.live("passes through servers that know only ASCII and short lines, whatever the letter holds", () =>
    Effect.gen(function* () {
      const long = "长".repeat(3000)
      const { mail, parsed } = yield* sent({
        id: `项目/${"一".repeat(900)}`,
        letter: {
          ...letter,
          title: { zh: `标题\r\nBcc: x@example.org\u0000${long}`, en: `${"a".repeat(5000)} end` },
          body: [{ zh: `${long}\n.\n..\nFrom me\n\u0000\u001B[31m`, en: "x".repeat(5000) }]
        }
      })
      assert.isBelow(Math.max(...linesOf(mail).map((line) => line.length)), 999)
      assert.notMatch(mail.raw.toString("latin1"), /[^\t\r\n -~]/)
      assert.deepEqual([parsed.bcc, mail.to.length], [undefined, 1])
      assert.isBelow((parsed.subject ?? "").length, 404)
      assert.include(parsed.subject, "标题 Bcc: x@example.org␀长")
      assert.include(parsed.text, `${long}\n.\n..\nFrom me\n␀␛[31m`)
    })
  )

  it.live("stands in no other header than the mail before it, whatever is written in the letter", () =>
    Effect.map(sent(), ({ parsed }) =>
      assert.deepEqual(
        parsed.headerLines.map(({ key }) => key),
        [
          "auto-submitted",
          "content-language",
          "x-banfa-notice",
          "from",
          "to",
          "subject",
          "message-id",
          "date",
          "mime-version",
          "content-type"
        ]
      )
    )
  )

  it.live("goes to a domain in Chinese characters by its name in ASCII", () =>
    Effect.map(sent({ to: ["clerk@政务.中国"] }), ({ mail, parsed }) => {
      // the server and the reader show what it stands for
      assert.deepEqual(mail.to, ["clerk@政务.中国"])
      assert.equal(header(parsed, "to"), "clerk@xn--zfr164b.xn--fiqs8s")
      assert.isFalse(mail.session.smtpUtf8)
    })
  )

  it.live(
    "goes to a name in Chinese characters with SMTPUTF8, and who refuses it is told by the address as it was given",
    () =>
      Effect.gen(function* () {
        const { line, server } = yield* connected()
        server.answers = { rcpt: (address) => (address.startsWith("李四") ? "553 5.6.7 not here" : undefined) }
        const to = ["张三@XN--ZFR164B.xn--fiqs8s", "李四@政务.中国"]
        const { refused } = yield* send(settings(line.port), dispatch({ to }))
        assert.deepEqual(
          server.mails.map(({ session, to }) => [to, session.smtpUtf8]),
          [[["张三@政务.中国"], true]]
        )
        assert.deepEqual(
          refused?.map(({ address }) => address),
          ["李四@政务.中国"]
        )
      }).pipe(Effect.scoped)
  )

  it.live("goes once to an address that is named twice", () =>
    Effect.map(
      sent({ to: ["clerk@info.example.gov.cn", "clerk@INFO.example.gov.cn", "other@info.example.gov.cn"] }),
      ({ mail }) => assert.deepEqual(mail.to, ["clerk@info.example.gov.cn", "other@info.example.gov.cn"])
    )
  )

  it.live("is named by the server that took it", () =>
    Effect.map(sent(), ({ accepted, mail }) => {
      assert.deepEqual(accepted, { status: "accepted", reference: "250 2.0.0 Ok: kept as 1" })
      assert.deepEqual([mail.session.secure, mail.session.user], [true, "banfa"])
    })
  )
})

describe("a signed mail", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" }
  })
  const dkim = { domain: "info.example.gov.cn", selector: "banfa1", privateKey: Redacted.make(privateKey) }

  it.live(
    "is found to be of its domain and unchanged by who reads it as RFC 6376 says, and not so after a change",
    () =>
      Effect.map(sent({}, { dkim }), ({ mail: { raw } }) => {
        const read = signatureOf(raw, publicKey)
        assert.deepEqual([read?.body, read?.headers], [true, true])
        assert.deepEqual(
          ["d", "s", "a", "c"].map((tag) => read?.tags.get(tag)),
          ["info.example.gov.cn", "banfa1", "rsa-sha256", "relaxed/relaxed"]
        )
        assert.includeMembers(
          [...(read?.signed ?? [])],
          ["from", "to", "subject", "message-id", "date", "content-type"]
        )
        const text = raw.toString("latin1")
        const otherSubject = signatureOf(Buffer.from(text.replace("Subject: ", "Subject: x"), "latin1"), publicKey)
        assert.deepEqual([otherSubject?.body, otherSubject?.headers], [true, false])
        const otherBody = signatureOf(
          Buffer.from(
            text.replace(/5/g, (five, at: number) => (at > text.indexOf("\r\n\r\n") ? "6" : five)),
            "latin1"
          ),
          publicKey
        )
        assert.deepEqual([otherBody?.body, otherBody?.headers], [false, true])
      })
  )
})
