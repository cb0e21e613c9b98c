import { describe, expect, it } from "vitest";
import type { Issue } from "../../../analyzer/index.ts";
import { readDataset } from "../../../datasets/formats/index.ts";
import { encode, filesOf, soundFolder } from "../../support/rows-as-files.ts";

const assets = "id,name,sector,kind,states,lon,lat,capacity,unit,source";
const dependencies = "provider,dependent,group,need,rule,loss,buffer_hours,share,lag_hours,source";
const sound = "P1,Plant,energy,power plant,XA,1,50,,,s\nS1,Station,energy,substation,XA,2,51,,,s";

const withAssets = (text: string | Uint8Array) => ({ ...soundFolder, "assets.csv": text });
const withDependencies = (rows: string) => ({ ...soundFolder, "dependencies.csv": `${dependencies}\n${rows}\n` });
const withConnections = (rows: string, moreAssets = "") => ({
  ...soundFolder,
  "assets.csv": `${assets}\n${sound}\n${moreAssets}`,
  "connections.csv": `a,b,commodity,source\n${rows}\n`,
});

type Place = Pick<Issue, "code" | "file" | "row" | "column">;
const at = (code: string, file: string | null, row: number | null, column: string | null): Place => ({
  code,
  file,
  row,
  column,
});

/** What is wrong, the files, and the one error that must be told. */
const cases: readonly (readonly [string, Record<string, string | Uint8Array>, Place])[] = [
  [
    "unknown column",
    withAssets(`${assets},colour\nP1,Plant,energy,power plant,XA,1,50,,,s,red\nS1,S,energy,substation,XA,,,,,s,blue\n`),
    at("COLUMN_UNKNOWN", "assets.csv", 1, "colour"),
  ],
  [
    "header __proto__",
    withAssets(`${assets},__proto__\nP1,P,energy,power plant,XA,,,,,s,x\nS1,S,energy,substation,XA,,,,,s,x\n`),
    at("COLUMN_UNKNOWN", "assets.csv", 1, "__proto__"),
  ],
  [
    "header constructor",
    withAssets(`${assets},constructor\nP1,P,energy,power plant,XA,,,,,s,x\nS1,S,energy,substation,XA,,,,,s,x\n`),
    at("COLUMN_UNKNOWN", "assets.csv", 1, "constructor"),
  ],
  [
    "header twice",
    withAssets(`${assets},lat\nP1,P,energy,power plant,XA,,,,,s,\nS1,S,energy,substation,XA,,,,,s,\n`),
    at("HEADER_REPEATED", "assets.csv", 1, "lat"),
  ],
  [
    "required column not there",
    withAssets("id,name,sector,states,source\nP1,P,energy,XA,s\nS1,S,energy,XA,s\n"),
    at("COLUMN_MISSING", "assets.csv", 1, "kind"),
  ],
  [
    "missing required value",
    withAssets(`${assets}\nP1,,energy,power plant,XA,,,,,s\nS1,S,energy,substation,XA,,,,,s\n`),
    at("VALUE_MISSING", "assets.csv", 2, "name"),
  ],
  [
    "missing id",
    withAssets(`${assets}\n${sound}\n,S,energy,substation,XA,,,,,s\n`),
    at("VALUE_MISSING", "assets.csv", 4, "id"),
  ],
  ["unknown id", withDependencies("P1,S2,,,,,,,,s"), at("REFERENCE_UNKNOWN", "dependencies.csv", 2, "dependent")],
  [
    "duplicate id",
    withAssets(`${assets}\n${sound}\nP1,Again,energy,power plant,XA,,,,,s\n`),
    at("ID_DUPLICATE", "assets.csv", 4, "id"),
  ],
  [
    "negative number",
    withAssets(`${assets}\n${sound}\nS2,S,energy,substation,XA,,,-5,MW,s\n`),
    at("VALUE_OUT_OF_RANGE", "assets.csv", 4, "capacity"),
  ],
  [
    "number that is not finite",
    withAssets(`${assets}\n${sound}\nS2,S,energy,substation,XA,,,1e999,MW,s\n`),
    at("VALUE_OUT_OF_RANGE", "assets.csv", 4, "capacity"),
  ],
  ...["NaN", "Infinity", "0x10", "1 200", '"1,5"', "١٢"].map(
    (text) =>
      [
        `number ${text}`,
        withAssets(`${assets}\n${sound}\nS2,S,energy,substation,XA,,,${text},MW,s\n`),
        at("CELL_NOT_NUMBER", "assets.csv", 4, "capacity"),
      ] as const,
  ),
  [
    "latitude 95",
    withAssets(`${assets}\nP1,Plant,energy,power plant,XA,1,95,,,s\nS1,S,energy,substation,XA,,,,,s\n`),
    at("VALUE_OUT_OF_RANGE", "assets.csv", 2, "lat"),
  ],
  [
    "longitude without latitude",
    withAssets(`${assets}\nP1,Plant,energy,power plant,XA,1,,,,s\nS1,S,energy,substation,XA,,,,,s\n`),
    at("PLACE_HALF", "assets.csv", 2, "lat"),
  ],
  [
    "shares of States that do not sum to 1",
    withAssets(`${assets}\n${sound}\nS2,S,energy,substation,XA:0.5|XB:0.4,,,,,s\n`),
    at("STATE_SHARES_SUM", "assets.csv", 4, "states"),
  ],
  [
    "shares for some States only",
    withAssets(`${assets}\n${sound}\nS2,S,energy,substation,XA:0.5|XB,,,,,s\n`),
    at("CELL_NOT_STATES", "assets.csv", 4, "states"),
  ],
  [
    "user-assigned State without a name",
    withAssets(`${assets}\n${sound}\nS2,S,energy,substation,XQ,,,,,s\n`),
    at("STATE_UNNAMED", "assets.csv", 4, "states"),
  ],
  [
    "State that does not exist",
    withAssets(`${assets}\n${sound}\nS2,S,energy,substation,AB,,,,,s\n`),
    at("STATE_UNKNOWN", "assets.csv", 4, "states"),
  ],
  [
    "unknown sector",
    withAssets(`${assets}\n${sound}\nS2,S,enrgy,substation,XA,,,,,s\n`),
    at("SECTOR_UNKNOWN", "assets.csv", 4, "sector"),
  ],
  [
    "group columns that disagree",
    withDependencies("P1,S1,power,,,,4,,,s\nP1,S1,power,,,,5,,,s"),
    at("GROUP_COLUMNS_DISAGREE", "dependencies.csv", 3, "buffer_hours"),
  ],
  [
    "k larger than n",
    withDependencies("P1,S1,power,2,,,,,,s"),
    at("GROUP_NEED_UNREACHABLE", "dependencies.csv", 2, "need"),
  ],
  ["need 0", withDependencies("P1,S1,power,0,,,,,,s"), at("VALUE_OUT_OF_RANGE", "dependencies.csv", 2, "need")],
  ["share 0", withDependencies("P1,S1,power,,,,,0,,s"), at("VALUE_OUT_OF_RANGE", "dependencies.csv", 2, "share")],
  [
    "unknown rule",
    withDependencies("P1,S1,power,,some,,,,,s"),
    at("VALUE_NOT_A_CHOICE", "dependencies.csv", 2, "rule"),
  ],
  ["self-dependency", withDependencies("P1,P1,,,,,,,,s"), at("DEPENDENCY_ON_SELF", "dependencies.csv", 2, "provider")],
  [
    "provider @nothing",
    withDependencies("@nothing,S1,,,,,,,,s"),
    at("COMMODITY_UNKNOWN", "dependencies.csv", 2, "provider"),
  ],
  ["provider @", withDependencies("@,S1,,,,,,,,s"), at("COMMODITY_UNKNOWN", "dependencies.csv", 2, "provider")],
  [
    "network of an asset outside it",
    withDependencies("@electricity,S1,,,,,,,,s"),
    at("NETWORK_NOT_CONNECTED", "dependencies.csv", 2, "provider"),
  ],
  [
    "connection to an asset that does not exist",
    withConnections("P1,S9,electricity,s"),
    at("REFERENCE_UNKNOWN", "connections.csv", 2, "b"),
  ],
  ["connection to itself", withConnections("P1,P1,electricity,s"), at("CONNECTION_TO_SELF", "connections.csv", 2, "b")],
  ["unknown commodity", withConnections("P1,S1,steam,s"), at("COMMODITY_UNKNOWN", "connections.csv", 2, "commodity")],
  [
    "unclosed quote",
    withAssets(`${assets}\n${sound}\nS2,"S,energy,substation,XA,,,,,s\nS3,S,energy,substation,XA,,,,,s\n`),
    at("CSV_QUOTE_UNCLOSED", "assets.csv", 4, null),
  ],
  [
    "quote inside a cell",
    withAssets(`${assets}\n${sound}\nS2,The "S",energy,substation,XA,,,,,s\n`),
    at("CSV_QUOTE_MISPLACED", "assets.csv", 4, null),
  ],
  [
    "row that is too long",
    withAssets(`${assets}\n${sound}\nS2,S,energy,substation,XA,,,,,s,and more\n`),
    at("CSV_ROW_LENGTH", "assets.csv", 4, null),
  ],
  [
    "row that is too short",
    withAssets(`${assets}\n${sound}\nS2,S,energy,substation\n`),
    at("CSV_ROW_LENGTH", "assets.csv", 4, null),
  ],
  [
    "binary file",
    withAssets(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
    at("FILE_BINARY", "assets.csv", 3, null),
  ],
  ["NUL in a cell", withAssets(`${assets}\n${sound}\nS2,\0,energy\n`), at("FILE_BINARY", "assets.csv", 4, null)],
  ["empty file", withAssets(""), at("FILE_EMPTY", "assets.csv", null, null)],
  ["blank file", withAssets("\n\n"), at("FILE_EMPTY", "assets.csv", null, null)],
  ["UTF-16 with a mark", withAssets(utf16(`\ufeff${assets}\n`)), at("FILE_UTF16", "assets.csv", 1, null)],
  ["UTF-16 without a mark", withAssets(utf16(`${assets}\n`)), at("FILE_UTF16", "assets.csv", 1, null)],
  [
    "Latin-1",
    withAssets(Uint8Array.from([...encode(`${assets}\n${sound}\nS2,Caf`), 0xe9, ...encode(",energy\n")])),
    at("FILE_NOT_UTF8", "assets.csv", 4, null),
  ],
  ["no dataset.json", { "assets.csv": soundFolder["assets.csv"] ?? "" }, at("FILE_KIND_UNKNOWN", "test", null, null)],
  ["no assets", { "dataset.json": soundFolder["dataset.json"] ?? "" }, at("FILE_MISSING", "assets.csv", null, null)],
  [
    "bundle nested 10,000 deep",
    { "bundle.json": `{"assets":${"[".repeat(10_000)}${"]".repeat(10_000)}}` },
    at("JSON_TOO_DEEP", "bundle.json", 1, null),
  ],
  [
    "bundle that is no JSON",
    { "bundle.json": '{\n"dataset": {},\n"assets": [1 2]\n}' },
    at("JSON_MALFORMED", "bundle.json", 3, null),
  ],
  [
    "key twice",
    { "bundle.json": '{\n"dataset": {},\n"assets": [],\n"assets": []\n}' },
    at("JSON_KEY_REPEATED", "bundle.json", 4, "assets"),
  ],
  [
    "no licence",
    {
      ...soundFolder,
      "dataset.json": (soundFolder["dataset.json"] ?? "").replace('"CC0-1.0","sources"', '"","sources"'),
    },
    at("LICENCE_MISSING", "dataset.json", null, "licence"),
  ],
  [
    "no source",
    {
      ...soundFolder,
      "dataset.json": (soundFolder["dataset.json"] ?? "").replace(/"sources":\[.*?\]/, '"sources":[]'),
    },
    at("SOURCE_MISSING", "dataset.json", null, "sources"),
  ],
  [
    "transfer limit below 0",
    {
      ...soundFolder,
      "dataset.json": (soundFolder["dataset.json"] ?? "").replace(
        /\}$/,
        ',"networks":{"electricity":{"balance":"zones","transferLimits":[{"from":"XA","to":"XB","capacity":-1}]}}}',
      ),
    },
    at("FIELD_OUT_OF_RANGE", "dataset.json", null, "networks.electricity.transferLimits.0.capacity"),
  ],
];

