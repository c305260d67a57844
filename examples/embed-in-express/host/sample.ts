import type { DatabaseSync } from "node:sqlite"
import { addUser } from "./accounts.ts"
import { insert, type Row } from "./database.ts"

const units: ReadonlyArray<Row> = [
  { 编号: "FG", 名称: "示例市发展改革局", 职能: "发改", 履职日期: "2009-10-01" },
  { 编号: "XX", 名称: "示例市信息化局", 职能: "信息化", 履职日期: "2009-10-01" },
  { 编号: "CZ", 名称: "示例市财政局", 职能: "财政", 履职日期: "2009-10-01" },
  { 编号: "WJ", 名称: "示例市卫生局", 职能: null, 履职日期: null },
  { 编号: "JY", 名称: "示例市教育局", 职能: null, 履职日期: null },
  { 编号: "ZX", 名称: "示例市信息中心", 职能: null, 履职日期: null }
]

const applied = (id: string, name: string, unit: string, on: string, state: string, amount: string | number): Row => ({
  编号: id,
  名称: name,
  状态: state,
  申报单位: unit,
  审批单位: "FG",
  申报日期: on,
  方案提交日期: on,
  受理单位: "XX",
  投资额_万元: amount,
  录入时间: `${on}T02:00:00Z`
})

/** What the tables hold from earlier years. Every unit, project and figure is invented. */
const earlier: ReadonlyArray<readonly [table: string, row: Row]> = [
  // Approved without a letter to the informatization bureau, and without an assessment.
  ["项目", applied("XM2024-007", "校园安全管理平台", "JY", "2024-03-01", "30", 268.5)],
  [
    "审批",
    {
      项目: "XM2024-007",
      审批单位: "FG",
      审批日期: "2024-03-20",
      结果: "批准",
      核定投资_万元: 268.5,
      资金来源: "财政资金"
    }
  ],
  // As it should be: letter, assessment, reply, decision, filing, budget, reports.
  [
    "项目",
    {
      ...applied("XM2025-003", "基层医疗信息系统", "WJ", "2025-07-01", "30", 800),
      备案日期: "2025-09-10",
      备案单位: "XX"
    }
  ],
  [
    "评估",
    {
      项目: "XM2025-003",
      类别: "事前",
      组织单位: "XX",
      确定日期: "2025-07-03",
      启动日期: "2025-07-07",
      出具日期: "2025-08-04",
      结论: "同意"
    }
  ],
  [
    "征求意见",
    {
      项目: "XM2025-003",
      发函单位: "FG",
      收函单位: "XX",
      发函日期: "2025-07-22",
      回复日期: "2025-08-08",
      意见: "同意",
      规划依据: "示例市电子政务发展规划",
      评估依据: "评估1"
    }
  ],
  [
    "审批",
    {
      项目: "XM2025-003",
      审批单位: "FG",
      审批日期: "2025-08-20",
      结果: "批准",
      核定投资_万元: 780.25,
      资金来源: "财政资金",
      建设单位: "ZX",
      参阅材料: "征求意见1,评估1"
    }
  ],
  [
    "预算",
    {
      项目: "XM2025-003",
      年度: 2025,
      金额_万元: 300,
      财政资金: "是",
      下达单位: "CZ",
      下达日期: "2025-09-15",
      抄送单位: "XX",
      抄送日期: "2025-09-15"
    }
  ],
  [
    "季报",
    {
      项目: "XM2025-003",
      年度: 2025,
      季度: 3,
      完成投资_万元: 12.5,
      报送单位: "ZX",
      收报单位: "FG",
      报送日期: "2025-10-09",
      抄送单位: "XX",
      抄送日期: "2025-10-09"
    }
  ],
  [
    "季报",
    {
      项目: "XM2025-003",
      年度: 2025,
      季度: 4,
      完成投资_万元: 120,
      报送单位: "ZX",
      收报单位: "FG",
      报送日期: "2026-01-12"
    }
  ],
  // Applied for on paper, before the system was in use: nobody knows what was asked then.
  ["项目", applied("XM2022-019", "档案数字化", "JY", "2022-11-20", "20", 96)],
  // Left by the import from the former system.
  ["项目", applied("XM2023-011", "视频会议系统", "WJ", "2023-02-06", "30", "约三百")],
  ["征求意见", { 项目: "XM2023-011", 发函单位: "FG", 收函单位: "XX", 发函日期: "2023-02-30" }],
  ["审批", { 项目: "XM2023-011", 审批单位: "FG", 审批日期: "2023-03-15", 结果: "批准", 核定投资_万元: "约三百" }]
]

const plan: Row = { 名称: "示例市电子政务发展规划", 施行日期: "2021-01-01", 终止日期: "2030-12-31" }

/** Fills an empty database with units, one user for each (the password is given), and the projects of earlier years. */
export const addSample = (db: DatabaseSync, password: string): void => {
  insert(db, "规划", plan)
  for (const unit of units) {
    insert(db, "单位", unit)
    addUser(db, String(unit.编号).toLowerCase(), `${unit.名称}经办人`, String(unit.编号), password)
  }
  for (const [table, row] of earlier) insert(db, table, row)
}
