import { StoreError, type StoreErrorCode } from "../store-error.ts";

/** SQLite's primary result codes (the low byte of an error code) that have a meaning of their own here. */
const codes: Readonly<Record<number, StoreErrorCode>> = {
  5: "STORE_BUSY",
  6: "STORE_BUSY",
  8: "STORE_READ_ONLY",
  11: "STORE_NOT_A_DATABASE",
  13: "STORE_FULL",
  14: "STORE_BAD_ADDRESS",
  26: "STORE_NOT_A_DATABASE",
};

/** The primary result code of an error of SQLite; null for any other error. */
export function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !("errcode" in error) || typeof error.errcode !== "number") return null;
  return error.errcode & 0xff;
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
  const code = resultCode(error);
  if (code === null || !(error instanceof Error)) return error;
  return new StoreError(codes[code] ?? "STORE_FAILED", `${path}: ${error.message}`, { cause: error });
}
