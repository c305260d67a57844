/** Mail: what the channel, and a dispatcher over it, get done in the time in which nodemailer alone sends as many of the same mails. */
import { type ChildProcess, fork } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { CivilDateSchema } from "@banfa/core/civil"
import { Deliveries } from "@banfa/core/port/Deliveries"
import { type Letter, Notifier } from "@banfa/core/port/Notifier"
import { WorkingCalendar } from "@banfa/core/port/WorkingCalendar"
import { AddressBook, Channels, Dispatcher } from "@banfa/notify"
import { layer as channel } from "@banfa/notify-smtp"
import { layer as sqlite } from "@banfa/storage-sqlite"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { createTransport, type SendMailOptions } from "nodemailer"
import { print } from "../ratios.ts"
import { inFolder } from "../storage/folder.ts"
import { type Rounds, type Side, sharesOf, turns } from "../storage/shares.ts"

/** Letters in a block, in how many lanes, and how many are under way at once. */
const [letters, lanes, together] = [400, 50, 8] as const
const [from, to] = ["notice@example.gov.cn", "clerk@info.example.gov.cn"] as const

const letterOf = (id: string): Letter => ({
  notice: {
    id,
    kind: "copy",
    case: { subject: "project", id: "P1" },
    norm: "N12.2",
    instance: "quarter/2026-Q1",
    to: { role: "info.any", agency: "info" },
    on: CivilDateSchema.make("2026-04-08"),
    demanded: true
  },
  title: { zh: `投资进展情况抄送 ${id}`, en: `Copy of the investment progress ${id}` },
  body: [
    {
      zh: "市卫生健康委员会已于4月8日报送投资进展情况，现抄送贵单位备案。",
      en: "The progress was reported on 8 April."
    },
    { zh: "请在收到后登记。", en: "Please enter it on arrival." }
  ],
  article: { zh: "第十二条", en: "art. 12" },
  quote: { zh: "抄送信息化主管部门备案", en: "send a copy to the informatization authority for filing" }
})

const idsOf = (round: number): ReadonlyArray<string> => Array.from({ length: letters }, (_, i) => `n${round}-${i}`)

/** What a server took since it was asked last, without what differs by the moment at which a mail was made. */
const tookBy = async (server: ChildProcess): Promise<ReadonlyArray<string>> => {
  const answer = once(server, "message")
  server.send("took")
  const [took]: [ReadonlyArray<string>] = (await answer) as never
  return took.map((mail) => mail.replace(/^Date: .*$/m, "").replace(/--_NmP-[0-9a-f]+/g, "--_NmP")).toSorted()
}

/** nodemailer with as many connections, and what it is given for a letter: the mail that the channel makes, read from what the server took. */
const plain = (port: number, made: ReadonlyMap<string, SendMailOptions>) => {
  const transport = createTransport({
    pool: true,
    host: "127.0.0.1",
    port,
    ignoreTLS: true,
    maxConnections: together
  })
  return {
    send: async (ids: ReadonlyArray<string>): Promise<void> => {
      const left = [...ids]
      const worker = async () => {
        for (let id = left.pop(); id !== undefined; id = left.pop()) await transport.sendMail(made.get(id) ?? {})
      }
      await Promise.all(Array.from({ length: together }, worker))
    },
    close: () => transport.close()
  }
}

const overChannel = (port: number) => {
  const runtime = ManagedRuntime.make(channelTo(port))
  return {
    send: async (ids: ReadonlyArray<string>): Promise<void> => {
      const { send } = await runtime.runPromise(Notifier)
      await Effect.runPromise(
        Effect.forEach(ids, (id) => send({ id: `smtp:${id}`, letter: letterOf(id), to: [to] }), {
          concurrency: together,
          discard: true
        })
      )
    },
    close: () => runtime.dispose()
  }
}

const channelTo = (port: number) =>
  channel({ url: `smtp://127.0.0.1:${port}`, from, tls: "none", connections: together })

