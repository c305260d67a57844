import type { Text } from "@banfa/core/regulation"
import * as Data from "effect/Data"

/** What was asked of the server. */
export type Operation = "connect" | "encrypt" | "bind" | "search"

/** The server did not do what was asked: it cannot be reached, cannot be trusted, breaks off, is slow, or refuses. No password is in it. */
export class LdapFailure extends Data.TaggedError("LdapFailure")<{
  /** What was asked. */
  readonly operation: Operation
  /** The result code of the server (RFC 4511, appendix A), where it answered. */
  readonly code: number | undefined
  /** What was reported, cut to 500 characters. */
  readonly detail: string
}> {
  /** For people. */
  get text(): Text {
    return {
      zh: `目录服务器未完成所请求的操作（${this.operation}）：${this.detail}`,
      en: `The LDAP server did not do what was asked (${this.operation}): ${this.detail}`
    }
  }
  override get message(): string {
    return `${this.text.zh} ${this.text.en}`
  }
}

/** What the driver reported, without the secrets that were sent: a server may repeat what it was sent. */
export const failureOf =
  (operation: Operation, secrets: ReadonlyArray<string> = []) =>
  (cause: unknown): LdapFailure => {
    if (cause instanceof LdapFailure) return cause
    const said = cause instanceof Error ? cause.message : String(cause)
    const detail = secrets.some((secret) => secret !== "" && said.includes(secret)) ? "…" : said.trim().slice(0, 500)
    // the errors of sockets have codes too, which are texts
    const code = cause instanceof Error && "code" in cause && typeof cause.code === "number" ? cause.code : undefined
    return new LdapFailure({ operation, code, detail })
  }

/** Something that is wrong without the server having said so. */
export const failed = (operation: Operation, detail: string): LdapFailure =>
  new LdapFailure({ operation, code: undefined, detail })
