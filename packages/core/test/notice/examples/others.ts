/** Examples of inspections, complaints, resources, facilities and the record of an organ. */
import type { Said } from "../telling.ts"
import type { Example } from "./Example.ts"

const opened: Said = [
  "InspectionOpened",
  "2026-03-02",
  { region: "440100", organs: ["health", "police"], period: {}, ground: "年度检查", by: "supervisor" }
]
const inspectionWords = "行政监察部门负责对行政机关执行本办法的情况进行检查和监督"

const complaint: Said = ["ComplaintReceived", "2026-03-02", { region: "440100", organ: "health", by: "citizen-1" }]
const complaintsWords = "接受网上监督与投诉"

const resource: Said = ["ResourceIdentified", "2026-03-02", { region: "440100", organ: "health", by: "health" }]
const exception: Said = [
  "StorageExceptionRequested",
  "2026-03-10",
  { consent: "E1", circumstances: "专网", by: "health" }
]
const sharingAsked: Said = [
  "SharingRequested",
  "2026-03-10",
  { sharing: "S1", applicant: "organ", need: "核验", channel: "data-centre", by: "police" }
]
const sharingWords =
  "行政机关、企事业单位及其他组织，以及公民个人，因业务需要，依照信息交换协议，可通过省电子政务数据中心共享相关信息资源"
const interfacesWords = "列入省电子政务基础信息交换目录的信息，行政机关必须向省电子政务数据中心提供交换接口"
const consentWords = "如有特殊情况，须经省信息化主管部门审核同意"