/** A dispatcher over a store of deliveries: puts them in, and sends until nothing is due. */
const overDispatcher = (port: number, store: Layer.Layer<Deliveries, unknown>) => {
  const runtime = ManagedRuntime.make(
    Dispatcher.layer({ concurrency: together }).pipe(
      Layer.provide(Channels.layer([channelTo(port)])),
      Layer.provide(AddressBook.layerMemory({ entries: [{ agency: "info", channel: "smtp", addresses: [to] }] })),
      Layer.provide(WorkingCalendar.layerMemory()),
      Layer.provideMerge(store)
    )
  )
  const put = (ids: ReadonlyArray<string>) =>
    ids.map((id, i) => ({
      id: `smtp:${id}`,
      channel: "smtp",
      lane: `lane${i % lanes}`,
      data: { kind: "letter", letter: JSON.parse(JSON.stringify(letterOf(id))) },
      notBefore: "2026-04-08T00:00:00.000Z"
    }))
  return {
    send: (ids: ReadonlyArray<string>): Promise<void> =>
      runtime.runPromise(
        Effect.gen(function* () {
          yield* (yield* Deliveries).enqueue(put(ids))
          const { sent } = yield* (yield* Dispatcher).round
          if (sent !== ids.length) return yield* Effect.die(`sent ${sent} instead of ${ids.length}`)
        })
      ),
    close: () => runtime.dispose()
  }
}

const headerOf = (mail: string, name: string): string =>
  new RegExp(`^${name}:(.*(?:\r\n[ \t].*)*)`, "m")
    .exec(mail)?.[1]
    ?.replace(/\r\n[ \t]/g, " ")
    .trim() ?? ""

const decoded = (base64: string): string => Buffer.from(base64, "base64").toString()

/** What nodemailer has to be given to make this mail. */
const givenFor = (mail: string): SendMailOptions => {
  const [, plainPart = "", htmlPart = ""] = mail.split(/\r\n----_NmP\S*/)
  const bodyOf = (part: string): string => decoded(part.slice(part.indexOf("\r\n\r\n")))
  const subject = headerOf(mail, "Subject")
    .split(" ")
    .map((word) => decoded(/=\?UTF-8\?B\?(.*)\?=/i.exec(word)?.[1] ?? ""))
    .join("")
  return {
    from,
    to,
    subject,
    messageId: headerOf(mail, "Message-ID"),
    headers: {
      "Auto-Submitted": headerOf(mail, "Auto-Submitted"),
      "Content-Language": headerOf(mail, "Content-Language"),
      "X-Banfa-Notice": headerOf(mail, "X-Banfa-Notice")
    },
    text: bodyOf(plainPart),
    html: bodyOf(htmlPart),
    textEncoding: "base64"
  }
}

/** Compares the channel and a dispatcher over it with nodemailer alone: the same mails, as many connections, one server in another process. */
export const mails = ({ rounds }: Rounds): Promise<void> =>
  inFolder(async (file) => {
    const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)), {
      execArgv: process.execArgv,
      serialization: "advanced"
    })
    const [port]: [number] = (await once(server, "message")) as never
    const made = new Map<string, SendMailOptions>()
    const sides = {
      "nodemailer alone": plain(port, made),
      "the channel": overChannel(port),
      "a dispatcher over it, deliveries in memory": overDispatcher(port, Deliveries.layerMemory),
      "a dispatcher over it, deliveries in SQLite": overDispatcher(port, sqlite({ filename: file("mail.sqlite") }))
    }
    // what the channel makes of the letters of every round is what nodemailer is given: the words differ from round to round, their length does not
    for (let round = 0; round <= rounds + 1; round++) {
      await sides["the channel"].send(idsOf(round))
      for (const mail of await tookBy(server)) {
        const id = decodeURIComponent(headerOf(mail, "X-Banfa-Notice")).replace("smtp:", "")
        made.set(id, givenFor(mail))
      }
    }
    const proof = idsOf(rounds + 1)
    const took = new Map<string, string>()
    for (const [name, side] of Object.entries(sides)) {
      await side.send(proof)
      took.set(name, (await tookBy(server)).join("\n"))
    }
    for (const [name, mails] of took) {
      const at = [...mails].findIndex((character, i) => character !== took.get("the channel")?.[i])
      if (at >= 0) throw new Error(`${name} sends other mails than the channel: ${mails.slice(at - 200, at + 200)}`)
    }
    const turned = await turns(
      Object.entries(sides).map(([name, side]): Side => ({ name, block: (round) => side.send(idsOf(round)) })),
      { rounds }
    )
    print(`${letters} letters as mail over ${together} connections, done in the same time`, sharesOf(turned))
    for (const side of Object.values(sides)) await side.close()
    server.disconnect()
  })
