import { describe, expect, it } from "vitest";
import { amountOf, Carriers, storeKind, supplierKind } from "../../../../datasets/formats/foreign/pypsa-carriers.ts";

describe("what a bus carries", () => {
  it.each([
    ["AC", "electricity"],
    ["", "electricity"],
    ["low voltage", "electricity"],
    ["CH4", "gas"],
    ["H2", "hydrogen"],
    ["urban central heat", "heat"],
    ["NH3", "ammonia"],
  ])("%j is %s", (carrier, commodity) => {
    const carriers = new Carriers();
    expect(carriers.commodity(carrier)).toBe(commodity);
    expect(carriers.own).toEqual([]);
  });

  it("is a word of the dataset's own where there is none of ours, without the signs of a list", () => {
    const carriers = new Carriers();
    expect([carriers.commodity("co2 | stored"), carriers.commodity("@"), carriers.commodity("co2 | stored")]).toEqual([
      "co2 stored",
      "other carrier",
      "co2 stored",
    ]);
    expect(carriers.own).toEqual([
      { id: "co2 stored", title: "co2 | stored", unit: "MW" },
      { id: "other carrier", title: "@", unit: "MW" },
    ]);
  });
});

it.each([
  ["electricity", 5, "electricity:5"],
  ["gas", 1000, "gas:24"],
  ["oil", 5, "oil"],
  ["heat", null, "heat"],
  ["constructor", 2, "constructor:2"],
])("%s of %j MW is %s", (commodity, megawatts, cell) => {
  expect(amountOf(commodity, megawatts)).toBe(cell);
});

it.each([
  ["nuclear", "electricity", "nuclear power plant"],
  ["ror", "electricity", "hydro power plant"],
  ["hydrogen fuel cell", "electricity", "power plant"],
  ["import", "gas", "gas producer"],
  ["boiler", "heat", "power supply"],
])("%s for %s is a %s", (carrier, commodity, kind) => {
  expect(supplierKind(carrier, commodity)).toBe(kind);
});

it("stores are told by what they hold", () => {
  expect(["gas", "oil", "electricity"].map(storeKind)).toEqual(["gas storage", "oil terminal", "power supply"]);
});
