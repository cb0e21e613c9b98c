import { expect, it } from "vitest";
import { withSettings } from "../../../../datasets/formats/foreign/with-settings.ts";

it("sets a value in every table that has the column, or in the one that is named", () => {
  const { mapping, unknown } = withSettings({}, ["source=us", "connections.commodity=gas", "sector=energy"]);
  expect(unknown).toEqual([]);
  expect(mapping).toEqual({
    assets: { constants: { source: "us", sector: "energy" } },
    dependencies: { constants: { source: "us" } },
    connections: { constants: { source: "us", commodity: "gas" } },
  });
});

it("keeps what the mapping says besides, and signs of equality in a value", () => {
  const before = { assets: { columns: { id: "Code" }, constants: { kind: "city" } } };
  expect(withSettings(before, ["assets.operator=a=b"]).mapping.assets).toEqual({
    columns: { id: "Code" },
    constants: { kind: "city", operator: "a=b" },
  });
  expect(before.assets.constants).toEqual({ kind: "city" });
});

it.each(["colour=red", "assets.colour=red", "sector", "sector=", "=energy", "", "__proto__=x", "towns.sector=energy"])(
  "names %j as none of ours",
  (setting) => {
    const { unknown } = withSettings({}, [setting]);
    expect(unknown).toEqual([setting]);
  },
);
