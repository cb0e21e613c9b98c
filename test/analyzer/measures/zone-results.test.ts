import { expect, it } from "vitest";
import type { Asset, Connection, RunResult, TransferLimit } from "../../../analyzer/index.ts";
import { runAnalysis } from "../../../analyzer/index.ts";
import { connectionRow, datasetOf } from "../../support/rows.ts";
import { cityRow, plantRow } from "../../support/small-dataset.ts";

const inState = (asset: Asset, state: string): Asset => ({ ...asset, states: [{ state, share: 1 }] });
const assets = [
  inState(plantRow("F", 100), "XA"),
  inState(cityRow("Y", 40), "XA"),
  inState(plantRow("G", 20), "XB"),
  inState(cityRow("Z", 50), "XB"),
];
const connections: Connection[] = ["F-Y", "Y-Z", "Z-G"].map((line) => {
  const [a = "", b = ""] = line.split("-");
  return connectionRow(a, b, { id: line });
});

function resultOf(lost: string, transferLimits: readonly TransferLimit[] = []): RunResult {
  const plain = datasetOf({ assets, connections });
  const networks = { electricity: { balance: "zones", transferLimits } } as const;
  const dataset = { ...plain, description: { ...plain.description, networks } };
  const scenario = {
    id: "s",
    title: "S",
    horizonHours: 20,
    shocks: [{ select: { ids: [lost] }, fromHours: 3, hours: 10 }],
  };
  const input = { dataset, hash: "test", overlays: [], engine: "test" };
  const outcome = runAnalysis("run", input, { scenario }, { progress: () => undefined, aborted: () => false });
  if (outcome.kind !== "done" || outcome.result.kind !== "run") throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

it("tells who sent how much to whom before, and when least was met", () => {
  const [zones] = resultOf("G").zones ?? [];
  expect(zones).toMatchObject({ commodity: "electricity", sharing: "own-first", before: { hours: 0, metDemand: 90 } });
  expect(zones?.before.zones).toEqual([
    { island: 0, code: "XA", production: 100, demand: 40, share: 1 },
    { island: 0, code: "XB", production: 20, demand: 50, share: 1 },
  ]);
  expect(zones?.before.flows).toEqual([{ island: 0, from: "XA", to: "XB", amount: 30, capacity: null, binds: false }]);
  // What XA has over covers the loss of G, so that no less is met than before.
  expect(zones?.worst).toBeNull();
});

it("names the limit that keeps a State short", () => {
  const [zones] = resultOf("G", [{ from: "XA", to: "XB", capacity: 35 }]).zones ?? [];
  expect(zones?.worst).toMatchObject({ hours: 3, metDemand: 75 });
  expect(zones?.worst?.zones[1]).toMatchObject({ code: "XB", production: 0, share: 0.7 });
  expect(zones?.worst?.flows).toEqual([{ island: 0, from: "XA", to: "XB", amount: 35, capacity: 35, binds: true }]);
});

it("is left out where no network is balanced by zones", () => {
  const input = { dataset: datasetOf({ assets, connections }), hash: "test", overlays: [], engine: "test" };
  const scenario = { id: "s", title: "S", horizonHours: 20, shocks: [{ select: { ids: ["G"] } }] };
  const outcome = runAnalysis("run", input, { scenario }, { progress: () => undefined, aborted: () => false });
  expect(outcome.kind === "done" && outcome.result).not.toHaveProperty("zones");
});
