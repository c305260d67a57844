/** What is counted, in the order in which it is printed. */
const counted = {
  kills: { zh: "被终止（SIGKILL）的写入进程", en: "processes killed while they wrote" },
  dispatchers: { zh: "被终止（SIGKILL）的发送进程", en: "dispatchers killed while they sent" },
  putIn: { zh: "投入的发送任务", en: "deliveries put in" },
  handedOut: { zh: "领取次数", en: "times one was handed out" },
  back: {
    zh: "其中领取者被终止、期满后由他人再次领取",
    en: "of these after the time of a dispatcher that was killed was over"
  },
  ended: { zh: "办结且各有唯一办结回执的发送任务", en: "deliveries at their end, each with one receipt that says so" },
  serverKills: { zh: "被终止（SIGKILL）的数据库服务器", en: "times the server was killed, with all its processes" },
  full: { zh: "磁盘满", en: "times the disk was full" },
  refused: { zh: "磁盘满时被拒的命令", en: "commands refused for that" },
  torn: { zh: "截断或者改坏日志后打开的文件", en: "files opened with their journal cut or damaged" },
  kept: { zh: "其中应当保有且已找到的命令", en: "commands that had to be in them and were found" },
  clock: { zh: "时钟前后跳动时录入的命令", en: "commands entered by a clock that went back and forth" },
  moments: {
    zh: "与只录入当时已知命令的案卷核对的问题",
    en: "questions put to a record of what was known then as well"
  },
  sent: { zh: "发出的命令", en: "commands sent" },
  receipts: { zh: "其中已答复（给出回执）", en: "of which acknowledged, with a receipt" },
  resent: {
    zh: "其中存储一度不可用，写入进程重发后答复",
    en: "of these only after the writer had sent them again, as the storage was gone"
  },
  stored: { zh: "未答复而完整存入", en: "not acknowledged, and stored whole" },
  absent: { zh: "未答复而完全没有存入", en: "not acknowledged, and not there at all" },
  again: { zh: "未答复而再次发出，各得唯一回执", en: "of these sent again, each given its one receipt" },
  found: { zh: "找到的回执，命令各自完整", en: "receipts found, each with its whole command" },
  sealed: { zh: "核对封签", en: "times all seals were verified" },
  read: { zh: "以独立程序核对", en: "times the reader without this library verified them" },
  indexed: { zh: "与逐案回答核对的待办查询", en: "look-ups of duties put to every case as well" },
  rebuilt: { zh: "重建索引后再次核对", en: "times indexes were made anew and said the same" },
  notices: { zh: "待投递的通知", en: "notices to be sent" },
  attempts: { zh: "投递次数", en: "attempts made" },
  notTaken: { zh: "邮件服务器未予接收", en: "times the mail server did not take one" },
  mails: { zh: "收到的邮件", en: "mails that came" },
  repeats: { zh: "其中标识相同、收件方弃去的重复邮件", en: "of these repeats, which their reader drops by their id" },
  looked: { zh: "逐一核对收讫回执的通知", en: "notices whose receipts were looked at" },
  unindexed: { zh: "存储不带索引，未予核对", en: "look-ups not made, as the storage keeps no index" }
} as const

/** One of the things that are counted. */
export type Counted = keyof typeof counted

/** Counts what was done, and keeps what was lost. */
export interface Tally {
  /** How often each. */
  readonly counts: Map<Counted, number>
  /** What is not as it has to be, in Chinese and in English; nothing else ends a run with an error. */
  readonly losses: Array<string>
  /** Counts one, or so many. */
  readonly add: (what: Counted, n?: number) => void
  /** Notes what is not as it has to be. */
  readonly lose: (zh: string, en: string) => void
}

/** One that has counted nothing. */
export const tally = (): Tally => {
  const counts = new Map<Counted, number>()
  const losses: Array<string> = []
  return {
    counts,
    losses,
    add: (what, n = 1) => void counts.set(what, (counts.get(what) ?? 0) + n),
    lose: (zh, en) => void losses.push(`${zh} / ${en}`)
  }
}

/** Prints what was counted under a heading, and what was lost. */
export const print = (heading: string, { counts, losses }: Tally): void => {
  console.info(`\n${heading}`)
  for (const [what, { en, zh }] of Object.entries(counted)) {
    const n = counts.get(what as Counted)
    if (n !== undefined) console.info(`${n.toLocaleString("en").padStart(10)}  ${zh} ${en}`)
  }
  console.info(`${losses.length.toLocaleString("en").padStart(10)}  遗失或者不符 losses`)
  for (const loss of losses) console.error(`  ${loss}`)
}
