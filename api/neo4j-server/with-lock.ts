import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";

const pollMs = 100;

/**
 * Does `work` while no other process holds the lock of this file. The lock is an SQLite write lock: the operating
 * system gives it back when its holder dies, so it can never be left behind.
 */
export async function withLock<T>(file: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  const lock = new DatabaseSync(file);
  try {
    for (const until = Date.now() + waitMs; !tryLock(lock); await sleep(pollMs)) {
      if (Date.now() > until) throw new Error(`another process holds ${file} for too long`);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function tryLock(lock: DatabaseSyncInstance): boolean {
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message)) return false;
    throw error;
  }
}
