import { describe, expect, it } from "vitest";
import { readGas } from "../../../../../datasets/recipes/open-region/sources/gas.ts";
import { statesAt } from "../../../../../datasets/states.ts";
import { onRawData } from "../raw-folder.ts";
import { plainRows, readFolder, readFrom, refusal } from "../small-region.ts";

const file = "gas.csv";
const header = "id,node_id,lat,long,country_code,is_bothDirection,Capacity_GWh_h\n";
const segment = (nodes: string, lat: string, lon: string, codes: string, rest: string): string =>
  `P,"${nodes}","${lat}","${lon}","${codes}",${rest}\n`;

describe("pipes of SciGRID_gas", () => {
  it("have their two ends, their capacity and the flag of both ways", async () => {
    const text = `${header}${segment("['N1', 'N2', 'N3']", "[48.2, 48.0, 47.1]", "[16.4, 16.0, 15.4]", "['AT', 'AT', 'AT']", "1.0,12.5")}${segment("['N3', 'N4']", "[47.1, 46.05]", "[15.4, 14.5]", "['AT', 'SI']", "0.0,")}`;
    const { value, files } = await readFrom({ [file]: text }, (raw) => readGas(raw, file));
    expect([...value.nodes.values()]).toEqual([
      { id: "N1", state: "AT", lon: 16.4, lat: 48.2 },
      { id: "N3", state: "AT", lon: 15.4, lat: 47.1 },
      { id: "N4", state: "SI", lon: 14.5, lat: 46.05 },
    ]);
    expect(value.segments).toMatchObject([
      { a: "N1", b: "N3", gwhPerHour: 12.5, isBothWays: true },
      { a: "N3", b: "N4", gwhPerHour: null, isBothWays: false },
    ]);
    expect(files[0]).toMatchObject({ rowsIn: 2, rowsUsed: 2 });
  });

  it("take the State from the place, and from the row only where the place is in none", async () => {
    // Slovakia written as Slovenia; padded, in the Baltic; UK at sea; of nobody on the high seas.
    const text = `${header}${segment("['A', 'B']", "[48.7, 55.5]", "[19.1, 18.0]", "['SI', 'PL ']", "0,1")}${segment("['C', 'D']", "[57.0, 60.0]", "[2.0, -20.0]", "['UK', 'XX']", "0,1")}`;
    const { value } = await readFrom({ [file]: text }, (raw) => readGas(raw, file));
    expect([...value.nodes.values()].map(({ id, state }) => [id, state])).toEqual([
      ["A", "SK"],
      ["B", "PL"],
      ["C", "GB"],
      ["D", ""],
    ]);
  });

  it.each([
    ["a call in place of a list", segment("open()", "[1, 2]", "[1, 2]", "['AT', 'AT']", "0,1"), "node_id"],
    ["a list of one node", segment("['A']", "[1, 2]", "[1, 2]", "['AT', 'AT']", "0,1"), "node_id"],
    ["a latitude in words", segment("['A', 'B']", "['x', 'y']", "[1, 2]", "['AT', 'AT']", "0,1"), "node_id"],
    ["a capacity in words", segment("['A', 'B']", "[1, 2]", "[1, 2]", "['AT', 'AT']", "0,much"), "Capacity_GWh_h"],
  ])("are refused with %s", async (_, row, column) => {
    expect(await refusal({ [file]: header + row }, (raw) => readGas(raw, file))).toMatchObject({
      code: "RECIPE_VALUE_UNKNOWN",
      message: expect.stringContaining(`row 2, ${column}`),
    });
  });

  onRawData("of Europe are 2,136 segments between 1,604 nodes, those of Slovakia not in Slovenia", async () => {
    const raw = "scigrid-gas/gas_network_dataset.csv";
    const rows = await plainRows(raw);
    const words = (text = ""): string[] => [...text.matchAll(/'([^']*)'/gu)].map(([, word = ""]) => word);
    const stated = new Map<string, Set<string>>();
    for (const row of rows) {
      const [nodes, codes] = [words(row["node_id"]), words(row["country_code"])];
      for (const at of [0, -1]) {
        const id = nodes.at(at) ?? "";
        stated.set(id, (stated.get(id) ?? new Set()).add((codes.at(at) ?? "").trim()));
      }
    }
    expect([rows.length, stated.size]).toEqual([2136, 1604]);
    const { value } = await readFolder((folder) => readGas(folder, raw));
    expect(value.segments).toHaveLength(2136);
    expect([...value.nodes.keys()].sort()).toEqual([...stated.keys()].sort());
    const total = (list: readonly (number | null)[]): number =>
      list.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    expect(total(value.segments.map(({ gwhPerHour }) => gwhPerHour))).toBeCloseTo(
      total(rows.map((row) => Number(row["Capacity_GWh_h"]))),
      6,
    );
    // Slovenia ends south of 47 degrees.
    const slovak = [...value.nodes.values()].filter(({ id, lat }) => stated.get(id)?.has("SI") === true && lat > 47);
    expect(slovak.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => "SK"));
    // Where a row says XX, a node is in the State of its place, or in none.
    const unknown = [...value.nodes.values()].filter(({ id }) => stated.get(id)?.has("XX") === true);
    expect(unknown).toHaveLength(14);
    for (const { id, state, lon, lat } of unknown) expect(state, id).toBe(statesAt(lon, lat)[0] ?? "");
  });
});
