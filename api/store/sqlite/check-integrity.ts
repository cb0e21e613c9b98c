import type { DatabaseSyncInstance } from "@photostructure/sqlite";
import { StoreError } from "../store-error.ts";

interface LooseRow {
  readonly table: string;
  readonly parent: string;
}

/**
 * Goes through the whole file: pages, rows and what refers to them. `STORE_DAMAGED` names the first thing found wrong.
 *
 * Cost: one reading of the file and a look-up for each reference; 11,000 assets with 20,000 rows 0.1 s, 100,000 with
 * 300,000 some seconds. So it is done only where a file was not closed.
 */
export function checkIntegrity(path: string, database: DatabaseSyncInstance): void {
  const { quick_check: verdict }: { quick_check: string } = database.prepare("PRAGMA quick_check(1)").get();
  if (verdict !== "ok") throw new StoreError("STORE_DAMAGED", `${path}: ${verdict}`);
  const loose: LooseRow | undefined = database.prepare("PRAGMA foreign_key_check").get();
  if (loose !== undefined)
    throw new StoreError(
      "STORE_DAMAGED",
      `${path}: a row of ${loose.table} refers to a missing row of ${loose.parent}`,
    );
}

/**
 * Empties the log of a file that was checked, so that whoever opens it next need not check again. Where somebody is at it, or
 * the disk is full, the log stays, and is read.
 */
export function bringLogHome(database: DatabaseSyncInstance, busyMs: number): void {
  try {
    database.exec("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)");
  } catch {
    // What is committed is safe in the log as well.
  } finally {
    database.exec(`PRAGMA busy_timeout = ${busyMs}`);
  }
}
