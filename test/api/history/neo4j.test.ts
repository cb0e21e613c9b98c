import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { datasetHash } from "../../../analyzer/index.ts";
import { revisionAsOf } from "../../../api/history/as-of.ts";
import { compareRevisions } from "../../../api/history/compare-revisions.ts";
import { editDataset } from "../../../api/history/edit-dataset.ts";
import { StaleError } from "../../../api/history/stale-error.ts";
import { redoDataset, undoDataset } from "../../../api/history/undo-dataset.ts";
import { openStore } from "../../../api/store/open-store.ts";
import type { Store } from "../../../api/store/store.ts";
import { neo4jSkipReason, neo4jStoreArguments, useNeo4jServer } from "../../support/neo4j.ts";
import { assetRow, dependencyRow } from "../../support/rows.ts";
import { overlayOf, pair, renaming, writer } from "./history-stores.ts";

describe.skipIf((await neo4jSkipReason()) !== null)("a history on a Neo4j server", () => {
  const server = useNeo4jServer();
  const id = `t-${randomUUID()}`;
  let store: Store;
  beforeAll(async () => {
    store = await openStore(...neo4jStoreArguments(server()));
  });
  afterAll(async () => {
    await store.removeDataset(id);
    await store.close();
  });

  it("is written, gone back and forth in, looked at and compared, and refuses stale writers", async () => {
    await store.importDataset(pair(id), writer(0));
    const added = { assets: [assetRow("C")], dependencies: [dependencyRow("C", "B")], connections: [] };
    const overlay = overlayOf({ add: added, change: [{ id: "A", name: "Other" }] });
    expect(await editDataset(store, id, { overlay, expectedRevision: 1, ...writer(1, "bob") })).toMatchObject({
      kind: "written",
      revision: 2,
    });
    expect(await undoDataset(store, id, { ...writer(2), expectedRevision: 2 })).toMatchObject({ restores: 1 });
    expect(await store.readDataset(id)).toEqual(pair(id));
    expect(await redoDataset(store, id, writer(3))).toMatchObject({ revision: 4, restores: 2 });
    await expect(redoDataset(store, id, writer(4))).rejects.toMatchObject({ code: "REDO_NOTHING" });

    const revisions = await store.revisions(id);
    expect(revisions.map(({ kind, restores }) => [kind, restores])).toEqual([
      ["import", undefined],
      ["edit", undefined],
      ["undo", 1],
      ["redo", 2],
    ]);
    for (const { revision, hash } of revisions)
      expect(datasetHash(await store.readDataset(id, { revision }))).toBe(hash);
    expect(revisionAsOf(revisions, id, "2026-03-01T10:02:30Z").revision).toBe(3);
    expect(await compareRevisions(store, id, "2026-03-01T10:00Z", "2026-03-01")).toMatchObject({
      from: { revision: 1 },
      to: { revision: 4, validTo: null },
      assets: { added: [{ id: "C" }], removed: [], changed: [{ id: "A" }] },
      dependencies: { added: [{ id: "C>B" }], removed: [], changed: [] },
    });

    const stale = editDataset(store, id, { overlay: renaming("A", "Third"), expectedRevision: 1, ...writer(5) });
    await expect(stale).rejects.toMatchObject({
      code: "REVISION_STALE",
      report: { revision: 4, changedRows: { assets: ["A", "C"] }, sharedRows: { assets: ["A"] } },
    });
    const both = ["ada", "bob"].map((by) =>
      editDataset(store, id, { overlay: renaming("A", by), expectedRevision: 4, ...writer(6, by) }),
    );
    const outcomes = await Promise.allSettled(both);
    const refusals = outcomes.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
    expect(refusals).toEqual([expect.any(StaleError)]);
    expect((await store.revisions(id)).length).toBe(5);
  }, 240_000);
});
