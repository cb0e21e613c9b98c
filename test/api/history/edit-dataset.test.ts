import { expect, it } from "vitest";
import { datasetHash } from "../../../analyzer/index.ts";
import { editDataset } from "../../../api/history/edit-dataset.ts";
import { StaleError } from "../../../api/history/stale-error.ts";
import { assetRow, dependencyRow } from "../../support/rows.ts";
import { describeOnStores, overlayOf, pair, renaming, writer } from "./history-stores.ts";

describeOnStores("an edit", (open) => {
  it("applies an overlay for good, as a revision that says who, when and why", async () => {
    const store = await open();
    await store.importDataset(pair(), writer(0));
    const overlay = overlayOf({
      add: { assets: [assetRow("C")], dependencies: [dependencyRow("C", "B")], connections: [] },
      remove: { assets: [], dependencies: ["A>B"], connections: [] },
      change: [{ id: "A", restartHours: 3 }],
    });
    const outcome = await editDataset(store, "test", {
      overlay,
      expectedRevision: 1,
      why: "as built",
      ...writer(1, "bob"),
    });
    expect(outcome).toMatchObject({ kind: "written", changed: true, revision: 2 });
    const edited = await store.readDataset("test");
    expect(edited.assets.map(({ id, restartHours }) => [id, restartHours])).toEqual([
      ["A", 3],
      ["B", undefined],
      ["C", undefined],
    ]);
    expect(edited.dependencies).toEqual([dependencyRow("C", "B")]);
    const [, revision] = await store.revisions("test");
    expect(revision).toMatchObject({ kind: "edit", by: "bob", why: "as built", hash: datasetHash(edited) });
    expect(await store.readDataset("test", { revision: 1 })).toEqual(pair());
  });

  it("is explained by the overlay's title unless said", async () => {
    const store = await open();
    await store.importDataset(pair(), writer(0));
    await editDataset(store, "test", { overlay: renaming("A", "Other"), ...writer(1) });
    expect((await store.revisions("test")).at(-1)).toMatchObject({ kind: "edit", why: "An overlay" });
  });

  it("tells what the checks say of it now, and did not say before", async () => {
    const store = await open();
    await store.importDataset(pair(), writer(0));
    const first = await editDataset(store, "test", {
      overlay: overlayOf({ change: [{ id: "A", capacity: 5 }] }),
      ...writer(1),
    });
    expect(first.kind === "written" && first.raised.map(({ code }) => code)).toEqual(["CAPACITY_WITHOUT_UNIT"]);
    const second = await editDataset(store, "test", { overlay: renaming("A", "Other"), ...writer(2) });
    expect(second.kind === "written" && [second.issues.length > 0, second.raised]).toEqual([true, []]);
  });

  it("that changes nothing writes nothing", async () => {
    const store = await open();
    await store.importDataset(pair(), writer(0));
    const outcome = await editDataset(store, "test", { overlay: renaming("A", "A"), ...writer(1) });
    expect(outcome).toMatchObject({ kind: "written", changed: false, revision: 1 });
    expect(await store.revisions("test")).toHaveLength(1);
  });

  it("that names what is not there, or leaves loose ends, is refused with issues", async () => {
    const store = await open();
    await store.importDataset(pair(), writer(0));
    const refused = async (overlay: ReturnType<typeof overlayOf>) => {
      const outcome = await editDataset(store, "test", { overlay, ...writer(1) });
      if (outcome.kind !== "refused") throw new Error("it was written");
      return [
        outcome.refused,
        ...outcome.issues.filter(({ severity }) => severity === "error").map(({ code }) => code),
      ];
    };
    expect(await refused(renaming("nothing", "x"))).toEqual(["overlay", "OVERLAY_UNKNOWN_ID"]);
    const again = { assets: [assetRow("A")], dependencies: [], connections: [] };
    expect(await refused(overlayOf({ add: again }))).toEqual(["overlay", "OVERLAY_DUPLICATE_ID"]);
    const gone = { assets: ["A"], dependencies: [], connections: [] };
    expect(await refused(overlayOf({ remove: gone }))).toEqual(["dataset", expect.stringContaining("REFERENCE")]);
    expect(await store.revisions("test")).toHaveLength(1);
    expect(await store.readDataset("test")).toEqual(pair());
  });

  it("of a dataset that is not there is refused", async () => {
    const edit = editDataset(await open(), "nothing", { overlay: renaming("A", "x"), ...writer(1) });
    await expect(edit).rejects.toMatchObject({ code: "STORE_NOT_FOUND" });
  });

  it("by somebody who has not seen the last revision is told what changed", async () => {
    const store = await open();
    await store.importDataset(pair(), writer(0));
    const bob = editDataset(store, "test", { overlay: renaming("A", "Bob's"), why: "by Bob", ...writer(1, "bob") });
    expect(await bob).toMatchObject({ kind: "written" });
    const stale = async (asset: string, expectedRevision: number): Promise<StaleError> => {
      const edit = editDataset(store, "test", { overlay: renaming(asset, "Ada's"), expectedRevision, ...writer(2) });
      const error: unknown = await edit.catch((reason: unknown) => reason);
      if (error instanceof StaleError) return error;
      throw new Error(`not stale: ${String(error)}`);
    };
    const same = await stale("A", 1);
    expect(same.report).toMatchObject({
      expectedRevision: 1,
      revision: 2,
      revisions: [{ revision: 2, kind: "edit", by: "bob", why: "by Bob" }],
      changedRows: { assets: ["A"], dependencies: [], connections: [] },
      sharedRows: { assets: ["A"], dependencies: [], connections: [] },
    });
    expect(same.message).toContain("2, edit by bob at 2026-03-01T10:01:00.000Z (by Bob)");
    expect(same.message).toContain("touches the same rows: 1 of assets (A)");
    const other = await stale("B", 1);
    expect(other.report.sharedRows).toEqual({ assets: [], dependencies: [], connections: [] });
    expect(other.message).toContain("touches none of these rows");
    expect((await stale("A", 7)).report).toMatchObject({
      revision: 2,
      revisions: [],
      changedRows: null,
      sharedRows: null,
    });
    expect(await store.revisions("test")).toHaveLength(2);
  });

  it("at the same time as another: one is written, the other is told so", async () => {
    const store = await open();
    await store.importDataset(pair(), writer(0));
    const edit = (name: string) =>
      editDataset(store, "test", { overlay: renaming("A", name), expectedRevision: 1, ...writer(1, name) }).then(
        () => "written",
        (error: unknown) => (error instanceof StaleError ? error.report.sharedRows?.assets : error),
      );
    const outcomes = await Promise.all([edit("ada"), edit("bob")]);
    expect(outcomes).toContain("written");
    expect(outcomes).toContainEqual(["A"]);
    expect(await store.revisions("test")).toHaveLength(2);
  });
});
