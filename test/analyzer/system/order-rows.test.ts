import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderRows } from "../../../analyzer/system/order-rows.ts";

type Row = readonly [asset: number, name: number];

function ordered(rows: readonly Row[], assetCount: number, names: readonly string[]) {
  const assets = Int32Array.from(rows, ([asset]) => asset);
  const numbers = Int32Array.from(rows, ([, name]) => name);
  const found = orderRows(assets, assetCount, numbers, names);
  const groups = Array.from(found.asset, (asset, group) => ({
    asset,
    rows: [...found.rows.subarray(found.start[group], found.start[group + 1])],
  }));
  return { groups, assetStart: [...found.assetStart] };
}

/** The same by a sort of texts. */
function plainly(rows: readonly Row[], assetCount: number, names: readonly string[]): ReturnType<typeof ordered> {
  const byKey = new Map<string, { asset: number; rows: number[] }>();
  rows.forEach(([asset, name], row) => {
    const key = `${asset} ${names[name]}`;
    byKey.set(key, { asset, rows: [...(byKey.get(key)?.rows ?? []), row] });
  });
  const groups = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const before = (asset: number) => groups.filter((group) => group.asset < asset).length;
  return { groups, assetStart: Array.from({ length: assetCount + 1 }, (_, asset) => before(asset)) };
}

describe("orderRows", () => {
  it("orders as a sort by asset, name and row does, for few rows of an asset and for many", () => {
    const names = ["b", "B", "@c", "a10", "a9"];
    const row = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: names.length - 1 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80, size: "max" }), (rows) => {
        expect(ordered(rows, 5, names)).toEqual(plainly(rows, 5, names));
      }),
    );
  });

  it("takes one asset with a hundred thousand groups", () => {
    const count = 100_000;
    const names = Array.from({ length: count }, (_, number) => String(count + ((number * 7919) % count)));
    const rows = Array.from({ length: count }, (_, row) => [0, row] as const);
    const { groups } = ordered(rows, 1, names);
    expect(groups).toHaveLength(count);
    expect(groups.every((group, at) => names[group.rows[0]!] === String(count + at))).toBe(true);
  });
});
