/**
 * The notices of Banfa as messages of WeCom (企业微信): of an application, or of group robots.
 *
 * @module
 */
export {
  type ApplicationMessage,
  type ApplicationSettings,
  application,
  applicationLayer,
  applicationLayerConfig,
  applicationSupports
} from "./application.ts"
export type { MessageType } from "./contents.ts"
export { errorCodes, type Meaning } from "./errorCodes.ts"
export type { MessageMapping } from "./jsonBody.ts"
export {
  type RobotMessage,
  type RobotSettings,
  robotSupports,
  robots,
  robotsLayer,
  robotsLayerConfig
} from "./robots.ts"
export type { Limit } from "./roomWithin.ts"
export type { ServiceSettings } from "./service.ts"
export type { LetterSettings } from "./settings.ts"
export { type Problem, type SettingFinding, WecomSettingsInvalid } from "./WecomSettingsInvalid.ts"
