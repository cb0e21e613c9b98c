import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { StoreError } from "../store-error.ts";
import { applicationId, migrations } from "./schema.ts";
import { resultCode } from "./sqlite-errors.ts";

/** How long opening waits for another program that makes or changes the tables. */
const openMs = 4_000;
/** How long a statement waits for a lock that others hold for a moment only, and this thread with it. */
const lockMs = 10;

/** SQLite's result codes for a file, or a folder, that can be read only. */
const readOnlyCodes = [8, 14];

export interface OpenDatabase {
  readonly database: DatabaseSyncInstance;
  readonly readOnly: boolean;
}

/**
 * Opens the database file of a store; folder, file and tables are made where they are missing. A file that can only
 * be read is opened for reading. A file that is something else is left as it is and refused.
 */
export function openDatabase(path: string): OpenDatabase {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return { database: prepare(path, new DatabaseSync(path, { timeout: openMs })), readOnly: false };
  } catch (error) {
    const code = resultCode(error);
    if (code !== null && readOnlyCodes.includes(code) && isFile(path))
      return { database: openReadOnly(path), readOnly: true };
    if (isSystemError(error)) throw new StoreError("STORE_BAD_ADDRESS", error.message, { cause: error });
    throw error;
  }
}

/** Tells a file from another one that takes its place; null where there is none. */
export function fileIdentity(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev} ${found.ino}`;
}

/**
 * A file on a medium that can only be read, with nothing left in a log beside it, cannot change: SQLite is told so,
 * because it would otherwise need to write its shared index first.
 */
function openReadOnly(path: string): DatabaseSyncInstance {
  const location = pathToFileURL(path);
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0)
    location.searchParams.set("immutable", "1");
  return checkOurs(path, new DatabaseSync(location.href, { readOnly: true }));
}

function prepare(path: string, database: DatabaseSyncInstance): DatabaseSyncInstance {
  try {
    if (!isEmpty(database)) checkOurs(path, database);
    migrate(database);
    return configure(checkOurs(path, database));
  } catch (error) {
    database.close();
    throw error;
  }
}

function configure(database: DatabaseSyncInstance): DatabaseSyncInstance {
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  database.exec(`PRAGMA busy_timeout = ${lockMs}`);
  return database;
}

/** Two programs may open a file at the same time: the second one finds the tables made once it has the lock. */
function migrate(database: DatabaseSyncInstance): void {
  if (pragma(database, "user_version") === migrations.length) return;
  database.exec("PRAGMA journal_mode = WAL; BEGIN IMMEDIATE");
  const version = pragma(database, "user_version");
  for (const step of migrations.slice(version)) database.exec(step);
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`);
}

function isEmpty(database: DatabaseSyncInstance): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() === undefined;
}

function checkOurs(path: string, database: DatabaseSyncInstance): DatabaseSyncInstance {
  if (pragma(database, "application_id") !== applicationId)
    throw new StoreError("STORE_NOT_A_DATABASE", `${path} is an SQLite file of another program`);
  const version = pragma(database, "user_version");
  if (version > migrations.length)
    throw new StoreError("STORE_VERSION", `${path} has version ${version}, this program knows ${migrations.length}`);
  return database;
}

function pragma(database: DatabaseSyncInstance, name: "application_id" | "user_version"): number {
  const row: Record<string, number> = database.prepare(`PRAGMA ${name}`).get();
  return row[name] ?? 0;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
