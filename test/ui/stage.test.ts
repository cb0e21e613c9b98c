import { describe, expect, it } from "vitest";
import { between, fitInto, mapFrame, mapPositions } from "../../ui/stage/frame.ts";
import { hitToken } from "../../ui/stage/hit-tint.ts";
import { convexHull } from "../../ui/stage/hull.ts";
import { type LayoutStep, layoutNetwork } from "../../ui/stage/network-layout.ts";
import { mercatorLimit, project, unproject } from "../../ui/stage/projection.ts";
import { unwrapRing } from "../../ui/stage/state-shapes.ts";
import { smallGraph } from "./small-graph.ts";

describe("projection", () => {
  it("is Web Mercator in degrees, and comes back", () => {
    expect(project(10, 0).x).toBe(10);
    expect(project(10, 0).y).toBeCloseTo(0, 12);
    expect(project(0, mercatorLimit).y).toBeCloseTo(180, 3);
    const { lon, lat } = unproject(project(-9.14, 38.72));
    expect(lon).toBeCloseTo(-9.14, 10);
    expect(lat).toBeCloseTo(38.72, 10);
  });

  it("clamps the poles instead of running off", () => {
    expect(project(0, 90)).toEqual(project(0, mercatorLimit));
    expect(Number.isFinite(project(0, -90).y)).toBe(true);
  });

  it("runs a ring on over the date line", () => {
    const ring = [
      [179, 60],
      [-179, 60],
      [-179, 61],
      [179, 61],
    ];
    expect(unwrapRing(ring).map(({ x }) => x)).toEqual([179, 181, 181, 179]);
  });
});

describe("positions", () => {
  const onMap = mapPositions(smallGraph);

  it("has no place for an asset without coordinates", () => {
    expect([...onMap.x]).toEqual([20, Number.NaN, 10, 12]);
  });

  it("frames all places with a margin, whatever is missing", () => {
    const { x } = mapFrame(onMap);
    expect(x[0]).toBeLessThan(10);
    expect(x[1]).toBeGreaterThan(20);
    const nowhere = { x: new Float64Array([Number.NaN]), y: new Float64Array([Number.NaN]) };
    expect(mapFrame(nowhere).x).toEqual([-11, 32]);
  });

  it("fits a layout into the frame with one scale for both axes", () => {
    const layout = { x: new Float64Array([0, 100, 50]), y: new Float64Array([0, 50, 25]) };
    const fitted = fitInto(layout, { x: [0, 10], y: [0, 10] });
    expect([...fitted.x]).toEqual([0, 10, 5]);
    expect([...fitted.y]).toEqual([2.5, 7.5, 5]);
  });

  it("moves from one to the other, and has what has no place there at its end", () => {
    const to = { x: new Float64Array([0, 5, 0, 0]), y: new Float64Array([0, 5, 0, 0]) };
    expect([...between(onMap, to, 0.5).x]).toEqual([10, 5, 5, 6]);
    expect([...between(to, onMap, 1).x]).toEqual([20, Number.NaN, 10, 12]);
  });
});

describe("the network layout", () => {
  const task = {
    assetCount: 6,
    state: Int32Array.from([0, 0, 0, 1, 1, 1]),
    stateCount: 2,
    from: Int32Array.from([0, 1, 3, 4, 2, -1]),
    to: Int32Array.from([1, 2, 4, 5, 3, 2]),
  };
  const run = () => {
    const steps: LayoutStep[] = [];
    layoutNetwork(task, (step) => steps.push(step));
    return steps;
  };

  it("gives the same picture each time, with a number for every asset, and says when it is done", () => {
    const steps = run();
    const last = steps.at(-1);
    expect(steps.filter(({ done }) => done)).toEqual([last]);
    expect([...(last?.x ?? []), ...(last?.y ?? [])].every(Number.isFinite)).toBe(true);
    expect(run().at(-1)).toEqual(last);
  });

  it("keeps the assets of a State nearer to one another than to those of the other State", () => {
    const { x, y } = run().at(-1) ?? { x: new Float64Array(6), y: new Float64Array(6) };
    const middle = (assets: readonly number[]) => ({
      x: assets.reduce((sum, asset) => sum + (x[asset] ?? 0), 0) / assets.length,
      y: assets.reduce((sum, asset) => sum + (y[asset] ?? 0), 0) / assets.length,
    });
    const [a, b] = [middle([0, 1, 2]), middle([3, 4, 5])];
    const apart = Math.hypot(a.x - b.x, a.y - b.y);
    const spread = Math.max(...[0, 1, 2].map((asset) => Math.hypot((x[asset] ?? 0) - a.x, (y[asset] ?? 0) - a.y)));
    expect(apart).toBeGreaterThan(spread);
  });
});

describe("grounds and tints", () => {
  it("draws the hull around the outermost points", () => {
    const points = [
      { x: 0, y: 0 },
      { x: 2, y: 0 },
      { x: 1, y: 1 },
      { x: 2, y: 2 },
      { x: 0, y: 2 },
    ];
    expect(convexHull(points)).toHaveLength(4);
    expect(convexHull(points.slice(0, 1))).toHaveLength(1);
    expect(convexHull([])).toEqual([]);
  });

  it("tints earlier hits more strongly", () => {
    expect([0, 1, 1.1, 24, 72, 73].map(hitToken)).toEqual(["hit-1", "hit-1", "hit-2", "hit-3", "hit-4", "hit-5"]);
  });
});
