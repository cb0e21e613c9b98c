import { describe, expect, it } from "vitest";
import { type Dataset, datasetHash } from "../../../analyzer/index.ts";
import { fileSetFromBytes, readDataset, writeBundle } from "../../../datasets/formats/index.ts";
import { generateSystem, mostStates, type SystemOptions } from "../../../datasets/synthetic/generate-system.ts";
import { syntheticKinds } from "../../../datasets/synthetic/kinds.ts";

const usual: SystemOptions = { assets: 1_000, states: 6, redundancy: 0.6, seed: 7 };

function datasetOf(options: SystemOptions): Dataset {
  const system = generateSystem(options);
  return {
    description: system.description,
    assets: [...system.assets()],
    dependencies: [...system.dependencies()],
    connections: [...system.connections()],
  };
}

describe.each([
  { ...usual, assets: 100, states: 1 },
  { ...usual, assets: 137, states: mostStates, redundancy: 0 },
  { ...usual, redundancy: 1 },
  { ...usual, assets: 5_000, seed: 2 ** 31 - 1 },
])("a system of %j", (options) => {
  const dataset = datasetOf(options);
  const { statistics } = generateSystem(options);

  it("reads back without an error or a warning", async () => {
    const { dataset: read, issues } = await readDataset(
      fileSetFromBytes("made.json", Buffer.from(writeBundle(dataset))),
    );
    expect(issues.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(read?.assets.length).toBe(options.assets);
  });

  it("states what a count finds", () => {
    const byId = new Map(dataset.assets.map((asset) => [asset.id, asset]));
    const crossing = (one: string, other: string): boolean =>
      byId.get(one)?.states[0]?.state !== byId.get(other)?.states[0]?.state;
    const between = dataset.dependencies.filter(({ provider, dependent }) => crossing(provider, dependent)).length;
    expect(statistics).toMatchObject({
      assets: dataset.assets.length,
      dependencies: dataset.dependencies.length,
      connections: dataset.connections.length,
      singleProviderShare: singleShare(dataset),
      crossBorderShare: between / dataset.dependencies.length,
      crossBorderConnections: dataset.connections.filter(({ a, b }) => crossing(a, b)).length,
    });
  });

  it("has every kind in its share, each service from the kind that gives it, and one electricity network", () => {
    const byId = new Map(dataset.assets.map((asset) => [asset.id, asset]));
    for (const { kind, share } of syntheticKinds) {
      const count = dataset.assets.filter((asset) => asset.kind === kind).length;
      expect(Math.abs(count - share * options.assets)).toBeLessThanOrEqual(
        share * options.assets < 2 ? 2 : 1 + 0.03 * options.assets,
      );
      expect(count).toBeGreaterThan(0);
    }
    for (const { provider, dependent, commodity } of dataset.dependencies) {
      const of = syntheticKinds.find(({ kind }) => kind === byId.get(dependent)?.kind);
      expect(of?.services.find((service) => service.commodity === commodity)?.from).toBe(byId.get(provider)?.kind);
    }
    expect(islands(dataset)).toBe(1);
    const sum = (column: "produces" | "consumes"): number =>
      dataset.assets.reduce((total, asset) => total + (asset[column]?.[0]?.amount ?? 0), 0);
    expect(sum("produces")).toBeGreaterThanOrEqual(1.3 * sum("consumes"));
  });
});

it("gives the same system for the same options, and another for another seed", () => {
  expect(datasetHash(datasetOf(usual))).toBe(datasetHash(datasetOf(usual)));
  expect(datasetHash(datasetOf(usual))).not.toBe(datasetHash(datasetOf({ ...usual, seed: 8 })));
});

it("leaves places and kinds as they were where only the redundancy changes", () => {
  expect(datasetOf({ ...usual, redundancy: 0 }).assets).toEqual(datasetOf(usual).assets);
});

/** Of all services, those with one provider. */
function singleShare({ dependencies }: Dataset): number {
  const sizes = new Map<string, number>();
  for (const { dependent, group } of dependencies) {
    const key = `${dependent} ${group}`;
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  return [...sizes.values()].filter((size) => size === 1).length / sizes.size;
}

/** How many parts the connected assets fall into. */
function islands({ connections }: Dataset): number {
  const root = new Map<string, string>();
  const find = (id: string): string => {
    let at = id;
    while (root.get(at) !== undefined && root.get(at) !== at) at = root.get(at) ?? at;
    return at;
  };
  for (const { a, b } of connections) {
    for (const id of [a, b]) if (!root.has(id)) root.set(id, id);
    root.set(find(a), find(b));
  }
  return [...root.keys()].filter((id) => root.get(id) === id).length;
}
