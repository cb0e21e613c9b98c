import { beforeAll, describe, expect, it } from "vitest";
import type { Dataset, Dependency } from "../../../analyzer/index.ts";
import { type EuropeRead, readEurope } from "./europe-dataset.ts";

const missionSectors = ["energy", "transport", "finance", "water", "food", "health"];

describe("the bundled default dataset", () => {
  let outcome: EuropeRead;
  let dataset: Dataset;
  beforeAll(async () => {
    outcome = await readEurope();
    if (outcome.dataset === null) throw new Error(JSON.stringify(outcome.issues.slice(0, 5)));
    dataset = outcome.dataset;
  });

  it("is read without an error", () => {
    expect(outcome.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(outcome.issues.filter(({ code }) => code === "ISLAND_DEMAND_ABOVE_SUPPLY")).toEqual([]);
    expect(outcome.issues.filter(({ code }) => code === "ASSET_ISOLATED")).toEqual([]);
  });

  it("has more than 200 authored facts and more than 30 States", () => {
    expect(dataset.assets.filter(({ source }) => source === "facts").length).toBeGreaterThan(1000);
    expect(new Set(dataset.assets.flatMap(({ states }) => states.map(({ state }) => state))).size).toBe(59);
  });

  it.each(missionSectors)("has assets of %s in at least 40 States", (sector) => {
    const states = dataset.assets
      .filter((asset) => asset.sector === sector)
      .flatMap((asset) => asset.states.map(({ state }) => state));
    expect(new Set(states).size).toBeGreaterThanOrEqual(40);
  });

  it("states source and confidence on every row, and method and rule on every link", () => {
    for (const row of [...dataset.assets, ...dataset.dependencies, ...dataset.connections]) {
      expect(row.source, row.id).toBeTruthy();
      expect(row.confidence, row.id).toBeGreaterThan(0);
    }
    for (const link of [...dataset.dependencies, ...dataset.connections]) {
      expect(link.method, link.id).toBeTruthy();
      expect(link.ruleId, link.id).toBeTruthy();
    }
    const sources = new Set(dataset.description.sources.map(({ id }) => id));
    expect(dataset.assets.filter(({ source }) => !sources.has(source))).toEqual([]);
  });

  it("states the distance of every dependency between assets", () => {
    const without = dataset.dependencies.filter((row) => row.distanceKm === undefined && !row.provider.startsWith("@"));
    expect(without).toEqual([]);
  });

  it("keeps places at 0.1 degree", () => {
    for (const { id, lon, lat, placeClass } of dataset.assets) {
      expect(placeClass, id).toBe("Z3");
      for (const degrees of [lon, lat]) expect(Math.abs(Number(degrees?.toFixed(1)) - (degrees ?? 0)), id).toBe(0);
    }
  });

  it("marks buffers, losses and second sites as assumed", () => {
    const stated = (row: Dependency): boolean => row.bufferHours !== undefined || row.loss !== undefined;
    const unmarked = dataset.dependencies.filter((row) => stated(row) && !row.assumed?.includes("buffer_hours"));
    expect(unmarked).toEqual([]);
  });

  it("reaches over borders by dependencies of authored, observed and inferred kind", () => {
    const states = new Map(dataset.assets.map(({ id, states }) => [id, new Set(states.map(({ state }) => state))]));
    const crossing = dataset.dependencies.filter(({ provider, dependent }) => {
      const [from, to] = [states.get(provider), states.get(dependent)];
      return from !== undefined && to !== undefined && [...from].every((state) => !to.has(state));
    });
    expect(new Set(crossing.map(({ method }) => method))).toEqual(new Set(["authored", "observed", "inferred"]));
    expect(crossing.length).toBeGreaterThan(300);
  });
});
