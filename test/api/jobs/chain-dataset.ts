import type { Asset, Dataset, Dependency } from "../../../analyzer/index.ts";

const number = (index: number): string => String(index).padStart(6, "0");

/** A dataset where each asset depends on the one before it: a scan over it takes a while. */
export function chainDataset(assets: number): Dataset {
  const rows: Asset[] = [];
  const dependencies: Dependency[] = [];
  for (let i = 0; i < assets; i++) {
    rows.push({
      id: `A${number(i)}`,
      name: `Asset ${i}`,
      sector: "energy",
      kind: "power plant",
      states: [{ state: i % 2 === 0 ? "XA" : "XB", share: 1 }],
      source: "made for a test",
    });
    if (i === 0) continue;
    dependencies.push({
      id: `D${number(i)}`,
      provider: `A${number(i - 1)}`,
      dependent: `A${number(i)}`,
      lagHours: 0.01,
      source: "made for a test",
    });
  }
  return {
    description: {
      id: "chain",
      title: "Chain",
      version: "1",
      description: "Each asset depends on the one before it",
      licence: "CC0-1.0",
      sources: [],
      states: [
        { code: "XA", name: "Ashland" },
        { code: "XB", name: "Birchland" },
      ],
    },
    assets: rows,
    dependencies,
    connections: [],
  };
}
