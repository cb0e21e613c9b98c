import { describe, expect, it } from "vitest";
import { pypsa } from "../../../../datasets/formats/foreign/pypsa.ts";
import { guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { filesOf, readDamaged, readFiles, roundTrip } from "../../../support/foreign-formats.ts";
import { told } from "../../../support/foreign-outcome.ts";
import { oddDataset } from "../../../support/odd-dataset.ts";

const folder = new Map([
  ["network.csv", ",pypsa_version\nTwo valleys,0.31.0\n"],
  [
    "buses.csv",
    `name,v_nom,x,y,country,carrier,unit
North,380,10.1,53.5,DE,AC,
South,380,11.5,48.1,DE,AC,MWh_el
Gas South,1,11.5,48.1,DE,gas,
Nowhere,220,0,0,AT,AC,
`,
  ],
  ["loads.csv", "name,bus,p_set,carrier\n1,South,400,town\n2,South,50.5,\n3,North,,\n4,Nowhere,-3,\n5,Moon,1,\n"],
  [
    "generators.csv",
    "name,bus,p_nom,carrier\nNorth,North,1400,nuclear\nwell,Gas South,1000,gas\nwind,North,inf,onwind\nold,North,5,coal\n",
  ],
  ["storage_units.csv", "name,bus,p_nom,carrier,max_hours\nlake,South,300,hydro,6\npump,South,200,PHS,8\n"],
  ["stores.csv", "name,bus,e_nom\ncavern,Gas South,90000\n"],
  [
    "lines.csv",
    "name,bus0,bus1,s_nom,length,x,active\n0,North,South,1700,612.5,0.1,True\n1,North,South,1700,600,0.1,False\n",
  ],
  ["transformers.csv", "name,bus0,bus1,s_nom\n0,South,Nowhere,\n2,South,South,1\n"],
  [
    "links.csv",
    "name,bus0,bus1,p_nom,p_min_pu,efficiency,length\nHVDC,North,South,2000,-1,0.97,700\nOCGT,Gas South,South,500,0,0.4,\n",
  ],
  ["loads-p_set.csv", "snapshot,3\nnow,4\n"],
]);
const options = { description: { licence: "CC-BY-4.0" } };

describe("PyPSA folder", () => {
  it("reads buses with their loads, and what is at them", async () => {
    const { dataset, issues } = await readFiles(pypsa, folder, options);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dataset?.description).toMatchObject({ title: "Two valleys", description: "PyPSA network Two valleys." });
    const rows = dataset?.assets.map(({ id, kind, produces, consumes, capacity, unit }) => {
      return [id, kind, produces?.[0] ?? null, consumes?.[0] ?? null, capacity, unit];
    });
    const electricity = (amount?: number): object => ({ commodity: "electricity", ...(amount ? { amount } : {}) });
    expect(rows).toEqual([
      ["Gas South", "junction", null, null, undefined, undefined],
      ["North", "substation", null, electricity(), undefined, undefined],
      ["Nowhere", "junction", null, null, undefined, undefined],
      ["OCGT", "power plant", electricity(200), { commodity: "gas", amount: 12 }, 500, "MW"],
      ["South", "substation", null, electricity(450.5), undefined, undefined],
      ["cavern", "gas storage", null, null, 90_000, "MWh"],
      ["generator North", "nuclear power plant", electricity(1400), null, 1400, "MW"],
      ["lake", "hydro power plant", electricity(300), null, 300, "MW"],
      ["old", "power plant", electricity(5), null, 5, "MW"],
      ["pump", "hydro power plant", null, null, 200, "MW"],
      ["well", "gas producer", { commodity: "gas", amount: 24 }, null, 1000, "MW"],
      ["wind", "power plant", electricity(), null, undefined, undefined],
    ]);
    expect(dataset?.assets.find(({ id }) => id === "South")?.extra).toMatchObject({ x_v_nom: "380", x_unit: "MWh_el" });
    const nowhere = dataset?.assets.find(({ id }) => id === "Nowhere");
    expect([nowhere?.lon, nowhere?.states]).toEqual([undefined, [{ state: "AT", share: 1 }]]);
    const wind = dataset?.assets.find(({ id }) => id === "wind");
    expect(wind).toMatchObject({ lon: 10.1, lat: 53.5, assumed: ["lon", "lat", "states"] });
  });

  it("reads lines, transformers and links", async () => {
    const { dataset } = await readFiles(pypsa, folder, options);
    const rows = dataset?.connections.filter(({ id }) => !id.includes(" "));
    expect(rows).toMatchObject([
      { id: "0", a: "North", b: "South", commodity: "electricity", capacity: 1700, unit: "MW", lengthKm: 612.5 },
      { id: "HVDC", a: "North", b: "South", commodity: "electricity", capacity: 2000, lengthKm: 700 },
    ]);
    expect(rows?.[1]?.directed).toBeUndefined();
    const others = dataset?.connections.filter(({ id }) => id.includes(" "));
    expect(others?.map(({ id, commodity, directed }) => [id, commodity, directed])).toEqual([
      ["Gas South to OCGT", "gas", true],
      ["OCGT to South", "electricity", true],
      ["cavern at Gas South", "gas", undefined],
      ["generator North at North", "electricity", undefined],
      ["lake at South", "electricity", undefined],
      ["old at North", "electricity", undefined],
      ["pump at South", "electricity", undefined],
      ["transformer 0", "electricity", undefined],
      ["well at Gas South", "gas", undefined],
      ["wind at North", "electricity", undefined],
    ]);
  });

  it("tells once what is left out or not read", async () => {
    const outcome = await readFiles(pypsa, folder, options);
    expect(told(outcome, "ROWS_LEFT_OUT").map(({ file, row }) => [file, row])).toEqual([
      ["loads.csv", 6],
      ["lines.csv", 3],
      ["transformers.csv", 3],
    ]);
    expect(told(outcome, "VALUE_REPAIRED").map(({ file, row }) => [file, row])).toEqual([
      ["loads.csv", 5],
      ["buses.csv", 5],
    ]);
    expect(told(outcome, "FILE_NOT_USED").map(({ file }) => file)).toEqual(["loads-p_set.csv"]);
    expect(told(outcome, "PART_NOT_READ").map(({ text }) => text)).toEqual([
      "Cells of carrier, which the bus of a load has no place for, are not read: 1, the first here.",
      "The format has no place for the column pypsa_version: it is not read.",
    ]);
  });

  it("makes a word of a carrier that there is none for", async () => {
    const files = new Map([["buses.csv", "name,x,y,carrier\na,10,50,solid biomass\nb,10,51,solid biomass\n"]]);
    const { dataset } = await readFiles(pypsa, files.set("lines.csv", "name,bus0,bus1\n0,a,b\n"), options);
    expect(dataset?.connections[0]?.commodity).toBe("solid biomass");
    expect(dataset?.description.vocabulary?.commodities).toEqual([
      { id: "solid biomass", title: "solid biomass", unit: "MW" },
    ]);
  });

  it("says which cell is no number, which end is missing, and that there are no buses", async () => {
    const bad = new Map([...folder, ["lines.csv", "name,bus0,bus1,s_nom\n0,North,South,many\n1,North,,1\n"]]);
    const outcome = await readFiles(pypsa, bad, options);
    expect(told(outcome, "CELL_NOT_NUMBER")).toMatchObject([{ file: "lines.csv", row: 2, column: "s_nom" }]);
    expect(told(outcome, "VALUE_MISSING")).toMatchObject([{ file: "lines.csv", row: 3, column: "bus1" }]);
    const none = await readFiles(pypsa, new Map([["lines.csv", "name\n"]]), options);
    expect(told(none, "FILE_MISSING")).toMatchObject([{ file: "buses.csv" }]);
  });

  it("is known by its files, with and without a name for the index", async () => {
    expect((await guessFormats(filesOf("upload", folder)))[0]).toMatchObject({
      format: { id: "pypsa" },
      confidence: 0.95,
    });
    const unnamed = new Map([...folder, ["buses.csv", ",v_nom\nNorth,380\n"]]);
    expect((await guessFormats(filesOf("upload", unnamed)))[0]?.format.id).toBe("pypsa");
  });

  it("refuses damaged files with a place and never breaks", async () => {
    const { refused, unplaced } = await readDamaged(pypsa, folder, 500, options);
    expect(unplaced).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });
});

