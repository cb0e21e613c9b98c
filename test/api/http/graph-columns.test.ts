import { describe, expect, it } from "vitest";
import type { Dataset } from "../../../analyzer/index.ts";
import { graphColumns } from "../../../api/http/graph-columns.ts";
import { placeBounds } from "../../../api/http/place-bounds.ts";

const source = "made for a test";
const dataset: Dataset = {
  description: {
    id: "small",
    title: "Small",
    version: "1",
    description: "Two assets of two States",
    licence: "CC0-1.0",
    sources: [],
    states: [{ code: "XA", name: "Ashland" }],
    vocabulary: { kinds: [{ id: "beacon", title: "Beacon", sector: "transport" }] },
  },
  assets: [
    { id: "A", name: "Plant", sector: "energy", kind: "power plant", states: [{ state: "XA", share: 1 }], source },
    {
      id: "B",
      name: "Beacon",
      sector: "transport",
      kind: "beacon",
      states: [
        { state: "DE", share: 0.25 },
        { state: "XA", share: 0.75 },
      ],
      lon: 10,
      lat: 50,
      peopleServed: 7,
      source,
    },
  ],
  dependencies: [
    { id: "D1", provider: "@electricity", dependent: "B" },
    { id: "D2", provider: "A", dependent: "B", group: "power", method: "inferred", confidence: 0.5 },
  ],
  connections: [{ id: "C1", a: "A", b: "B", commodity: "electricity" }],
};

const summary = {
  id: "small",
  title: "Small",
  version: "1",
  hash: "abc",
  revision: 3,
  importedAt: "2026-01-02T03:04:05.000Z",
  counts: { assets: 2, dependencies: 2, connections: 1, states: 2, sectors: 2 },
};

describe("graphColumns", () => {
  it("points into its own lists", () => {
    expect(graphColumns(dataset, summary)).toEqual({
      hash: "abc",
      revision: 3,
      states: [
        { code: "DE", name: "Germany" },
        { code: "XA", name: "Ashland" },
      ],
      sectors: [
        { id: "energy", title: "Energy" },
        { id: "transport", title: "Transport" },
      ],
      kinds: [
        { id: "power plant", title: "Power plant", sector: "energy" },
        { id: "beacon", title: "Beacon", sector: "transport" },
      ],
      commodities: [{ id: "electricity", title: "Electricity", unit: "MW" }],
      assets: {
        id: ["A", "B"],
        name: ["Plant", "Beacon"],
        sector: [0, 1],
        kind: [0, 1],
        states: [[1], [1, 0]],
        lon: [null, 10],
        lat: [null, 50],
        peopleServed: [null, 7],
      },
      dependencies: {
        id: ["D1", "D2"],
        provider: [-1, 0],
        dependent: [1, 1],
        group: ["@electricity", "power"],
        method: [0, 2],
        confidence: [null, 0.5],
      },
      connections: { id: ["C1"], a: [0], b: [1], commodity: [0] },
      connectivityOnly: [0],
    });
  });

  it("tells the commodities that nobody produces: their networks bind no asset", () => {
    const [plant, beacon] = dataset.assets;
    if (plant === undefined || beacon === undefined) throw new Error("the small dataset has two assets");
    const produced = { ...dataset, assets: [{ ...plant, produces: [{ commodity: "electricity" }] }, beacon] };
    expect(graphColumns(produced, summary).connectivityOnly).toEqual([]);
  });

  it("is bounded by the assets that have a place", () => {
    expect(placeBounds(dataset.assets)).toEqual({ west: 10, south: 50, east: 10, north: 50 });
    expect(placeBounds([])).toBeNull();
  });
});
