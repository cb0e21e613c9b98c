import { describe, expect, it } from "vitest";
import { neo4jCsv } from "../../../../datasets/formats/foreign/neo4j-csv.ts";
import { guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { filesOf, readDamaged, readFiles, roundTrip } from "../../../support/foreign-formats.ts";
import { asGrid, codesOf, told } from "../../../support/foreign-outcome.ts";
import { oddDataset } from "../../../support/odd-dataset.ts";

const files = new Map([
  [
    "plants.csv",
    `plantId:ID(Plant);name;capacity:double;place:point{crs:WGS-84};fuels:string[];built:int;secret:IGNORE;:LABEL
1;"North; old";1400.50;{latitude: 53.5, longitude: 10.1};coal;1970;x;Plant
2;South;;{x: 11.5, y: 48.1};gas;;x;Plant;Old
`
      .replace("Plant;Old", '"Plant;Old"')
      .replace(";coal;", ';"coal;peat";'),
  ],
  ["towns.csv", "key:ID(Town),id,:LABEL\n1,town-1,Town\n"],
  [
    "feeds.csv",
    ":START_ID(Plant),:END_ID(Town),:TYPE,since:int\n1,1,FEEDS,1980\n2,1,FEEDS,\n1,1,DEPENDS_ON,\n2,1,POWER_LINE,\n",
  ],
]);

describe("Neo4j CSV", () => {
  it("reads nodes of several spaces, with the types of their columns", async () => {
    const { dataset, issues } = await readFiles(neo4jCsv, files, asGrid);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dataset?.assets).toMatchObject([
      { id: "1", name: "North; old", capacity: 1400.5, lon: 10.1, lat: 53.5, extra: { x_fuels: "coal|peat" } },
      { id: "2", name: "South", lon: 11.5, lat: 48.1, extra: { x_label: "Plant|Old" } },
      { id: "Town 1", extra: { x_stated_id: "town-1", x_label: "Town" } },
    ]);
    expect(dataset?.assets[0]?.extra).toEqual({ x_fuels: "coal|peat", x_built: "1970", x_label: "Plant" });
  });

  it("reads relationships by their type and says what others are taken for", async () => {
    const outcome = await readFiles(neo4jCsv, files, asGrid);
    expect(outcome.dataset?.dependencies.map(({ provider, dependent, extra }) => [provider, dependent, extra])).toEqual(
      expect.arrayContaining([
        ["1", "Town 1", { x_since: "1980", x_type: "FEEDS" }],
        ["2", "Town 1", { x_type: "FEEDS" }],
        ["Town 1", "1", undefined],
      ]),
    );
    expect(outcome.dataset?.connections).toMatchObject([{ a: "2", b: "Town 1", extra: { x_type: "POWER_LINE" } }]);
    expect(told(outcome, "VALUE_REPAIRED").map(({ row, text }) => [row, text])).toEqual([
      [2, "Relationships FEEDS are taken for dependencies of their end on their start: 2, the first here."],
      [5, "Relationships POWER_LINE are taken for connections: 1, the first here."],
    ]);
  });

  it.each([
    ["a header without roles", "a,b\n1,2\n", "COLUMN_MISSING", 1],
    ["two ids", "a:ID,b:ID\n1,2\n", "HEADER_REPEATED", 1],
    ["a property twice", ":ID,a:int,a\n1,2,3\n", "HEADER_REPEATED", 1],
    ["a column without a name", ":ID,\n1,2\n", "HEADER_EMPTY", 1],
    ["no number", ":ID,a:double\n1,2\n2,many\n", "CELL_NOT_NUMBER", 3],
    ["no point", ":ID,a:point\n1,here\n", "LITERAL_MALFORMED", 2],
    ["a row too short", ":ID,a\n1\n", "CSV_ROW_LENGTH", 2],
    ["no header", "", "FILE_EMPTY", null],
    ["an id twice", ":ID,capacity:int\n1,2\n1,3\n", "ID_DUPLICATE", 3],
  ])("refuses %s", async (_, text, code, row) => {
    const outcome = await readFiles(neo4jCsv, new Map([["nodes.csv", text]]), asGrid);
    expect(outcome.dataset).toBeNull();
    expect(codesOf(outcome)).toContain(code);
    expect(told(outcome, code)).toMatchObject([
      { row, file: code === "ID_DUPLICATE" ? "nodes.csv#/assets" : "nodes.csv" },
    ]);
  });

  it("is known by the headers", async () => {
    expect((await guessFormats(filesOf("upload", files)))[0]).toMatchObject({
      format: { id: "neo4j-csv" },
      confidence: 0.97,
    });
    const alone = new Map([["nodes.csv", "id:ID,name\n1,a\n"]]);
    expect((await guessFormats(filesOf("upload", alone)))[0]).toMatchObject({
      format: { id: "neo4j-csv" },
      confidence: 0.9,
    });
  });

  it("refuses damaged files with a place and never breaks", async () => {
    const { refused, unplaced } = await readDamaged(neo4jCsv, files, 500, asGrid);
    expect(unplaced).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });
});

describe("Neo4j CSV of ours", () => {
  it("keeps odd text", async () => {
    const { written, outcome } = await roundTrip(neo4jCsv, oddDataset());
    expect(written.lost).toEqual([]);
    expect(outcome.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(outcome.dataset).toEqual(oddDataset());
  });

  it("has typed columns, and networks as nodes that dependents lead to", async () => {
    const { written } = await roundTrip(neo4jCsv, oddDataset());
    const [nodes, relationships] = [...written.files.values()].map(String);
    expect(nodes?.split("\n", 1)[0]).toContain("id:ID(Asset),:LABEL,name,");
    expect(nodes?.split("\n", 1)[0]).toMatch(/capacity:double.*black_start:boolean.*assumed:string\[\]/u);
    expect(nodes).toContain("\n@electricity,Network,Network of electricity");
    expect(relationships).toContain("\nA2,@electricity,DEPENDS_ON,'@electricity>A2");
  });
});
