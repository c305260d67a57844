/** What the error codes of the service mean for a letter: whether to try again, and when. @module */
import { NotDelivered, type notDelivered } from "@banfa/core/port/Notifier"

/** What a code comes to. */
export interface Meaning {
  /** Why the letter did not go out. */
  readonly reason: keyof typeof notDelivered
  /** Whether trying again unchanged can help. */
  readonly retry: boolean
  /** After how many milliseconds. */
  readonly after?: number
}

const busy: Meaning = { reason: "unavailable", retry: true }
const refused: Meaning = { reason: "refused", retry: false }
const noAddress: Meaning = { reason: "invalid-address", retry: false }
const notAuthorized: Meaning = { reason: "not-authorized", retry: false }
const tokenOver: Meaning = { reason: "not-authorized", retry: true }
const tooLarge: Meaning = { reason: "too-large", retry: false }
/** Whoever went beyond a limit by the minute is shut out for sixty seconds. */
const minute: Meaning = { reason: "throttled", retry: true, after: 60_000 }

/** The codes of the public table that sending a message can meet. */
export const errorCodes: ReadonlyMap<number, Meaning> = new Map([
  [-1, busy], // 系统繁忙
  [6000, busy], // 数据版本冲突
  [40001, notAuthorized], // 不合法的secret参数
  [40003, noAddress], // 无效的UserID
  [40008, refused], // 不合法的msgtype参数
  [40013, notAuthorized], // 不合法的CorpID
  [40014, tokenOver], // 不合法的access_token
  [40031, noAddress], // 不合法的UserID列表
  [40032, noAddress], // 不合法的UserID列表长度
  [40033, refused], // 不合法的请求字符
  [40035, refused], // 不合法的参数
  [40056, notAuthorized], // 不合法的agentid
  [40058, refused], // 不合法的参数
  [40063, refused], // 参数为空
  [40066, noAddress], // 不合法的部门列表
  [40068, noAddress], // 不合法的标签ID
  [40070, noAddress], // 指定的标签范围结点全部无效
  [40091, notAuthorized], // secret不合法
  [40096, noAddress], // 不合法的外部联系人userid
  [41001, tokenOver], // 缺少access_token参数
  [41002, notAuthorized], // 缺少corpid参数
  [41004, notAuthorized], // 缺少secret参数
  [41011, notAuthorized], // 缺少agentid参数
  [42001, tokenOver], // access_token已过期
  [43004, noAddress], // 指定的userid未绑定微信或未关注微信插件
  [44004, refused], // 文本消息content参数为空
  [45002, tooLarge], // 消息内容大小超过限制
  [45009, minute], // 接口调用超过限制
  [45011, minute], // 接口调用超过每分钟的限制
  [45033, { reason: "throttled", retry: true, after: 1000 }], // 接口并发调用超过限制
  [46004, noAddress], // 指定的用户不存在
  [47001, refused], // 解析JSON内容错误
  [48002, notAuthorized], // API接口无权限调用
  [48004, notAuthorized], // 授权关系无效
  [48006, notAuthorized], // 接口权限被收回
  [50002, notAuthorized], // 成员不在权限范围
  [50003, notAuthorized], // 应用已禁用
  [60003, noAddress], // 部门ID不存在
  [60011, notAuthorized], // 指定的成员/部门/标签参数无权限
  [60020, notAuthorized], // 访问ip不在白名单之中
  [60111, noAddress], // UserID不存在
  [60123, noAddress], // 无效的部门id
  [81013, noAddress], // UserID、部门ID、标签ID全部非法或无权限
  [82001, noAddress], // 指定的成员/部门/标签全部为空
  [82002, noAddress], // 不合法的PartyID列表长度
  [82003, noAddress], // 不合法的TagID列表长度
  [85002, refused], // 包含不合法的词语
  [93000, noAddress], // 机器人webhookurl不合法或者机器人已经被移除出群
  [93004, refused], // 机器人被停用
  [93008, noAddress], // 不在群里
  [130101, minute], // not in the public table: gateways before several services say it of a robot that sends too often
  [301002, notAuthorized], // 无权限操作指定的应用
  [301007, notAuthorized], // 企业已解散
  [2000002, notAuthorized] // CorpId参数无效
])

/** The codes after which a token is asked for anew, once. */
export const tokenIsOver: ReadonlySet<number> = new Set(
  [...errorCodes].flatMap(([code, meaning]) => (meaning === tokenOver ? [code] : []))
)

/** What any code but 0 comes to: an unknown one below 0 is a failure of the service, any other a refusal. */
const meaningOf = (code: number): Meaning => errorCodes.get(code) ?? (code < 0 ? busy : refused)

/** What a far side or a driver said, cut to what the port allows. */
export const detailOf = (said: string): string => (said.length > 500 ? `${said.slice(0, 499)}…` : said)

/** The error of an answer with a code other than 0. */
export const answered = (code: number, said: string): NotDelivered =>
  new NotDelivered({
    ...meaningOf(code),
    detail: detailOf(said === "" ? `errcode ${code}` : `errcode ${code}: ${said}`)
  })