describe("PyPSA folder of ours", () => {
  it("keeps odd text, and rows of every sort", async () => {
    const { written, outcome } = await roundTrip(pypsa, oddDataset());
    expect(written.lost).toEqual([]);
    expect(outcome.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(outcome.dataset).toEqual(oddDataset());
  });

  it("has a generator and a load for what is produced and consumed, and says where they were changed", async () => {
    const { written } = await roundTrip(pypsa, oddDataset());
    expect(written.files.get("generators.csv")).toBe("name,bus,p_nom\nA1,A1,1.5\n");
    const changed = new Map([...written.files, ["generators.csv", "name,bus,p_nom\nA1,A1,7\n"]]);
    const outcome = await readFiles(pypsa, changed);
    expect(told(outcome, "VALUE_REPAIRED")).toMatchObject([
      { file: "generators.csv", row: 2, column: "p_nom", value: "7" },
    ]);
    expect(outcome.dataset).toEqual(oddDataset());
  });

  it("says which names PyPSA takes for nothing", async () => {
    const odd = oddDataset();
    const assets = odd.assets.map((asset) => (asset.id === "A9" ? { ...asset, id: "NA" } : asset));
    const { written, outcome } = await roundTrip(pypsa, { ...odd, assets });
    expect(written.lost).toMatchObject([{ table: "assets", column: "id", rows: 1 }]);
    expect(outcome.dataset?.assets.map(({ id }) => id)).toContain("NA");
  });
});
