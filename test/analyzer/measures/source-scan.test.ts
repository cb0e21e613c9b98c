import { describe, expect, it } from "vitest";
import { ScanRowList } from "../../../analyzer/measures/scan-rows.ts";
import { addRow, SourceScan, sourceScanOf } from "../../../analyzer/measures/source-scan.ts";
import { prepareGround } from "../../../analyzer/run/ground.ts";
import { toTicks } from "../../../analyzer/system/ticks.ts";
import type { Dataset } from "../../../analyzer/index.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";

function groundOf(dataset: Dataset) {
  const prepared = prepareGround(dataset, []);
  if (prepared.kind === "refused") throw new Error("not ready");
  return prepared.ground;
}

const dataset = datasetOf({
  assets: [assetRow("A", { peopleServed: 7 }), assetRow("B", { peopleServed: 100 }), assetRow("C")],
  dependencies: [dependencyRow("A", "B", { lagHours: 2 }), dependencyRow("C", "A", { loss: 0.5, bufferHours: 1 })],
});
const window = { lostTicks: toTicks(10), horizonTick: toTicks(24) };

describe("SourceScan", () => {
  it("is made once per engine", () => {
    const ground = groundOf(dataset);
    expect(sourceScanOf(ground)).toBe(sourceScanOf(ground));
    expect(sourceScanOf(ground)).not.toBe(sourceScanOf(groundOf(structuredClone(dataset))));
  });

  it("gives a row by the closure where it holds, else by the engine", () => {
    const scan = new SourceScan(groundOf(dataset));
    const rows = new ScanRowList(3);
    for (let source = 0; source < 3; source += 1) addRow(rows, scan, source, window);
    expect([...rows.rows().method]).toEqual([0, 0, 2]);
    expect([...rows.rows().values.outageHours]).toEqual([20, 10, 10 + 4.5 + 4.5]);
  });

  it("bounds what is lost: everything that falls short falls", () => {
    const scan = new SourceScan(groundOf(dataset));
    expect(scan.bound(2, window, "outageHours")).toBeCloseTo(10 + 9 + 9, 6);
    expect(scan.bound(2, window, "assetsDisrupted")).toBeCloseTo(3, 6);
    expect(scan.bound(2, window, "personHours")).toBeCloseTo(9 * 7 + 9 * 100, 4);
  });

  it("bounds by a loss for good where the return would meet a failure", () => {
    const scan = new SourceScan(groundOf(dataset));
    // The half that C gives A is gone an hour after it; two hours later B is short, when C is back already.
    const short = { lostTicks: toTicks(2), horizonTick: toTicks(24) };
    expect(scan.bound(2, short, "outageHours")).toBeCloseTo(24 + 23 + 21, 6);
  });

  it("has no bound where a network is disturbed, and -1 where the number is not known", () => {
    const electricity = (amount: number) => [{ commodity: "electricity", amount }];
    const scan = new SourceScan(
      groundOf(
        datasetOf({
          assets: [
            assetRow("C", { consumes: electricity(9) }),
            assetRow("P", { produces: electricity(5) }),
            assetRow("Q", { produces: electricity(5) }),
          ],
          connections: [connectionRow("P", "C"), connectionRow("Q", "C"), connectionRow("P", "Q")],
        }),
      ),
    );
    expect(scan.bound(1, window, "outageHours")).toBe(Number.POSITIVE_INFINITY);
    expect(scan.bound(0, window, "personHours")).toBe(-1);
  });

  it("of no time at all loses nothing", () => {
    const scan = new SourceScan(groundOf(dataset));
    expect(scan.byClosure(0, { lostTicks: 0, horizonTick: 10 })).toBeNull();
    expect(scan.byEngine(0, { lostTicks: 0, horizonTick: 10 }).assetsDisrupted).toBe(0);
    expect(scan.bound(0, { lostTicks: 0, horizonTick: 10 }, "outageHours")).toBe(Number.POSITIVE_INFINITY);
  });
});