function utf16(text: string): Uint8Array {
  return Uint8Array.from(
    Array.from(text).flatMap((character) => [character.charCodeAt(0) & 0xff, character.charCodeAt(0) >> 8]),
  );
}

describe("bad input", () => {
  it.each(cases)("%s", async (_what, files, expected) => {
    const { dataset, issues } = await readDataset(filesOf(files));
    const errors = issues.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, file, row, column }) => ({ code, file, row, column }))).toEqual([expected]);
    expect(errors[0]?.text).toMatch(/\S.{10}/);
    expect(dataset).toBeNull();
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototypeNames);
  });

  it("tells nothing of what is sound", async () => {
    const { dataset, issues, counts } = await readDataset(filesOf(soundFolder));
    expect(issues).toEqual([]);
    expect(dataset?.dependencies[0]?.id).toBe("P1>S1");
    expect(counts).toEqual({ assets: 2, dependencies: 1, connections: 0, states: 1, sectors: 1 });
  });

  it("names both rows where group columns disagree", async () => {
    const files = withDependencies("P1,S1,power,,,,4,,,s\nP1,S1,power,,,,5,,,s");
    const { issues } = await readDataset(filesOf(files));
    expect(issues.find(({ code }) => code === "GROUP_COLUMNS_DISAGREE")?.text).toContain("row 2 of dependencies.csv");
  });
});

const prototypeNames = Object.getOwnPropertyNames(Object.prototype);
