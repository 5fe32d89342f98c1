-- Schema 2 of the record: reports that share text. Described in docs/formats/record.md.

CREATE TABLE copies (
  id TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  document TEXT GENERATED ALWAYS AS (json_extract(json, '$.document')) VIRTUAL,
  "of" TEXT GENERATED ALWAYS AS (json_extract(json, '$.of')) VIRTUAL,
  extent TEXT GENERATED ALWAYS AS (json_extract(json, '$.extent')) VIRTUAL
) WITHOUT ROWID;

-- What is derived from a record of schema 1 lacks them: the next run derives it again.
DELETE FROM manifest WHERE section = 'option' AND name = 'derived';
