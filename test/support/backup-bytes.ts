import { backupText } from "../../api/store/backup/write-backup.ts";
import type { Store } from "../../api/store/store.ts";

/** The whole text of a store's backup. */
export async function backupOf(store: Store): Promise<string> {
  let all = "";
  for await (const text of backupText(store, { engine: "1.0.0" })) all += text;
  return all;
}