/** Whom what is done about the cases of the other subjects tells what. */
export const others: ReadonlyArray<Example> = [
  {
    title: "each organ that is inspected is told",
    subject: "supervision",
    before: [],
    act: opened,
    tells: ["inspection N35.2 opening organ.any health", "inspection N35.2 opening organ.any police"],
    words: [inspectionWords]
  },
  {
    title: "the findings go to each organ that is inspected",
    subject: "supervision",
    before: [opened, ["InspectionStarted", "2026-03-05", { by: "supervisor" }]],
    act: ["InspectionFindingsIssued", "2026-03-20", { findings: [], by: "supervisor" }],
    tells: [
      "inspection N35.2 act/supervision-3 organ.any health",
      "inspection N35.2 act/supervision-3 organ.any police"
    ],
    words: [inspectionWords]
  },
  {
    title: "what was put right is reported to the supervision department",
    subject: "supervision",
    before: [opened],
    act: ["RectificationReported", "2026-05-20", { document: "整改报告", by: "health" }],
    tells: ["report N35.2 act/supervision-2 supervision.any supervisor"],
    words: [inspectionWords]
  },
  {
    title: "a complaint goes to the organ complained to",
    subject: "complaint",
    before: [],
    act: complaint,
    tells: ["report N21.3 - organ.any health"],
    words: [complaintsWords]
  },
  {
    title: "handed on, it goes to the organ that has to deal with it now, and whoever complained is told",
    subject: "complaint",
    before: [complaint],
    act: ["ComplaintRedirected", "2026-03-05", { to: "police", by: "health" }],
    tells: ["report N21.3 - organ.any police", "decision N21.3 - public citizen-1"],
    words: [complaintsWords]
  },
  {
    title: "the reply goes to whoever complained",
    subject: "complaint",
    before: [complaint, ["ComplaintAccepted", "2026-03-04", { by: "health" }]],
    act: ["ComplaintReplied", "2026-03-12", { text: "已办", by: "health" }],
    tells: ["decision N21.3 - public citizen-1"],
    words: [complaintsWords]
  },
  {
    title: "whoever complained without a name is told nothing",
    subject: "complaint",
    before: [["ComplaintReceived", "2026-03-02", { region: "440100", organ: "health" }]],
    act: ["ComplaintReplied", "2026-03-12", { text: "已办", by: "health" }],
    tells: [],
    words: []
  },
  {
    title: "a complaint that is taken back is made known to the organ that deals with it",
    subject: "complaint",
    before: [complaint, ["ComplaintRedirected", "2026-03-05", { to: "police", by: "health" }]],
    act: ["ComplaintWithdrawn", "2026-03-08", { by: "citizen-1" }],
    tells: ["report N21.3 - organ.any police"],
    words: [complaintsWords]
  },
  {
    title: "that a resource stands in the catalogue is made known to its organ",
    subject: "resource",
    before: [resource],
    act: ["ResourceListed", "2026-03-20", { catalogue: "catalogue-1", by: "p-info" }],
    tells: ["decision N26.1 - organ.any health"],
    words: [interfacesWords]
  },
  {
    title: "an interface is made known to the data centre",
    subject: "resource",
    before: [resource],
    act: ["InterfaceProvided", "2026-03-20", { by: "health" }],
    tells: ["report N26.1 - datacenter.provincial centre"],
    words: [interfacesWords]
  },
  {
    title: "what was drawn up goes to whom it says",
    subject: "resource",
    before: [resource],
    act: ["SharingDeclared", "2026-03-20", { to: "p-info", by: "health" }],
    tells: ["report N24.1 - info.provincial p-info"],
    words: [
      "根据省电子政务基础信息交换目录和信息交换协议，行政机关拟定本部门信息公开和政府内部信息共享的内容、使用范围和使用方式"
    ]
  },
  {
    title: "what was drawn up for nobody that it names goes nowhere",
    subject: "resource",
    before: [resource],
    act: ["SharingDeclared", "2026-03-20", { by: "health" }],
    tells: [],
    words: []
  },
  {
    title: "which department stores a database is made known to it",
    subject: "resource",
    id: "D1",
    before: [resource],
    act: ["StorageAssigned", "2026-03-20", { department: "police", by: "health" }],
    tells: ["decision N27.4 storage/D1 business-dept police"],
    words: ["其他信息资源库由业务部门负责存储"]
  },
  {
    title: "the consent to store a database is asked of the provincial informatization authority",
    subject: "resource",
    before: [resource],
    act: exception,
    tells: ["report N27.2 consent/E1 info.provincial p-info"],
    words: [consentWords]
  },
  {
    title: "the consent goes to the department",
    subject: "resource",
    before: [resource, exception],
    act: ["StorageConsentGiven", "2026-03-25", { consent: "E1", by: "p-info" }],
    tells: ["decision N27.3 consent/E1 business-dept health"],
    words: ["方可由业务部门负责存储"]
  },
  {
    title: "so does the refusal",
    subject: "resource",
    before: [resource, exception],
    act: ["StorageConsentRefused", "2026-03-25", { consent: "E1", by: "p-info" }],
    tells: ["decision N27.2 consent/E1 business-dept health"],
    words: [consentWords]
  },
  {
    title: "a request to share goes to the data centre",
    subject: "resource",
    before: [resource],
    act: sharingAsked,
    tells: ["report N28.1 sharing/S1 datacenter.provincial centre"],
    words: [sharingWords]
  },
  {
    title: "one by another way goes to nobody that the sentence names",
    subject: "resource",
    before: [resource],
    act: ["SharingRequested", "2026-03-10", { sharing: "S1", channel: "other", by: "police" }],
    tells: [],
    words: []
  },
  {
    title: "the grant goes to whoever asked",
    subject: "resource",
    before: [resource, sharingAsked],
    act: ["SharingGranted", "2026-03-20", { sharing: "S1", by: "centre" }],
    tells: ["decision N28.1 sharing/S1 applicant.any police"],
    words: [sharingWords]
  },
  {
    title: "an appraisal is made known to the organ",
    subject: "organ",
    id: "health",
    before: [["OrganRecorded", "2026-03-02", { region: "440100", by: "health" }]],
    act: [
      "OrganAppraised",
      "2026-12-20",
      { appraisal: "2026", appraises: "openness", eGovernment: true, by: "appraisers" }
    ],
    tells: ["inspection N35.1 appraisal/2026 organ.any health"],
    words: ["行政机关电子政务建设的情况，作为对该部门落实政务公开以及依法行政工作考核的内容之一"]
  },
  {
    title: "access to the network platform is asked of the provincial authority",
    subject: "facility",
    before: [
      ["FacilityPlanned", "2026-03-02", { kind: "network-platform", region: "440000", organ: "p-info", by: "p-info" }]
    ],
    act: ["FacilityAccessRequested", "2026-03-10", { request: "Q1", by: "health" }],
    tells: ["report N17.2 request/Q1 info.provincial p-info"],
    words: ["为各级行政机关提供服务"]
  },
  {
    title: "the answer of the data centre goes to whoever asked",
    subject: "facility",
    before: [
      ["FacilityPlanned", "2026-03-02", { kind: "data-centre", region: "440000", organ: "p-info", by: "p-info" }],
      ["FacilityAccessRequested", "2026-03-10", { request: "Q1", by: "health" }]
    ],
    act: ["FacilityAccessAnswered", "2026-03-20", { request: "Q1", granted: true, by: "p-info" }],
    tells: ["decision N25.2 request/Q1 organ.any health"],
    words: ["整合电子政务信息资源，加强信息共享，为政府和社会提供服务"]
  },
  {
    title: "an instrument speaks to every organ and names none",
    subject: "standard",
    before: [
      ["InstrumentDrafted", "2026-03-02", { kind: "standards", region: "440000", organ: "p-info", by: "p-info" }]
    ],
    act: ["InstrumentIssued", "2026-06-02", { by: "p-info" }],
    tells: [],
    words: []
  },
  {
    title: "what is checked of a system tells nobody by itself",
    subject: "system",
    before: [["SystemRecorded", "2026-03-02", { region: "440100", organ: "health", by: "health" }]],
    act: ["SystemChecked", "2026-06-02", { what: "security-norms", result: "pass", by: "info" }],
    tells: [],
    words: []
  }
]
