import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { matpower } from "../../../../datasets/formats/foreign/matpower.ts";
import { guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { filesOf, readDamaged, readFiles } from "../../../support/foreign-formats.ts";
import { rawMissing, readRaw, wholeDataset } from "../../../support/raw-files.ts";

const excerpt = `function mpc = small
%SMALL  Three buses.
mpc.version = '2';
mpc.baseMVA = 100;
%	bus_i	type	Pd	Qd	Gs	Bs	area	Vm	Va	baseKV	zone	Vmax	Vmin
mpc.bus = [
	1	3	0	0	0	0	1	1	0	380	2	1.1	0.9;
	7	1	-8.4, 0	0	0	1	1	0 ... comment
		380	2	1.1	0.9
	9	1	60.5	10	0	0	1	1	0	220	2	1.1	0.9];
mpc.gen = [
	1	10	0	30	-30	1	100	1	250	0;
	7	0	0	30	-30	1	100	0	80	0;
];
mpc.branch = [
	1	7	0.01	0.1	0	400	400	400	0	0	1	-360	360;
	7	9	0.01	0.1	0	0	0	0	0.98	0	1	-360	360;
	1	9	0.01	0.1	0	50	50	50	0	0	0	-360	360;
];
%{
mpc.bus(1, 3) = 7;
%}
mpc.gencost = [ 2 0 0 3 0.1 5 0; 2 0 0 3 0.1 5 0 ];
mpc.bus_name = { 'North'; 'Middle'; 'Lake''s end' };
`;
const options = { description: { licence: "CC-BY-4.0" }, mapping: { assets: { constants: { states: "DE" } } } };
const files = new Map([["small.m", excerpt]]);

describe("MATPOWER", () => {
  it("reads buses, generators and branches", async () => {
    const { dataset, issues } = await readFiles(matpower, files, options);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dataset?.assets.map(({ id, name, kind }) => [id, name, kind])).toEqual([
      ["bus-1", "North", "junction"],
      ["bus-7", "Middle", "junction"],
      ["bus-9", "Lake's end", "substation"],
      ["gen-1", "gen-1", "power plant"],
      ["gen-2", "gen-2", "power plant"],
    ]);
    expect(dataset?.assets[1]?.extra).toMatchObject({ x_pd: "-8.4", x_base_kv: "380", x_area: "1", x_zone: "2" });
    expect(dataset?.assets[2]?.consumes).toEqual([{ commodity: "electricity", amount: 60.5 }]);
    expect(dataset?.assets[3]).toMatchObject({
      capacity: 250,
      unit: "MW",
      produces: [{ commodity: "electricity", amount: 250 }],
    });
    expect(dataset?.assets[4]?.produces).toBeUndefined();
    const lines = dataset?.connections.map(({ id, a, b, capacity, unit }) => [id, a, b, capacity, unit]);
    expect(lines).toEqual([
      ["branch-1", "bus-1", "bus-7", 400, "MW"],
      ["branch-2", "bus-7", "bus-9", undefined, undefined],
      ["gen-1-bus", "gen-1", "bus-1", undefined, undefined],
      ["gen-2-bus", "gen-2", "bus-7", undefined, undefined],
    ]);
    expect(dataset?.description).toMatchObject({ title: "small", description: "MATPOWER case small, base 100 MVA." });
  });

  it("tells once what is left out, with a count", async () => {
    const { issues } = await readFiles(matpower, files, options);
    expect(issues.filter(({ file }) => file === "small.m").map(({ code, row, text }) => [code, row, text])).toEqual([
      ["VALUE_REPAIRED", 8, "Loads below 0 are kept in x_pd and neither consume nor produce: 1, the first here."],
      ["VALUE_REPAIRED", 13, "Generators out of service produce nothing: 1, the first here."],
      ["ROWS_LEFT_OUT", 18, "Branches out of service are left out: 1, the first here."],
      ["ROWS_LEFT_OUT", 23, "Rows of gencost have no place in a dataset: 2, the first here."],
    ]);
  });

  it.each([
    ["mpc.bus(1, 3) = 7;"],
    ["mpc.x = 1 + 2;"],
    ["mpc.x = [1 pi];"],
    ["mpc.x = [1/3];"],
    ["mpc.x = { {1} };"],
    ["system('rm');"],
    ["mpc.x = zeros(3);"],
    ["define_constants;"],
    ["if true, mpc.x = 1; end"],
    ["x = 3;"],
    ["mpc.baseMVA = 10;"],
    ["mpc.x = [1 2]';"],
    ["mpc.x = [1 2"],
    ["mpc.x = 'open"],
    ["mpc.x.('y') = 2;"],
  ])("never runs code: %s", async (code) => {
    const row = excerpt.split("\n").length;
    const { dataset, issues } = await readFiles(matpower, new Map([["small.m", `${excerpt}${code}\n`]]), options);
    expect(dataset).toBeNull();
    expect(issues).toContainEqual(expect.objectContaining({ code: "MATPOWER_CODE", file: "small.m", row }));
  });

  it("says that version 1 is not read", async () => {
    const old = new Map([["old.m", "function [baseMVA, bus, gen, branch] = old\nbaseMVA = 100;\n"]]);
    const { issues } = await readFiles(matpower, old, options);
    expect(issues.map(({ code, row }) => [code, row])).toContainEqual(["MATPOWER_CODE", 1]);
  });

  it("is known by its files", async () => {
    const [best] = await guessFormats(filesOf("upload", files));
    expect(best).toMatchObject({ format: { id: "matpower" }, confidence: 0.95 });
  });

  it("refuses damaged files with a place and never breaks", async () => {
    const { refused, unplaced } = await readDamaged(matpower, files, 500, options);
    expect(unplaced).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });

  it.skipIf(rawMissing("matpower") !== null).each([
    ["case1354pegase", 1354, 260, 1991],
    ["case9241pegase", 9241, 1445, 16049],
  ])("reads all of %s", async (name, buses, generators, branches) => {
    const text = readFileSync(`../shared/data/matpower/${name}.m`, "utf8");
    const linesOf = (field: string): number =>
      (text.split(`mpc.${field} = [\n`)[1]?.split("];")[0] ?? "").split("\n").filter((line) => line.includes(";"))
        .length;
    expect([linesOf("bus"), linesOf("gen"), linesOf("branch")]).toEqual([buses, generators, branches]);
    const outcome = await readRaw(matpower, `matpower/${name}.m`, options);
    const { assets, connections } = wholeDataset(outcome);
    const plants = assets.filter(({ kind }) => kind === "power plant").length;
    expect([assets.length - plants, plants]).toEqual([buses, generators]);
    expect(connections.length).toBe(branches + generators);
  });
});
