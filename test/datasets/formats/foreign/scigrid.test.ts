import { describe, expect, it } from "vitest";
import { guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { scigrid } from "../../../../datasets/formats/foreign/scigrid.ts";
import { filesOf, readDamaged, readFiles } from "../../../support/foreign-formats.ts";
import { told } from "../../../support/foreign-outcome.ts";
import { rawMissing, rawRows, readRaw, wholeDataset } from "../../../support/raw-files.ts";

const header =
  "id,name,source_id,node_id,lat,long,country_code,is_bothDirection,length_km,Capacity_GWh_h,diameter_mm\n";
const files = new Map([
  [
    "gas.csv",
    `${header}P1,North pipe,"['S1', 'S2']","['N1', 'N2']","[53.5, 52.4]","[10.1, 16.9]","['DE', 'PL ']",1.0,612.5,1.5,900
P2,Sea pipe,['S3'],"['N2', 'N3']","[52.4, 54.0, 55.5]","[16.9, 16.0, 16.5]","['PL', 'XX']",0.0,200,,
P3,Ring,['S4'],"['N3', 'N3']","[55.5, 55.5]","[16.5, 16.5]","['XX', 'XX']",0.0,1,1,
P4,Valley,['S5'],"['N1', 'N4']","[53.6, 48.7]","[10.1, 19.1]","['DE', 'SI']",,10,0.5,
`,
  ],
]);
const options = { description: { licence: "CC-BY-4.0" } };

describe("SciGRID_gas", () => {
  it("reads nodes and segments", async () => {
    const { dataset, issues } = await readFiles(scigrid, files, options);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dataset?.assets.map(({ id, kind, lon, states: [at] }) => [id, kind, lon, at?.state])).toEqual([
      ["N1", "gas node", 10.1, "DE"],
      ["N2", "gas node", 16.9, "PL"],
      ["N3", "gas node", 16.5, "PL"],
      ["N4", "gas node", 19.1, "SK"],
    ]);
    expect(dataset?.connections).toMatchObject([
      { id: "P1", a: "N1", b: "N2", commodity: "gas", directed: false, capacity: 36, unit: "GWh/d", lengthKm: 612.5 },
      { id: "P2", a: "N2", b: "N3", directed: true, extra: { x_name: "Sea pipe", x_source_id: "S3" } },
      { id: "P4", a: "N1", b: "N4", capacity: 12 },
    ]);
    expect(dataset?.connections[1]?.capacity).toBeUndefined();
    expect(dataset?.connections[2]?.directed).toBeUndefined();
    expect(dataset?.connections[0]?.extra).toEqual({
      x_name: "North pipe",
      x_source_id: "S1|S2",
      x_diameter_mm: "900",
    });
  });

  it("tells what was taken for another, and what was left out", async () => {
    const outcome = await readFiles(scigrid, files, options);
    const texts = ["VALUE_REPAIRED", "ROWS_LEFT_OUT", "PART_NOT_READ"].flatMap((code) =>
      told(outcome, code).map(({ row, text }) => [row, text]),
    );
    expect(texts).toEqual([
      [2, "PL  is taken for PL: 1, the first here."],
      [3, "XX is no code of a State, and the place says which it is: 1, the first here."],
      [5, "Nodes that a later segment has elsewhere stay in their first place: 1, the first here."],
      [5, "SI is taken for SK, where the place lies: 1, the first here."],
      [3, "Nodes at sea are taken to be of the State of the nearest node on land: 1, the first here."],
      [4, "Segments from a node to itself are left out: 1, the first here."],
      [3, "Courses of segments are not read, only their ends: 1, the first here."],
    ]);
  });

  it.each([
    ['P,n,[],N1,"[1, 2]","[1, 2]","[\'DE\', \'DE\']",,,,', "node_id"],
    ["P,n,[],\"['a', 'b', 'c']\",\"[1, 2]\",\"[1, 2]\",\"['DE', 'DE']\",,,,", "node_id"],
    ['P,n,[],"[\'a\', 1]","[1, 2]","[1, 2]","[\'DE\', \'DE\']",,,,', "node_id"],
    ["P,n,[],\"['a', 'b']\",\"[1, x()]\",\"[1, 2]\",\"['DE', 'DE']\",,,,", "lat"],
    ["P,n,[],\"['a', 'b']\",\"[1, None]\",\"[1, 2]\",\"['DE', 'DE']\",,,,", "lat"],
    ["P,n,[],\"['a', 'b']\",\"[1, 2]\",\"[1, 2, 3]\",\"['DE', 'DE']\",,,,", "long"],
  ])("refuses %s", async (line, column) => {
    const outcome = await readFiles(scigrid, new Map([["gas.csv", `${header}${line}\n`]]), options);
    expect(told(outcome, "LITERAL_MALFORMED")).toMatchObject([{ file: "gas.csv", row: 2, column }]);
  });

  it("is known by its header", async () => {
    const [best] = await guessFormats(filesOf("upload", new Map([["LICENCE.txt", ""], ...files])));
    expect(best).toMatchObject({ format: { id: "scigrid" }, confidence: 0.95 });
  });

  it("refuses damaged files with a place and never breaks", async () => {
    const { refused, unplaced } = await readDamaged(scigrid, files, 500, options);
    expect(unplaced).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });

  it.skipIf(rawMissing("scigrid-gas") !== null)(
    "reads all of the European network",
    async () => {
      const outcome = await readRaw(scigrid, "scigrid-gas/gas_network_dataset.csv");
      const { assets, connections } = wholeDataset(outcome);
      expect([assets.length, connections.length]).toEqual([1604, 2136 - 1]);
      expect(Math.round(connections.reduce((sum, { lengthKm = 0 }) => sum + lengthKm, 0))).toBeCloseTo(88_089, -2);
      const stateOf = new Map(assets.map(({ id, states: [at] }) => [id, at?.state]));
      expect(new Set(stateOf.values()).size).toBe(36);
      const stated = (await rawRows("scigrid-gas/gas_network_dataset.csv")).map(({ id = "", country_code = "" }) => {
        const [from = "", to = ""] = [...country_code.matchAll(/'([^']*)'/gu)].map(([, code = ""]) => code);
        return { id, from, to };
      });
      // As the cells stand, 133 segments have two codes: "PL " is then another State than PL.
      expect(crossings(stated)).toEqual({ segments: 133, pairs: 60 });
      const trimmed = stated.map(({ id, from, to }) => ({ id, from: from.trim(), to: to.trim() }));
      expect(crossings(trimmed)).toEqual({ segments: 120, pairs: 57 });
      // By their places eight of these do not cross (XX off the German coast, NO on it, BE and RU for nodes of Belarus and Russia),
      // and seven others do (PL for a node of Ukraine, and XX and XX at both ends of pipes through the Baltic).
      const placed = connections.map(({ id, a, b }) => ({ id, from: stateOf.get(a) ?? "", to: stateOf.get(b) ?? "" }));
      expect(crossings(placed)).toEqual({ segments: 119, pairs: 59 });
      const idsOf = (lines: readonly Line[]): readonly string[] =>
        lines.filter(({ from, to }) => from !== to).map(({ id }) => id);
      const [before, after] = [idsOf(trimmed), idsOf(placed)];
      const changed = [...before.filter((id) => !after.includes(id)), ...after.filter((id) => !before.includes(id))];
      expect(changed.length).toBe(8 + 7);
      const codes = trimmed.filter(({ id }) => changed.includes(id)).map(({ from, to }) => [from, to].sort().join());
      expect(new Set(codes)).toEqual(new Set(["DE,XX", "DE,NO", "BE,BY", "RU,XX", "PL,PL", "XX,XX"]));
      const repaired = told(outcome, "VALUE_REPAIRED").map(({ text }) => text);
      expect(repaired).toContain("SI is taken for SK, where the place lies: 7, the first here.");
      expect(repaired).toContain("PL  is taken for PL: 2, the first here.");
      expect(connections.filter(({ directed }) => directed === false).length).toBe(45);
    },
    60_000,
  );
});

interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

function crossings(lines: readonly Line[]) {
  const crossing = lines.filter(({ from, to }) => from !== to);
  const pairs = new Set(crossing.map(({ from, to }) => [from, to].sort().join("-")));
  return { segments: crossing.length, pairs: pairs.size };
}
