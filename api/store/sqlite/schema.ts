/** Marks a file as ours, beside SQLite's own mark: "KnOn" in ASCII. */
export const applicationId = 0x4b6e4f6e;

/**
 * `number` names a dataset within the file, `n` an asset or row by its place in canonical order, from 0: the index of
 * the core's typed arrays. `body` is the row of the model as JSON, from which it is read back unchanged; the columns
 * beside it are what SQL has to find rows by. A dependency on a network has no provider asset.
 */
const firstTables = `
CREATE TABLE dataset (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL,
  revision INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  counts TEXT NOT NULL,
  description TEXT NOT NULL
) STRICT;

CREATE TABLE revision (
  dataset INTEGER NOT NULL REFERENCES dataset ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (dataset, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE asset (
  dataset INTEGER NOT NULL REFERENCES dataset,
  n INTEGER NOT NULL,
  id TEXT NOT NULL,
  sector TEXT NOT NULL,
  kind TEXT NOT NULL,
  search_text TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (dataset, n),
  UNIQUE (dataset, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE asset_state (
  dataset INTEGER NOT NULL,
  state TEXT NOT NULL,
  asset INTEGER NOT NULL,
  share REAL NOT NULL,
  PRIMARY KEY (dataset, state, asset),
  FOREIGN KEY (dataset, asset) REFERENCES asset
) STRICT, WITHOUT ROWID;

CREATE TABLE dependency (
  dataset INTEGER NOT NULL,
  n INTEGER NOT NULL,
  provider INTEGER,
  dependent INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (dataset, n),
  FOREIGN KEY (dataset, provider) REFERENCES asset,
  FOREIGN KEY (dataset, dependent) REFERENCES asset
) STRICT, WITHOUT ROWID;

CREATE TABLE connection (
  dataset INTEGER NOT NULL,
  n INTEGER NOT NULL,
  a INTEGER NOT NULL,
  b INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (dataset, n),
  FOREIGN KEY (dataset, a) REFERENCES asset,
  FOREIGN KEY (dataset, b) REFERENCES asset
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  dataset INTEGER NOT NULL REFERENCES dataset ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('scenario', 'overlay')),
  id TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (dataset, kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  id TEXT PRIMARY KEY,
  dataset_id TEXT NOT NULL,
  started_at TEXT NOT NULL,
  summary TEXT NOT NULL,
  result TEXT NOT NULL
) STRICT;

CREATE INDEX asset_state_by_asset ON asset_state (dataset, asset);
CREATE INDEX dependency_by_provider ON dependency (dataset, provider);
CREATE INDEX dependency_by_dependent ON dependency (dataset, dependent);
CREATE INDEX connection_by_a ON connection (dataset, a);
CREATE INDEX connection_by_b ON connection (dataset, b);
CREATE INDEX run_by_dataset ON run (dataset_id, started_at);
`;

/** What a revision changed, and the overlays that a run was made with. Null where a file did not keep them yet. */
const historyColumns = `
ALTER TABLE revision ADD COLUMN change TEXT;
UPDATE revision SET body = json_set(body, '$.kind', 'import');
ALTER TABLE run ADD COLUMN overlay_bodies TEXT NOT NULL DEFAULT '[]';
UPDATE run SET summary = json_set(summary, '$.dataset.revision', NULL);
`;

/** How long the result of a run is; null where it was dropped, and then the text is empty. */
const resultSizes = `
ALTER TABLE run ADD COLUMN result_bytes INTEGER;
UPDATE run SET result_bytes = length(CAST(result AS BLOB));
`;

/** Which steps a file has taken, and when; null for those taken before this table was there. */
const migrationTable = `
CREATE TABLE migration (
  step INTEGER PRIMARY KEY,
  applied_at TEXT
) STRICT;
`;

/**
 * Steps that make the tables, or bring those of an older file to what they are now: a file's version (`PRAGMA user_version`) is
 * how many of them it has taken, as its table `migration` says too. A step that was released is never changed again.
 */
export const migrations: readonly string[] = [firstTables, historyColumns, resultSizes, migrationTable];
