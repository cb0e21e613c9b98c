import { describe, expect, it } from "vitest";
import { openflights } from "../../../../datasets/formats/foreign/openflights.ts";
import { guessFormats } from "../../../../datasets/formats/foreign/registry.ts";
import { filesOf, readDamaged, readFiles } from "../../../support/foreign-formats.ts";
import { told } from "../../../support/foreign-outcome.ts";
import { rawMissing, readRaw, wholeDataset } from "../../../support/raw-files.ts";

const files = new Map([
  [
    "airports.dat",
    String.raw`1,"North O\'Field","North","Germany","NTH","EDNN",53.6,10.0,53,1,"E","Europe/Berlin","airport","OurAirports"
2,"East","East","Burma",\N,"VYEE",21.9,96.0,300,6.5,"U",\N,"airport","OurAirports"
3,"Hall","Hall","Oldland","HAL",\N,48.2,16.3,0,\N,\N,\N,"station","OurAirports"
`,
  ],
  ["countries.dat", '"Germany","DE","GM"\n"Nowhere",\\N,"NW"\n'],
  [
    "routes.dat",
    String.raw`AA,1,NTH,1,XXX,2,,0,320 738
BB,2,NTH,1,XXX,2,Y,0,320
AA,1,XXX,2,NTH,1,,0,320
AA,1,XXX,2,QQQ,\N,,0,320
AA,1,NTH,1,NTH,1,,0,320
AA,1,NTH,1,HAL,3,,1,320
`,
  ],
  ["airlines.dat", "1,x\n"],
]);
const options = { description: { licence: "ODbL-1.0" } };

describe("OpenFlights", () => {
  it("reads airports", async () => {
    const { dataset, issues } = await readFiles(openflights, files, options);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(dataset?.assets.map(({ id, name, kind, states: [at] }) => [id, name, kind, at?.state])).toEqual([
      ["airport-1", "North O'Field", "airport", "DE"],
      ["airport-2", "East", "airport", "MM"],
      ["airport-3", "Hall", "railway station", "AT"],
    ]);
    expect(dataset?.assets[0]).toMatchObject({ lon: 10, lat: 53.6, extra: { x_iata: "NTH", x_altitude_ft: "53" } });
    expect(dataset?.assets[1]?.extra?.["x_iata"]).toBeUndefined();
  });

  it("reads routes, those of one pair as one", async () => {
    const { dataset } = await readFiles(openflights, files, options);
    expect(dataset?.connections).toMatchObject([
      {
        id: "route-1-2",
        a: "airport-1",
        b: "airport-2",
        commodity: "air-traffic",
        directed: true,
        extra: { x_airlines: "AA|BB", x_equipment: "320|738", x_routes: "2", x_codeshares: "1" },
      },
      { id: "route-2-1", extra: { x_codeshares: "0" } },
    ]);
  });

  it("tells what is left out and taken for another", async () => {
    const outcome = await readFiles(openflights, files, options);
    expect(told(outcome, "ROWS_LEFT_OUT").map(({ row, text }) => [row, text.split(" ", 2).join(" ")])).toEqual([
      [4, "Routes to"],
      [5, "Routes from"],
      [6, "Routes with"],
    ]);
    expect(told(outcome, "VALUE_REPAIRED")).toMatchObject([{ row: 3, column: "country", value: "Oldland" }]);
    expect(told(outcome, "FILE_NOT_USED").map(({ file }) => file)).toEqual(["airlines.dat"]);
    expect(told(outcome, "PART_NOT_READ").map(({ file }) => file)).toEqual(["routes.dat"]);
  });

  it("says which row has too few cells", async () => {
    const outcome = await readFiles(openflights, new Map([["airports.dat", '1,"a","b"\n']]), options);
    expect(told(outcome, "CSV_ROW_LENGTH")).toMatchObject([{ file: "airports.dat", row: 1 }]);
  });

  it("is known by its files", async () => {
    const [best] = await guessFormats(filesOf("upload", files));
    expect(best).toMatchObject({ format: { id: "openflights" }, confidence: 0.95 });
  });

  it("refuses damaged files with a place and never breaks", async () => {
    const { refused, unplaced } = await readDamaged(openflights, files, 500, options);
    expect(unplaced).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });

  it.skipIf(rawMissing("openflights") !== null)(
    "reads all airports of 2019 and routes of 2014",
    async () => {
      const outcome = await readRaw(openflights, "openflights");
      const { assets, connections } = wholeDataset(outcome);
      expect(assets.length).toBe(7698);
      const leftOut = told(outcome, "ROWS_LEFT_OUT").map(({ text }) => Number(/: (\d+),/u.exec(text)?.[1]));
      const kept = connections.reduce((sum, { extra }) => sum + Number(extra?.["x_routes"]), 0);
      expect(kept + leftOut.reduce((sum, rows) => sum + rows, 0)).toBe(67_663);
      expect(leftOut).toEqual([892, 11, 1]);
      expect(connections.length).toBe(36_906);
      expect(told(outcome, "VALUE_REPAIRED").map(({ text }) => /: (\d+),/u.exec(text)?.[1])).toEqual(["22"]);
    },
    60_000,
  );
});
