/** Letters as signed webhooks, after the specification Standard Webhooks. @module */
export { InvalidWebhookOptions } from "./InvalidWebhookOptions.ts"
export { messageIdOf } from "./messageId.ts"
export { NoticePayload, noticeJsonSchema } from "./payload.ts"
export type { Secret } from "./signatures.ts"
export { layer, layerConfig, make, supports } from "./WebhookNotifier.ts"
export type { Endpoint, Timeouts, WebhookOptions } from "./WebhookOptions.ts"
