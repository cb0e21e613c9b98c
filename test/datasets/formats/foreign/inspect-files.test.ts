import { expect, it } from "vitest";
import { csvTables } from "../../../../datasets/formats/foreign/csv-tables.ts";
import { inspectFiles } from "../../../../datasets/formats/foreign/inspect-files.ts";
import { filesOf } from "../../../support/foreign-formats.ts";

const files = filesOf("plants.csv", new Map([["plants.csv", "Code,Facility,Country,Colour\nA,North,DE,red\n"]]));
const options = { mapping: null, settings: [], least: 0.6, retrieved: "2026-01-01" };

it("proposes a mapping, and says what an import with it would say", async () => {
  const found = await inspectFiles(files, csvTables, options);
  expect(found).toMatchObject({ format: "csv", usable: false, dataset: null, counts: { assets: 1 } });
  expect(found.mapping).toEqual({ assets: { columns: { id: "Code", name: "Facility", states: "Country" } } });
  expect(found.columns.map(({ column, ours }) => [column, ours])).toEqual([
    ["Code", "id"],
    ["Facility", "name"],
    ["Country", "states"],
    ["Colour", null],
  ]);
  expect(found.issues.map(({ code, column }) => [code, column])).toContainEqual(["COLUMN_MISSING", "sector"]);
});

it("is usable once what is missing is set, and says what it would be called", async () => {
  const settings = ["sector=energy", "kind=power plant"];
  const found = await inspectFiles(files, csvTables, { ...options, settings, description: { licence: "CC0-1.0" } });
  expect(found).toMatchObject({ usable: true, dataset: { id: "plants", title: "plants.csv", version: "1" } });
});

it("takes the mapping that is given instead, and only proposals that are sure enough", async () => {
  const mapping = { assets: { columns: { id: "Facility" } } };
  expect((await inspectFiles(files, csvTables, { ...options, mapping })).mapping).toEqual(mapping);
  expect((await inspectFiles(files, csvTables, { ...options, least: 1 })).mapping).toEqual({});
});
