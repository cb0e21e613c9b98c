import { describe, expect, it } from "vitest";
import { compareIds } from "../../../../analyzer/index.ts";
import { gridkit } from "../../../../datasets/formats/foreign/gridkit.ts";
import { guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { filesOf, readDamaged, readFiles } from "../../../support/foreign-formats.ts";
import { told } from "../../../support/foreign-outcome.ts";
import { rawMissing, rawText, readRaw, wholeDataset } from "../../../support/raw-files.ts";

const files = new Map([
  [
    "buses.csv",
    `bus_id,station_id,voltage,dc,symbol,under_construction,tags,x,y
1,10,380,f,Substation,f,'"TSO"=>"Net ""North""", "country"=>"DE", "capacity"=>"-1", "oid"=>"7"',10.1,53.5
2,11,220,f,Substation,f,'"TSO"=>"", "country"=>"UK"',-1.5,52.5
3,12,132,f,Substation,f,'"country"=>"PA"',34.51,31.54
4,,380,f,joint,,'',7.2,54.9
5,13,380,f,Substation,t,'"country"=>"DE"',10.2,53.6
6,14,,t,Converter Station,f,'"country"=>"NO"',7.1,58.3
`.replace('""North""', '\\"North\\"'),
  ],
  [
    "lines.csv",
    `line_id,bus0,bus1,voltage,circuits,length,underground,under_construction,tags,geometry
7,1,4,380,2,60809.5,False,False,'"MW"=>"None", "EIC_code"=>"10T-X"','LINESTRING(10.1 53.5,7.2 54.9)'
8,1,2,380,1,10,False,True,,'LINESTRING(10.1 53.5,-1.5 52.5)'
9,1,5,380,1,10,False,False,,''
`,
  ],
  [
    "links.csv",
    'link_id,bus0,bus1,length,underground,under_construction,tags,geometry\n7,4,6,500000,f,f,\'"MW"=>"1400"\',\n8,1,1,0,f,f,,\n',
  ],
  ["transformers.csv", "transformer_id,bus0,bus1\n1,1,2\n"],
  ["converters.csv", "converter_id,bus0,bus1\n1,1,6\n1,2,6\n"],
  [
    "generators.csv",
    `generator_id,bus_id,technology,capacity,tags,geometry
1,1,Nuclear,1400,'"name"=>"North", "country"=>"DE", "under_construction"=>"0"',POINT(10.0 53.4)
2,5,Hydro pure storage,-1,'"country"=>"DE", "under_construction"=>"0"',POINT(10 53)
3,1,Wind farm,,'"country"=>"DE", "under_construction"=>"1"',POINT(10 53)
4,1,Phase shifter,0,'"country"=>"DE"',
`,
  ],
]);
const options = { description: { licence: "CC-BY-4.0" } };

describe("GridKit", () => {
  it("reads buses and generators", async () => {
    const { dataset, issues } = await readFiles(gridkit, files, options);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dataset?.assets.map(({ id, kind, states: [at] }) => [id, kind, at?.state])).toEqual([
      ["bus-1", "substation", "DE"],
      ["bus-2", "substation", "GB"],
      ["bus-3", "substation", "PS"],
      ["bus-4", "junction", "DE"],
      ["bus-6", "converter station", "NO"],
      ["generator-1", "nuclear power plant", "DE"],
      ["generator-2", "hydro power plant", "DE"],
      ["generator-4", "substation", "DE"],
    ]);
    expect(dataset?.assets[0]).toMatchObject({
      operator: 'Net "North"',
      lon: 10.1,
      extra: { x_voltage_kv: "380", x_station_id: "10", x_dc: "f", x_symbol: "Substation", x_oid: "7" },
    });
    expect(dataset?.assets[3]?.assumed).toEqual(["states", "name"]);
    expect(dataset?.assets[5]).toMatchObject({ name: "North", lon: 10, lat: 53.4, capacity: 1400, unit: "MW" });
    expect(dataset?.assets.slice(5).map(({ produces }) => produces?.[0]?.amount ?? produces?.length ?? null)).toEqual([
      1400,
      1,
      null,
    ]);
  });

  it("reads lines, links, transformers and converters", async () => {
    const { dataset } = await readFiles(gridkit, files, options);
    const rows = dataset?.connections.map(({ id, a, b, lengthKm, capacity }) => [id, a, b, lengthKm, capacity]);
    expect(rows).toEqual([
      ["converter-1", "bus-1", "bus-6", undefined, undefined],
      ["further converter-1", "bus-2", "bus-6", undefined, undefined],
      ["generator-1-bus", "generator-1", "bus-1", undefined, undefined],
      ["generator-4-bus", "generator-4", "bus-1", undefined, undefined],
      ["line-7", "bus-1", "bus-4", 60.8095, undefined],
      ["link-7", "bus-4", "bus-6", 500, 1400],
      ["transformer-1", "bus-1", "bus-2", undefined, undefined],
    ]);
    expect(dataset?.connections[4]?.extra).toEqual({
      x_EIC_code: "10T-X",
      x_circuits: "2",
      x_underground: "False",
      x_voltage_kv: "380",
    });
  });

  it("tells once what is left out and what is taken for another", async () => {
    const outcome = await readFiles(gridkit, files, options);
    const texts = ["VALUE_REPAIRED", "ROWS_LEFT_OUT", "PART_NOT_READ"].flatMap((code) =>
      told(outcome, code).map(({ file, row, text }) => `${file}:${row}: ${text}`),
    );
    expect(texts).toEqual([
      "buses.csv:3: UK is taken for GB: 1, the first here.",
      "buses.csv:4: PA is taken for PS: 1, the first here.",
      "buses.csv:5: Buses at sea are taken to be of the State of the nearest bus on land: 1, the first here.",
      "buses.csv:6: Buses under construction are left out: 1, the first here.",
      "lines.csv:3: Connections under construction are left out: 1, the first here.",
      "lines.csv:4: Connections to buses under construction are left out: 1, the first here.",
      "links.csv:3: Connections from a bus to itself are left out: 1, the first here.",
      "generators.csv#/connections:3: Generators stand alone whose bus is under construction: 1, the first here.",
      "generators.csv:4: Generators under construction are left out: 1, the first here.",
      "lines.csv:2: Courses of connections are not read, only their ends: 1, the first here.",
    ]);
  });

  it("says which tags cannot be read, and which bus there is twice", async () => {
    const header = "bus_id,station_id,voltage,x,y,tags\n";
    const outcome = await readFiles(
      gridkit,
      new Map([["buses.csv", `${header}1,1,380,10,50,"x"=>1\n1,1,380,10,50,\n`]]),
      options,
    );
    expect(told(outcome, "LITERAL_MALFORMED")).toMatchObject([{ file: "buses.csv", row: 2, column: "tags" }]);
    expect(told(outcome, "VALUE_MISSING")).toMatchObject([{ file: "buses.csv", row: 3, column: "bus_id" }]);
  });

  it("is known by its files", async () => {
    const [best] = await guessFormats(filesOf("upload", files));
    expect(best).toMatchObject({ format: { id: "gridkit" }, confidence: 0.97 });
  });

  it("refuses damaged files with a place and never breaks", async () => {
    const { refused, unplaced } = await readDamaged(gridkit, files, 500, options);
    expect(unplaced).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });

  it.skipIf(rawMissing("entsoe-gridkit") !== null)(
    "reads all of the map extract of March 2022",
    async () => {
      const outcome = await readRaw(gridkit, "entsoe-gridkit");
      const { assets, connections } = wholeDataset(outcome);
      const leftOut = told(outcome, "ROWS_LEFT_OUT").map(({ file, text }) => [
        file,
        Number(/: (\d+),/u.exec(text)?.[1]),
      ]);
      const [buses, lines, links, transformers, generators] = [8807, 11_151, 62, 1039, 2582];
      expect(leftOut).toEqual([
        ["buses.csv", 255],
        ["lines.csv", 1066],
        ["lines.csv", 149],
        ["links.csv", 1],
        ["links.csv", 5],
        ["links.csv", 1],
        ["transformers.csv", 22],
        ["generators.csv", 144],
        ["generators.csv#/connections", 104],
      ]);
      expect(assets.filter(({ id }) => id.startsWith("bus-")).length).toBe(buses - 255);
      expect(assets.filter(({ id }) => id.startsWith("generator-")).length).toBe(generators - 144);
      const count = (of: string): number => connections.filter(({ id }) => id.startsWith(of)).length;
      expect([count("line-"), count("transformer-")]).toEqual([lines - 1066 - 149, transformers - 22]);
      expect([links - count("link-"), count("generator-")]).toEqual([7, generators - 144 - 104]);
      expect(told(outcome, "VALUE_REPAIRED").map(({ text }) => text)).toContain(
        "UK is taken for GB: 346, the first here.",
      );
      expect(told(outcome, "FILE_NOT_USED").map(({ file }) => file)).toEqual(["SOURCE.md", "UPSTREAM-README.md"]);
      const stateOf = new Map(assets.map(({ id, states: [at] }) => [id, at?.state ?? ""]));
      expect(new Set(stateOf.values()).size).toBe(58);
      const [, ...raw] = (await rawText("entsoe-gridkit/buses.csv")).trim().split("\n");
      const codes = raw.flatMap((line) => /"country"=>"([A-Z]+)"/u.exec(line)?.[1] ?? []);
      expect([raw.length, codes.length, new Set(codes).size]).toEqual([8807, 7021, 58]);
      // Over lines alone 94 pairs, as joints have the State of their place. Links across the sea and converters on a border add 14.
      const pairsOver = (over: RegExp): ReadonlySet<string> => {
        const ends = connections
          .filter(({ id }) => over.test(id))
          .map(({ a, b }) => [stateOf.get(a) ?? "", stateOf.get(b) ?? ""]);
        return new Set(ends.filter(([from, to]) => from !== to).map((pair) => pair.toSorted(compareIds).join("-")));
      };
      const pairs = pairsOver(/./u);
      expect([pairsOver(/^(further )?line/u).size, pairs.size]).toEqual([94, 108]);
      expect(["BE-GB", "HU-SI"].filter((pair) => pairs.has(pair))).toEqual([]);
      expect(["FR-GB", "FR-IT", "DE-PL", "NL-NO", "ES-MA"].filter((pair) => !pairs.has(pair))).toEqual([]);
    },
    60_000,
  );
});
