/** Starts a provider to try it with and the host, until it is stopped: `node --conditions=@banfa/source serve.ts [port]`. */
import { randomBytes } from "node:crypto"
import { start } from "./start.ts"

const { host, issuer } = await start({
  secret: randomBytes(32).toString("base64url"),
  port: Number(process.argv[2] ?? 0),
  now: () => new Date().toISOString()
})
console.log(`登录 Log in: ${host}/login\n身份 Who you are: ${host}/\n提供方 Provider: ${issuer}`)
