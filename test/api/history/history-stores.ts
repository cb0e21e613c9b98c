import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe } from "vitest";
import type { Dataset, Overlay } from "../../../analyzer/index.ts";
import { openStore } from "../../../api/store/open-store.ts";
import type { Store } from "../../../api/store/store.ts";
import { assetRow, datasetOf, dependencyRow, description } from "../../support/rows.ts";

/** Tries the same on a new memory and a new SQLite store for each test. */
export function describeOnStores(title: string, tests: (open: () => Promise<Store>) => void): void {
  describe.each(["memory", "sqlite"])(`${title} (%s)`, (kind) => {
    const folder = mkdtempSync(join(tmpdir(), "knockon-history-"));
    const opened: Store[] = [];
    afterEach(async () => {
      for (const store of opened.splice(0)) await store.close();
    });
    afterAll(() => rmSync(folder, { recursive: true }));
    let count = 0;
    tests(async () => {
      const store = await openStore(kind === "memory" ? "memory:" : `sqlite:${join(folder, `${(count += 1)}.db`)}`, {});
      opened.push(store);
      return store;
    });
  });
}

/** Who writes at which minute of a day. */
export function writer(minute: number, by = "ada"): { readonly by: string; readonly at: string } {
  return { by, at: `2026-03-01T10:${String(minute).padStart(2, "0")}:00.000Z` };
}

/** Two substations, the second needs the first. */
export function pair(id = "test"): Dataset {
  return datasetOf({
    description: { ...description, id },
    assets: [assetRow("A"), assetRow("B")],
    dependencies: [dependencyRow("A", "B")],
  });
}

export function overlayOf(parts: Partial<Overlay>): Overlay {
  const none = { assets: [], dependencies: [], connections: [] };
  return { id: "o", title: "An overlay", add: none, remove: none, change: [], ...parts };
}

/** Gives an asset another name. */
export function renaming(id: string, name: string): Overlay {
  return overlayOf({ change: [{ id, name }] });
}
