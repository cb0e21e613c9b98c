import { describe, expect, it } from "vitest";
import type { ZoneResult } from "../../../analyzer/index.ts";
import { zoneSendRows, zoneStateRows } from "../../../ui/panels/zone-rows.ts";

const zone: ZoneResult = {
  commodity: "electricity",
  sharing: "own-first",
  before: {
    hours: 0,
    metDemand: 100,
    zones: [
      { island: 0, code: "XB", production: 40, demand: 80, share: 1 },
      { island: 0, code: "XA", production: 60, demand: 0, share: 1 },
    ],
    flows: [{ island: 0, from: "XA", to: "XB", amount: 40, capacity: 60, binds: false }],
  },
  worst: {
    hours: 4,
    metDemand: 50,
    zones: [
      { island: 0, code: "XB", production: 0, demand: 60, share: 0.5 },
      { island: 1, code: "XB", production: 20, demand: 20, share: 1 },
    ],
    flows: [
      { island: 0, from: "XA", to: "XB", amount: 20, capacity: 30, binds: true },
      { island: 1, from: "XB", to: "XA", amount: 0, capacity: null, binds: false },
    ],
  },
};

describe("who sends how much to whom", () => {
  it("puts the parts of a State together, and tells a demand of nothing from one that is not met", () => {
    expect(zoneStateRows(zone)).toEqual([
      {
        code: "XB",
        before: { production: 40, demand: 80, met: 1 },
        worst: { production: 20, demand: 80, met: 0.625 },
      },
      { code: "XA", before: { production: 60, demand: 0, met: null }, worst: null },
    ]);
    expect(zoneStateRows({ ...zone, worst: null }).map(({ code }) => code)).toEqual(["XA", "XB"]);
  });

  it("sets flows side by side and leaves out what carries nothing and holds nothing back", () => {
    expect(zoneSendRows(zone).map(({ from, to, before, worst }) => [from, to, before?.amount, worst?.binds])).toEqual([
      ["XA", "XB", 40, true],
    ]);
  });

  it("has one side where no less was ever met", () => {
    const calm = { ...zone, worst: null };
    expect(zoneStateRows(calm).every(({ worst }) => worst === null)).toBe(true);
    expect(zoneSendRows(calm)).toHaveLength(1);
  });
});
