/** What may turn out about the facts that the norms on information resources miss. Explanations load it; rules do not. */

import { calendar } from "../../explanation/calendarDays.ts"
import type { Suppose, Suppositions } from "../../explanation/Inquiry.ts"
import { scopeSuppositions } from "../../explanation/scope.ts"
import { dataCentre } from "../../explanation/supposedSurroundings.ts"
import type { Resource } from "../Resource.ts"
import {
  declaration,
  declaredTo,
  instrument,
  integratedBy,
  integration,
  listedBy,
  listing,
  provided
} from "./exchange.ts"
import { channel, conforms, consentBy, contract, department, premises, storage } from "./storing.ts"
import {
  disclosable,
  disclosableGround,
  fee,
  internalSharing,
  produced,
  publication,
  publishedTo,
  tag,
  verification
} from "./tracks.ts"

const facts = {
  ...scopeSuppositions,
  calendar,
  channel,
  collaborative: tag(
    "collaborative",
    { zh: "与政府协同办公相关", en: "it relates to collaborative work" },
    { zh: "与政府协同办公无关", en: "it does not relate to collaborative work" },
    true
  ),
  conforms,
  "consent.by": consentBy,
  contract,
  crossDept: tag(
    "crossDept",
    { zh: "跨部门", en: "it reaches across departments" },
    { zh: "不跨部门", en: "it does not reach across departments" }
  ),
  crossRegion: tag(
    "crossRegion",
    { zh: "跨地区", en: "it reaches across regions" },
    { zh: "不跨地区", en: "it does not reach across regions" }
  ),
  database: tag(
    "database",
    { zh: "是信息资源库", en: "it is a database" },
    { zh: "不是信息资源库", en: "it is no database" }
  ),
  dataCentre,
  declaration,
  "declaration.to": declaredTo,
  department,
  disclosable,
  "disclosable.ground": disclosableGround,
  exchangeAgreement: instrument(
    "exchange-agreement",
    { zh: "当日有信息交换协议施行", en: "an exchange agreement was in force" },
    { zh: "当日没有信息交换协议施行", en: "no exchange agreement was in force" }
  ),
  exchangeCatalogue: instrument(
    "exchange-catalogue",
    { zh: "当日有信息交换目录施行", en: "an exchange catalogue was in force" },
    { zh: "当日没有信息交换目录施行", en: "no exchange catalogue was in force" }
  ),
  fee,
  integration,
  "integration.to": integratedBy,
  interface: provided,
  internalSharing,
  licensing: tag(
    "licensing",
    { zh: "与行政许可相关", en: "it relates to administrative licensing" },
    { zh: "与行政许可无关", en: "it does not relate to administrative licensing" },
    true
  ),
  listing,
  "listing.by": listedBy,
  premises,
  produced,
  publication,
  "publication.to": publishedTo,
  storage,
  verification
} satisfies { readonly [missing: string]: Suppose<Resource> }

/** By the name under which a rule misses a fact; the gate of a consent hangs on who decided, that of sharing on what was said of it. */
export const suppositions: Suppositions<Resource> = {
  facts,
  gates: { "N27.2": ["consent.by"], "N28.1": ["conforms", "channel"] }
}
