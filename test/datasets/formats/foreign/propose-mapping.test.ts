import { describe, expect, it } from "vitest";
import { mappingOf, proposeColumns } from "../../../../datasets/formats/foreign/propose-mapping.ts";

const found = (...names: readonly string[]) => [
  { table: "assets" as const, file: "f.csv", rows: 1, columns: names.map((name) => ({ name, fillings: [] })) },
];
const proposed = (...names: readonly string[]) =>
  proposeColumns(found(...names)).map(({ column, ours, confidence }) => [column, ours, confidence]);

describe("what columns may fill", () => {
  it("is sure of the same name, less of a usual word, least of a name that holds one", () => {
    expect(proposed("id", "People Served", "Longitude", "Plant country code", "Colour")).toEqual([
      ["id", "id", 1],
      ["People Served", "people_served", 0.9],
      ["Longitude", "lon", 0.9],
      ["Plant country code", "states", 0.6],
      ["Colour", null, 0],
    ]);
  });

  it("is each of ours once, by the surest", () => {
    expect(proposed("Label", "name", "Title")).toEqual([
      ["Label", null, 0],
      ["name", "name", 1],
      ["Title", null, 0],
    ]);
  });

  it("is nothing for names of the language itself, and for none", () => {
    expect(proposed("__proto__", "constructor", "", "()")).toEqual([
      ["__proto__", null, 0],
      ["constructor", null, 0],
      ["", null, 0],
      ["()", null, 0],
    ]);
  });
});

it("comes to a mapping of those sure enough, without those called as ours", () => {
  const proposals = proposeColumns(found("id", "Longitude", "Plant country code"));
  expect(mappingOf(proposals, 0.6)).toEqual({
    assets: { columns: { lon: "Longitude", states: "Plant country code" } },
  });
  expect(mappingOf(proposals, 0.9)).toEqual({ assets: { columns: { lon: "Longitude" } } });
  expect(mappingOf(proposals, 1)).toEqual({});
});
