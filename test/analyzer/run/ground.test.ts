import { describe, expect, it } from "vitest";
import type { Overlay } from "../../../analyzer/index.ts";
import { prepareGround } from "../../../analyzer/run/ground.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow } from "../../support/rows.ts";

const base = datasetOf({
  assets: [assetRow("A"), assetRow("B"), assetRow("X")],
  dependencies: [dependencyRow("A", "X", { id: "d" })],
  connections: [connectionRow("A", "B", { id: "c" })],
});

const nothing = { assets: [], dependencies: [], connections: [] };
const overlay = (id: string, parts: Partial<Overlay>): Overlay => ({
  id,
  title: id,
  add: nothing,
  remove: nothing,
  change: [],
  ...parts,
});

function ready(...overlays: Overlay[]) {
  const outcome = prepareGround(base, overlays);
  if (outcome.kind === "refused") throw new Error(JSON.stringify(outcome.issues));
  return outcome.ground;
}

function refusedWith(...overlays: Overlay[]) {
  const outcome = prepareGround(base, overlays);
  return outcome.kind === "refused" ? outcome.issues.map(({ code, severity }) => `${severity} ${code}`) : "ready";
}

describe("prepareGround", () => {
  it("compiles one dataset once, another like it again", () => {
    const { cascade, territory, dataset } = ready();
    expect(ready().cascade).toBe(cascade);
    expect(dataset).toBe(base);
    expect(territory.codes).toEqual(["XA"]);
    const outcome = prepareGround(structuredClone(base), []);
    expect(outcome.kind === "ready" && outcome.ground.cascade !== cascade).toBe(true);
  });

  it("applies overlays in order, each to what the one before left", () => {
    const add = overlay("add", { add: { ...nothing, assets: [assetRow("N", { restartHours: 1 })] } });
    const change = overlay("change", { change: [{ id: "N", restartHours: 2 }] });
    const { dataset, cascade } = ready(add, change);
    expect(dataset.assets[2]).toMatchObject({ id: "N", restartHours: 2 });
    expect(cascade.system.assetIds).toEqual(["A", "B", "N", "X"]);
    expect(refusedWith(change, add)).toEqual(["error OVERLAY_UNKNOWN_ID"]);
    expect(ready().dataset).toBe(base);
  });

  it("refuses an overlay after which the dataset fails its check, with the errors only", () => {
    const orphan = overlay("orphan", { remove: { ...nothing, assets: ["A"] } });
    expect(refusedWith(orphan)).toEqual(["error REFERENCE_UNKNOWN", "error REFERENCE_UNKNOWN"]);
    const unreachable = overlay("need", { change: [{ id: "d", need: 2 }] });
    expect(refusedWith(unreachable)).toEqual(["error GROUP_NEED_UNREACHABLE"]);
    const whole = overlay("whole", {
      remove: { assets: ["A"], dependencies: ["d"], connections: ["c"] },
    });
    expect(refusedWith(whole)).toBe("ready");
  });
});
