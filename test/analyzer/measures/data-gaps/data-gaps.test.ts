import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../../analyzer/index.ts";
import { refusals, resultOf } from "../../../support/ask.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../../support/rows.ts";

const gapsOf = (dataset: Dataset, limit = 100) => resultOf("data-gaps", dataset, { limit });
const state = (code: string) => ({ states: [{ state: code, share: 1 }] });

describe("data gaps", () => {
  it("counts what is stated and assumed, by hand", () => {
    const dataset = datasetOf({
      assets: [
        assetRow("A", { sector: "energy", lon: -30, lat: 40, peopleServed: 5, assumed: ["people_served"] }),
        assetRow("B", { ...state("XB"), sector: "water", restartHours: 2, repairHours: 3, operator: "O" }),
        assetRow("C", { sector: "water" }),
      ],
      dependencies: [dependencyRow("A", "B", { bufferHours: 4 })],
    });
    const { columns, states, sectors, isolated, isolatedCount } = gapsOf(dataset);
    expect(columns).toContainEqual({
      table: "assets",
      column: "people_served",
      rows: 3,
      stated: 1 / 3,
      assumed: 1 / 3,
    });
    expect(columns).toContainEqual({ table: "dependencies", column: "buffer_hours", rows: 1, stated: 1, assumed: 0 });
    expect(columns).toContainEqual({ table: "connections", column: "capacity", rows: 0, stated: null, assumed: null });
    const [one, other] = [dataset.assets[0]?.states[0]?.state ?? "", "XB"];
    expect(states.find(({ code }) => code === one)).toMatchObject({ assets: 2, sectors: 2, sectorsMissing: [] });
    expect(states.find(({ code }) => code === other)).toMatchObject({
      assets: 1,
      sectorsMissing: ["energy"],
      stated: 3 / 5,
    });
    expect(sectors).toMatchObject([
      { sector: "energy", assets: 1, states: 1, stated: 2 / 5, assumed: 1 / 5 },
      { sector: "water", assets: 2, states: 2, stated: 3 / 10 },
    ]);
    expect([isolatedCount, isolated]).toEqual([1, ["C"]]);
  });

  it("finds islands without a producer, the largest first, and leaves out what only connects", () => {
    const power = { produces: [{ commodity: "electricity" }] };
    const dataset = datasetOf({
      assets: "ABCDEFG".split("").map((id) => assetRow(id, id === "A" ? power : {})),
      connections: [
        connectionRow("A", "B"),
        connectionRow("C", "D"),
        connectionRow("D", "E"),
        connectionRow("F", "G", { id: "air", commodity: "air-traffic" }),
      ],
    });
    expect(gapsOf(dataset).islands).toEqual([{ commodity: "electricity", assets: 3, id: "C" }]);
  });

  it("names single providers where most of the kind have several", () => {
    const hospitals = ["H1", "H2", "H3", "H4"];
    const rows = hospitals.flatMap((id, at) => {
      const first = dependencyRow("S1", id, { id: `${id}-1`, group: "power" });
      return at === 3 ? [first] : [first, dependencyRow("S2", id, { id: `${id}-2`, group: "power" })];
    });
    const assets = [
      ...hospitals.map((id) => assetRow(id, { kind: "hospital", sector: "health" })),
      assetRow("S1"),
      assetRow("S2"),
    ];
    const { singleProviders, singleProviderCount } = gapsOf(datasetOf({ assets, dependencies: rows }));
    expect(singleProviderCount).toBe(1);
    expect(singleProviders).toEqual([{ id: "H4", group: "power", provider: "S1", shareWithMore: 0.75 }]);
    const fewer = datasetOf({ assets, dependencies: rows.filter(({ dependent }) => dependent !== "H1") });
    expect(gapsOf(fewer).singleProviderCount).toBe(0);
  });

  it("finds a capacity in GW among those in MW, and keeps to its limit", () => {
    const assets = Array.from({ length: 20 }, (_, at) =>
      assetRow(`P${at}`, { kind: "power plant", capacity: at < 2 ? 1.2 : 900 + at, unit: "MW" }),
    );
    const { unusual, unusualCount } = gapsOf(datasetOf({ assets }), 1);
    expect(unusualCount).toBe(2);
    expect(unusual).toMatchObject([{ table: "assets", id: "P0", column: "capacity", value: 1.2, unit: "MW" }]);
    expect(unusual[0]?.usual[0]).toBeGreaterThan(1.2);
  });

  it("refuses a limit of none", () => {
    const told = refusals("data-gaps", datasetOf({ assets: [assetRow("A")] }), { limit: 0 });
    expect(told).toEqual(["ANALYSIS_PARAMETER limit: must be a whole number from 1 to 10000"]);
  });
});
