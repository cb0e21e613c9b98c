import { expect, it } from "vitest";
import { licenceClass } from "../../../analyzer/measures/credits.ts";
import { refusals, resultOf } from "../../support/ask.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";

it.each([
  ["CC0-1.0", "public"],
  ["Public domain", "public"],
  ["PDDL-1.0", "public"],
  ["CC-BY-4.0", "attribution"],
  ["MIT", "attribution"],
  ["Apache-2.0", "attribution"],
  ["CC BY-SA 4.0", "share-alike"],
  ["ODbL-1.0", "share-alike"],
  ["CC-BY-NC-SA-4.0", "non-commercial"],
  ["All rights reserved", "unknown"],
  ["", "unknown"],
] as const)("knows what %j asks: %s", (licence, asked) => {
  expect(licenceClass(licence)).toBe(asked);
});

it("counts rows by source, keeps share-alike apart and names what has no source, by hand", () => {
  const base = datasetOf({
    assets: [
      assetRow("A", { source: "one" }),
      assetRow("B", { source: "one", licence: "ODbL-1.0" }),
      assetRow("C", { source: "a note" }),
    ],
    dependencies: [dependencyRow("A", "B", { source: "one" })],
  });
  const source = { title: "T", retrieved: "2025", credit: "Them" };
  const sources = [
    { ...source, id: "one", licence: "CC-BY-4.0" },
    { ...source, id: "unused", licence: "CC-BY-NC-4.0" },
  ];
  const dataset = { ...base, description: { ...base.description, licence: "CC-BY-4.0", sources } };
  const found = resultOf("credits", dataset, {});
  expect(found).toMatchObject({
    licence: "CC-BY-4.0",
    together: "share-alike",
    keepApart: ["ODbL-1.0"],
    ownLicences: [{ licence: "ODbL-1.0", licenceClass: "share-alike", rows: 1 }],
  });
  expect(found.credits.map(({ source: of, rows, licenceClass: asked }) => [of, rows, asked])).toEqual([
    ["one", 3, "attribution"],
    ["a note", 1, "unknown"],
    ["unused", 0, "non-commercial"],
  ]);
  const all = dataset.assets.length + dataset.dependencies.length + dataset.connections.length;
  expect(found.credits.reduce((sum, { rows }) => sum + rows, 0) + found.rowsWithoutSource).toBe(all);
  expect(refusals("credits", dataset, { limit: 1 })).toHaveLength(1);
});
