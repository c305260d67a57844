/** An arrangement of 2027 that is made up, and the paper that it pretends to come from. */
export const source = {
  title: { zh: "2027年节假日安排（示例，非正式文件）", en: "holiday arrangement of 2027 (a sample, not a real paper)" },
  status: "sample",
  issuedOn: "2026-11-04"
}

export const days2027 = {
  holidays: ["2026-12-31", "2027-01-01", "2027-01-02", "2027-05-01", "2027-10-01", "2027-10-04", "2027-10-05"],
  workdays: ["2026-12-27", "2027-10-09"]
}

/** The data of a calendar as a host writes them; every part can be said otherwise. */
export const data = (changes: object = {}) => ({
  version: "sample-2027",
  source,
  years: { 2027: days2027 },
  ...changes
})
