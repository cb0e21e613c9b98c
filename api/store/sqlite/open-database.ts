import { closeSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { StoreError } from "../store-error.ts";
import { bringLogHome, checkIntegrity } from "./check-integrity.ts";
import { chooseSqlite } from "./choose-sqlite.ts";
import { applicationId, migrations } from "./schema.ts";
import { resultCode } from "./sqlite-errors.ts";

const { DatabaseSync } = chooseSqlite();

/** How long opening waits for another program that makes or changes the tables. */
const openMs = 4_000;
/** How long a statement waits for a lock that others hold for a moment only, and this thread with it. */
const lockMs = 10;

/** SQLite's result codes for a file, or a folder, that can be read only. */
const readOnlyCodes = [8, 14];
/** Where in a file SQLite keeps the mark of the program it belongs to (sqlite.org/fileformat.html, 1.3). */
const applicationIdAt = 68;
const startBytes = applicationIdAt + 4;
const sqliteMark = "SQLite format 3\0";

/** SQLite's result codes for a file whose pages, or whose beginning, make no sense. */
const malformedCodes = [11, 26];

export interface OpenOptions {
  /** This process has the file open already, and has checked it. */
  readonly isFurther?: boolean;
}

export interface OpenDatabase {
  readonly database: DatabaseSyncInstance;
  readonly readOnly: boolean;
}

/**
 * Opens the database file of a store; folder, file and tables are made where they are missing. A file that can only
 * be read is opened for reading. A file that is something else is left as it is and refused. A log beside the file is
 * what a process left that did not close it, or one that has it open: then the whole file is checked before it is used.
 */
export function openDatabase(path: string, { isFurther = false }: OpenOptions = {}): OpenDatabase {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const log = hasLog(path);
    if (log && isFile(path)) refuseStrangeFile(path);
    const unclosed = log && !isFurther;
    return { database: prepare(path, new DatabaseSync(path, { timeout: openMs }), unclosed), readOnly: false };
  } catch (error) {
    const code = resultCode(error);
    if (code !== null && readOnlyCodes.includes(code) && isFile(path))
      return { database: openReadOnly(path), readOnly: true };
    if (code !== null && malformedCodes.includes(code) && !isMarkedOurs(path))
      throw new StoreError("STORE_NOT_A_DATABASE", `${path} is no file of SQLite`, { cause: error });
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
  const unclosed = hasLog(path);
  const location = pathToFileURL(path);
  if (!unclosed) location.searchParams.set("immutable", "1");
  const database = new DatabaseSync(location.href, { readOnly: true });
  try {
    const version = checkOurs(path, database);
    if (version < migrations.length)
      throw new StoreError(
        "STORE_READ_ONLY",
        `${path} has the older version ${version} and has to be brought up to date`,
      );
    if (unclosed) checkIntegrity(path, database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(path: string, database: DatabaseSyncInstance, unclosed: boolean): DatabaseSyncInstance {
  try {
    if (!isEmpty(database)) checkOurs(path, database);
    if (unclosed) checkIntegrity(path, database);
    migrate(database);
    checkOurs(path, database);
    checkSteps(path, database);
    configure(database);
    if (unclosed) bringLogHome(database, lockMs);
    return database;
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
  const record = database.prepare(
    "INSERT INTO migration VALUES (?, iif(?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL)) ON CONFLICT DO NOTHING",
  );
  for (let step = 1; step <= migrations.length; step += 1) record.run(step, step > version ? 1 : 0);
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}; COMMIT`);
}

function isEmpty(database: DatabaseSyncInstance): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() === undefined;
}

/** The version of a file that is one of ours and not from a later program. */
function checkOurs(path: string, database: DatabaseSyncInstance): number {
  if (pragma(database, "application_id") !== applicationId)
    throw new StoreError("STORE_NOT_A_DATABASE", `${path} is an SQLite file of another program`);
  const version = pragma(database, "user_version");
  if (version > migrations.length)
    throw new StoreError("STORE_VERSION", `${path} has version ${version}, this program knows ${migrations.length}`);
  return version;
}

/** A version number that somebody wrote into the file by hand does not fit the steps it has taken. */
function checkSteps(path: string, database: DatabaseSyncInstance): void {
  const { steps } = database.prepare("SELECT count(*) AS steps FROM migration").get();
  if (steps !== migrations.length)
    throw new StoreError("STORE_DAMAGED", `${path} says version ${migrations.length} and has taken ${steps} steps`);
}

function pragma(database: DatabaseSyncInstance, name: "application_id" | "user_version"): number {
  const row: Record<string, number> = database.prepare(`PRAGMA ${name}`).get();
  return row[name] ?? 0;
}

function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Whether SQLite's mark and ours are where they belong, in a file that SQLite itself cannot read. */
function isMarkedOurs(path: string): boolean {
  const start = readStart(path);
  return start.length === startBytes && start.readUInt32BE(applicationIdAt) === applicationId;
}

/** A log beside a file that is something else would be taken for that file's content. */
function refuseStrangeFile(path: string): void {
  const start = readStart(path);
  if (start.length > 0 && !start.toString("latin1").startsWith(sqliteMark))
    throw new StoreError("STORE_NOT_A_DATABASE", `${path} is no file of SQLite`);
}

function readStart(path: string): Buffer {
  const start = Buffer.alloc(startBytes);
  const file = openSync(path, "r");
  try {
    return start.subarray(0, readSync(file, start));
  } finally {
    closeSync(file);
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
