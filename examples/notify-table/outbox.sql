-- What the agency's message system brings: its accounts, and the table from which it takes what is to be sent, once a minute.
CREATE TABLE oa_account (account TEXT PRIMARY KEY);
CREATE TABLE oa_outbox (
  letter_id TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES oa_account,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  written_at TEXT NOT NULL,
  taken_at TEXT,
  PRIMARY KEY (letter_id, account)
);
