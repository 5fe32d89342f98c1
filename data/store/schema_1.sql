-- Schema 1 of the record. Described in docs/formats/record.md.
-- `json` holds the object of docs/formats; the other columns are computed from it for queries and never differ.

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  mentions TEXT NOT NULL,
  path TEXT GENERATED ALWAYS AS (json_extract(json, '$.path')) VIRTUAL,
  url TEXT GENERATED ALWAYS AS (json_extract(json, '$.url')) VIRTUAL,
  title TEXT GENERATED ALWAYS AS (json_extract(json, '$.title')) VIRTUAL,
  outlet TEXT GENERATED ALWAYS AS (json_extract(json, '$.outlet')) VIRTUAL,
  published_start TEXT GENERATED ALWAYS AS (json_extract(json, '$.published.start')) VIRTUAL,
  published_end TEXT GENERATED ALWAYS AS (json_extract(json, '$.published.end')) VIRTUAL
) WITHOUT ROWID;

CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id),
  json TEXT NOT NULL,
  quote TEXT GENERATED ALWAYS AS (json_extract(json, '$.quote')) VIRTUAL,
  speaker TEXT GENERATED ALWAYS AS (json_extract(json, '$.speakers[0].name')) VIRTUAL,
  voice TEXT GENERATED ALWAYS AS (json_extract(json, '$.voice')) VIRTUAL,
  polarity TEXT GENERATED ALWAYS AS (json_extract(json, '$.polarity')) VIRTUAL,
  modality TEXT GENERATED ALWAYS AS (json_extract(json, '$.modality')) VIRTUAL,
  plover TEXT GENERATED ALWAYS AS (json_extract(json, '$.event_type.plover')) VIRTUAL,
  cameo TEXT GENERATED ALWAYS AS (json_extract(json, '$.event_type.cameo')) VIRTUAL,
  event TEXT GENERATED ALWAYS AS (json_extract(json, '$.event')) VIRTUAL,
  origin TEXT GENERATED ALWAYS AS (json_extract(json, '$.origin')) VIRTUAL,
  denies TEXT GENERATED ALWAYS AS (json_extract(json, '$.denies')) VIRTUAL
) WITHOUT ROWID;
CREATE INDEX claims_by_document ON claims (document);

CREATE TABLE events (
  id TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  label TEXT GENERATED ALWAYS AS (json_extract(json, '$.label')) VIRTUAL,
  start TEXT GENERATED ALWAYS AS (json_extract(json, '$.time.start')) VIRTUAL,
  status TEXT GENERATED ALWAYS AS (json_extract(json, '$.status')) VIRTUAL,
  place TEXT GENERATED ALWAYS AS (json_extract(json, '$.place[0].name')) VIRTUAL,
  fatalities_low REAL GENERATED ALWAYS AS (json_extract(json, '$.fatalities.low')) VIRTUAL,
  fatalities_best REAL GENERATED ALWAYS AS (json_extract(json, '$.fatalities.best')) VIRTUAL,
  fatalities_high REAL GENERATED ALWAYS AS (json_extract(json, '$.fatalities.high')) VIRTUAL
) WITHOUT ROWID;

CREATE TABLE tallies (
  id TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  event TEXT GENERATED ALWAYS AS (json_extract(json, '$.event')) VIRTUAL,
  measure TEXT GENERATED ALWAYS AS (json_extract(json, '$.measure')) VIRTUAL,
  low REAL GENERATED ALWAYS AS (json_extract(json, '$.low')) VIRTUAL,
  best REAL GENERATED ALWAYS AS (json_extract(json, '$.best')) VIRTUAL,
  high REAL GENERATED ALWAYS AS (json_extract(json, '$.high')) VIRTUAL
) WITHOUT ROWID;

CREATE TABLE disputes (
  id TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  kind TEXT GENERATED ALWAYS AS (json_extract(json, '$.kind')) VIRTUAL,
  question TEXT GENERATED ALWAYS AS (json_extract(json, '$.question')) VIRTUAL
) WITHOUT ROWID;

CREATE TABLE origins (
  id TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  name TEXT GENERATED ALWAYS AS (json_extract(json, '$.name')) VIRTUAL,
  kind TEXT GENERATED ALWAYS AS (json_extract(json, '$.kind')) VIRTUAL
) WITHOUT ROWID;

CREATE TABLE stories (
  id TEXT PRIMARY KEY,
  json TEXT NOT NULL,
  title TEXT GENERATED ALWAYS AS (json_extract(json, '$.title')) VIRTUAL
) WITHOUT ROWID;

CREATE TABLE timeline (
  position INTEGER PRIMARY KEY,
  json TEXT NOT NULL,
  start TEXT GENERATED ALWAYS AS (json_extract(json, '$.start')) VIRTUAL,
  label TEXT GENERATED ALWAYS AS (json_extract(json, '$.label')) VIRTUAL
);

-- Inputs that could not be read, beside the documents that could.
CREATE TABLE failures (
  path TEXT PRIMARY KEY,
  code INTEGER NOT NULL,
  message TEXT NOT NULL
) WITHOUT ROWID;

-- What made the record: program version, hashes of models and tables, options. Never exported.
CREATE TABLE manifest (
  section TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (section, name)
) WITHOUT ROWID;
