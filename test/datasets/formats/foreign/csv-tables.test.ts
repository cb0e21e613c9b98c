import { describe, expect, it } from "vitest";
import { csvTables, tableOf } from "../../../../datasets/formats/foreign/csv-tables.ts";
import { readDamaged, readFiles } from "../../../support/foreign-formats.ts";
import { asGrid, codesOf, told } from "../../../support/foreign-outcome.ts";

const files = new Map([
  ["places.csv", "Code;Longitude;Latitude\nA;10.1;53.5\nB;9.9;53.6\n"],
  ["lines.csv", "a,b,Note\nA,B,old\n"],
]);
const columns = { id: "Code", lon: "Longitude", lat: "Latitude" };
const options = { ...asGrid, mapping: { ...asGrid.mapping, assets: { ...asGrid.mapping?.assets, columns } } };

describe("CSV tables in any words", () => {
  it("are read by their names and columns, whatever parts their cells", async () => {
    const { dataset, issues } = await readFiles(csvTables, files, options);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dataset?.assets.map(({ id, lon, lat }) => [id, lon, lat])).toEqual([
      ["A", 10.1, 53.5],
      ["B", 9.9, 53.6],
    ]);
    expect(dataset?.connections).toMatchObject([{ a: "A", b: "B", extra: { x_Note: "old" } }]);
  });

  it("take a row of HXL tags for their columns", async () => {
    const text = "Kode,Bezeichnung\n#loc+code,#loc+name\nA,Nord\n";
    const { dataset } = await readFiles(csvTables, new Map([["assets.csv", text]]), asGrid);
    expect(dataset?.assets.map(({ id, name }) => [id, name])).toEqual([["A", "Nord"]]);
  });

  it("tell a row of another length with its line, and read the others", async () => {
    const outcome = await readFiles(
      csvTables,
      new Map([["places.csv", "Code,Longitude,Latitude\nA,10.1,53.5,7\nB,9.9\nC,9.9,53.6\n"]]),
      options,
    );
    expect(told(outcome, "CSV_ROW_LENGTH").map(({ file, row }) => [file, row])).toEqual([
      ["places.csv", 2],
      ["places.csv", 3],
    ]);
    expect(outcome.dataset).toBeNull();
    expect(outcome.counts.assets).toBe(1);
  });

  it.each([
    ["no rows at all", "", "FILE_EMPTY"],
    ["two columns of one name", "Code,Code\nA,B\n", "HEADER_REPEATED"],
    ["bytes that are no text", "Code\n\0\n", "FILE_BINARY"],
    ["a quote that is never closed", 'Code\n"A\n', "CSV_QUOTE_UNCLOSED"],
  ])("are refused with %s", async (_what, text, code) => {
    const outcome = await readFiles(csvTables, new Map([["places.csv", text]]), options);
    expect(outcome.dataset).toBeNull();
    expect(codesOf(outcome)).toContain(code);
  });

  it("refuses damaged files with a place and never breaks, 500 times", async () => {
    const { refused, unplaced } = await readDamaged(csvTables, files, 500, options);
    expect(unplaced).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });
});

describe("files in several encodings", () => {
  const latin1 = Buffer.from("Code,Longitude,Latitude\nM\u00fcnchen,11.6,48.1\n", "latin1");
  it("are refused where one is not UTF-8, with its name and row, whatever the others are", async () => {
    const mixed = new Map<string, string | Uint8Array>([
      ["a.csv", "Code,Longitude,Latitude\nKöln,7.0,50.9\n"],
      ["b.csv", latin1],
    ]);
    const outcome = await readFiles(csvTables, mixed, options);
    expect(outcome.dataset).toBeNull();
    expect(told(outcome, "FILE_NOT_UTF8")).toMatchObject([{ file: "b.csv", row: 2 }]);
  });

  it("are read where all are UTF-8, with a mark or without", async () => {
    const marked = new Map([
      ["a.csv", "\ufeffCode,Longitude,Latitude\nKöln,7.0,50.9\n"],
      ["b.csv", "Code,Longitude,Latitude\nMünchen,11.6,48.1\n"],
    ]);
    const { dataset } = await readFiles(csvTables, marked, options);
    expect(dataset?.assets.map(({ id }) => id)).toEqual(["Köln", "München"]);
  });
});

describe("tableOf", () => {
  it.each([
    ["x.csv", ["a", "b"], "connections"],
    ["x.csv", ["bus0", "bus1", "length"], "connections"],
    ["x.csv", ["provider", "dependent"], "dependencies"],
    ["x.csv", ["source", "target"], "dependencies"],
    ["pipes.csv", ["name"], "connections"],
    ["edges.csv", ["name"], "dependencies"],
    ["plants.csv", ["name", "source"], "assets"],
  ])("%s with %s holds %s", (path, header, table) => {
    expect(tableOf(path, header)).toBe(table);
  });
});
