import { describe, expect, it } from "vitest";
import { tables } from "../../../analyzer/index.ts";
import { libraryFolder, libraryNames } from "../../../api/dataset-source.ts";
import { creditsOf } from "../../../api/http/credits-of.ts";
import { readDataset } from "../../../datasets/formats/index.ts";
import { openPath } from "../../../datasets/open-path.ts";

describe.each(libraryNames)("the credits of the bundled %s", (name) => {
  it("name a listed source with a licence for every row, and no source that no row is from", async () => {
    const { dataset } = await readDataset(await openPath(libraryFolder(name)));
    if (dataset === null) throw new Error(`${name} cannot be read`);
    const { licence, sources } = dataset.description;
    expect(licence).not.toBe("");
    const known = new Map(sources.map((source) => [source.id, source]));
    const rowsOf = new Map<string, number>();
    for (const table of tables) {
      for (const row of dataset[table]) {
        const source = known.get(row.source ?? "");
        expect(source, `${table} ${row.id}: ${row.source}`).toBeDefined();
        expect(row.licence ?? source?.licence, row.id).toBeTruthy();
        rowsOf.set(row.source ?? "", (rowsOf.get(row.source ?? "") ?? 0) + 1);
      }
    }
    for (const { id, title, credit, retrieved } of sources) {
      for (const text of [title, credit, retrieved]) expect(text, id).not.toBe("");
    }
    const credits = creditsOf(dataset, "", "test");
    expect(new Map(credits.credits.map(({ source, rows }) => [source, rows]))).toEqual(rowsOf);
    expect(credits.rowsWithoutSource).toBe(0);
    expect(credits.keepApart, "share-alike data are not bundled").toEqual([]);
    expect(["public", "attribution"]).toContain(credits.together);
  });
});
