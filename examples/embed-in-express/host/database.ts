import { DatabaseSync } from "node:sqlite"

/** A row as SQLite gives it. A column has a type by name only: what an old import left in it may be anything. */
export type Row = { readonly [column: string]: string | number | null }

const entered = "录入时间 TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ'))"

const schema = `
CREATE TABLE 单位 (编号 TEXT PRIMARY KEY, 名称 TEXT NOT NULL, 职能 TEXT, 履职日期 TEXT);
CREATE TABLE 用户 (用户名 TEXT PRIMARY KEY, 姓名 TEXT NOT NULL, 单位 TEXT NOT NULL REFERENCES 单位, 盐 TEXT NOT NULL, 口令散列 TEXT NOT NULL);
CREATE TABLE 会话 (令牌散列 TEXT PRIMARY KEY, 用户名 TEXT NOT NULL REFERENCES 用户, 到期 INTEGER NOT NULL);
CREATE TABLE 规划 (名称 TEXT PRIMARY KEY, 施行日期 TEXT NOT NULL, 终止日期 TEXT NOT NULL);
CREATE TABLE 项目 (
  编号 TEXT PRIMARY KEY, 名称 TEXT NOT NULL, 状态 TEXT NOT NULL DEFAULT '10', 申报单位 TEXT NOT NULL REFERENCES 单位,
  投资额_万元 REAL, 方案提交日期 TEXT, 受理单位 TEXT, 申报日期 TEXT, 审批单位 TEXT, 开工日期 TEXT, 完工日期 TEXT,
  备案日期 TEXT, 备案单位 TEXT, 列入省重点日期 TEXT, ${entered}
);
CREATE TABLE 征求意见 (
  编号 INTEGER PRIMARY KEY, 项目 TEXT NOT NULL REFERENCES 项目, 发函单位 TEXT, 收函单位 TEXT, 发函日期 TEXT,
  回复日期 TEXT, 意见 TEXT, 条件 TEXT, 规划依据 TEXT, 评估依据 TEXT, ${entered}
);
CREATE TABLE 评估 (
  编号 INTEGER PRIMARY KEY, 项目 TEXT NOT NULL REFERENCES 项目, 类别 TEXT NOT NULL, 组织单位 TEXT, 确定日期 TEXT, 评估机构 TEXT,
  委托日期 TEXT, 启动日期 TEXT, 出具日期 TEXT, 结论 TEXT, ${entered}
);
CREATE TABLE 审批 (
  编号 INTEGER PRIMARY KEY, 项目 TEXT NOT NULL REFERENCES 项目, 审批单位 TEXT, 审批日期 TEXT, 结果 TEXT, 文号 TEXT, 核定投资_万元 REAL,
  资金来源 TEXT, 建设单位 TEXT, 参阅材料 TEXT, 经办人 TEXT, ${entered}
);
CREATE TABLE 预算 (
  编号 INTEGER PRIMARY KEY, 项目 TEXT NOT NULL REFERENCES 项目, 年度 INTEGER, 金额_万元 REAL, 财政资金 TEXT, 下达单位 TEXT,
  下达日期 TEXT, 抄送单位 TEXT, 抄送日期 TEXT, ${entered}
);
CREATE TABLE 季报 (
  编号 INTEGER PRIMARY KEY, 项目 TEXT NOT NULL REFERENCES 项目, 年度 INTEGER, 季度 INTEGER, 完成投资_万元 REAL, 报送单位 TEXT,
  收报单位 TEXT, 报送日期 TEXT, 抄送单位 TEXT, 抄送日期 TEXT, ${entered},
  UNIQUE (项目, 年度, 季度)
);
`

/** Opens a database that is empty but for its tables. */
export const openDatabase = (file = ":memory:"): DatabaseSync => {
  const db = new DatabaseSync(file)
  db.exec("PRAGMA foreign_keys = ON")
  if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = '项目'").get() === undefined) db.exec(schema)
  return db
}

/** Every row that a query finds. */
export const all = (db: DatabaseSync, sql: string, ...values: ReadonlyArray<string | number | null>): Array<Row> =>
  db.prepare(sql).all(...values) as Array<Row>

/** The first row that a query finds. */
export const first = (db: DatabaseSync, sql: string, ...values: ReadonlyArray<string | number | null>) =>
  db.prepare(sql).get(...values) as Row | undefined

/** Adds a row, and answers its number. */
export const insert = (db: DatabaseSync, table: string, row: Row): number => {
  const columns = Object.keys(row)
  const sql = `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`
  return Number(db.prepare(sql).run(...Object.values(row)).lastInsertRowid)
}

/** Sets columns of the row with a number. */
export const update = (db: DatabaseSync, table: string, number: string | number, row: Row): void => {
  const sql = `UPDATE ${table} SET ${Object.keys(row)
    .map((column) => `${column} = ?`)
    .join(", ")} WHERE 编号 = ?`
  db.prepare(sql).run(...Object.values(row), number)
}

/** Does all of the work or, when it throws, none of it. */
export const transaction = <A>(db: DatabaseSync, work: () => A): A => {
  db.exec("BEGIN IMMEDIATE")
  try {
    const done = work()
    db.exec("COMMIT")
    return done
  } catch (error) {
    db.exec("ROLLBACK")
    throw error
  }
}
