import { StoreError, type StoreErrorCode } from "../store-error.ts";

/** SQLite's primary result codes (the low byte of an error code) that have a meaning of their own here. */
const codes: Readonly<Record<number, StoreErrorCode>> = {
  5: "STORE_BUSY",
  6: "STORE_BUSY",
  8: "STORE_READ_ONLY",
  // A file that was cut off, or a medium that does not give back what was written.
  10: "STORE_DAMAGED",
  11: "STORE_DAMAGED",
  13: "STORE_FULL",
  14: "STORE_BAD_ADDRESS",
  26: "STORE_NOT_A_DATABASE",
};

/**
 * What SQLite says of a fixed statement that does not fit the tables it finds: somebody has changed them. It has no code
 * of its own for that.
 */
const changedTables = /^no such (?:table|column|index)|has no column|has \d+ columns|already exists|^duplicate column/u;

/** SQLite's words for these codes: the library leaves the number out where reading a row fails. */
const words: ReadonlyMap<string, number> = new Map([
  ["database is locked", 5],
  ["database table is locked", 6],
  ["attempt to write a readonly database", 8],
  ["disk I/O error", 10],
  ["database disk image is malformed", 11],
  ["database or disk is full", 13],
  ["unable to open database file", 14],
  ["file is not a database", 26],
]);

/** The primary result code of an error of SQLite, 1 where it does not tell; null for any other error. */
export function resultCode(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  if ("errcode" in error && typeof error.errcode === "number") return error.errcode & 0xff;
  if (!("code" in error) || error.code !== "ERR_SQLITE_ERROR") return null;
  return words.get(error.message) ?? 1;
}

/** Another program holds the lock that is needed. */
export function isBusy(error: unknown): boolean {
  return resultCode(error) === 5;
}

/** Does `work` and gives an error of SQLite as a `StoreError` that names the file. */
export function withSqliteErrors<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asStoreError(path, error);
  }
}

export function asStoreError(path: string, error: unknown): unknown {
  // Nothing else is parsed while the file is read than the JSON texts that lie in it.
  if (error instanceof SyntaxError)
    return new StoreError("STORE_DAMAGED", `${path}: a stored value is no JSON (${error.message})`, { cause: error });
  const code = resultCode(error);
  if (code === null || !(error instanceof Error)) return error;
  const known = changedTables.test(error.message) ? "STORE_DAMAGED" : codes[code];
  return new StoreError(known ?? "STORE_FAILED", `${path}: ${error.message}`, { cause: error });
}
