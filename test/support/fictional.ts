import { type Asset, type Connection, byId, type Dataset, type Dependency } from "../../analyzer/index.ts";

/** A dataset in canonical order with the fictional States of the golden case. */
export function fictionalDataset(
  id: string,
  assets: readonly Asset[],
  dependencies: readonly Dependency[],
  connections: readonly Connection[] = [],
): Dataset {
  const sorted = <T extends { readonly id: string }>(rows: readonly T[]) => [...rows].sort(byId);
  return {
    description: {
      id,
      title: id,
      version: "1",
      description: "Built in code for a test",
      licence: "CC0-1.0",
      sources: [{ id: "test", title: "Test", licence: "CC0-1.0", retrieved: "2026-01-01", credit: "Test" }],
      states: ["XA", "XB", "XC"].map((code) => ({ code, name: `State ${code}` })),
    },
    assets: sorted(assets),
    dependencies: sorted(dependencies),
    connections: sorted(connections),
  };
}

/** An asset of State XA that has only what is required, and what is said of it. */
export function fictionalAsset(id: string, more: Partial<Asset> = {}): Asset {
  return {
    id,
    name: id,
    sector: "energy",
    kind: "substation",
    states: [{ state: "XA", share: 1 }],
    source: "test",
    ...more,
  };
}
