import { type Asset, type Connection, byId, type Dataset, type Dependency } from "../../analyzer/index.ts";
import { sampleDataset } from "./sample-dataset.ts";

/** A made-up dataset of so many rows, each with the attributes that real rows have; the same for the same numbers. */
export function largeDataset(
  id: string,
  sizes: { assets: number; dependencies: number; connections: number },
): Dataset {
  const name = (n: number): string => `A${String(n).padStart(7, "0")}`;
  const pick = (n: number): string => name((n * 7_919 + 13) % sizes.assets);
  const assets = list(
    sizes.assets,
    (n): Asset => ({
      id: name(n),
      name: `Plant number ${n} of somewhere`,
      sector: n % 2 === 0 ? "energy" : "water",
      kind: "power plant",
      states: [{ state: `X${"ABCDEFGH".charAt(n % 8)}`, share: 1 }],
      lon: (n % 3_600) / 10 - 180,
      lat: (n % 1_700) / 10 - 85,
      capacity: n / 7,
      unit: "MW",
      operator: `Operator ${n % 50}`,
      restartHours: n % 24,
      peopleServed: n * 10,
      source: "made up for tests",
      confidence: 0.5,
      placeClass: "Z3",
    }),
  );
  const dependencies = list(
    sizes.dependencies,
    (n): Dependency => ({
      id: `D${String(n).padStart(7, "0")}`,
      provider: pick(n),
      dependent: pick(n + 1),
      kind: "physical",
      commodity: "electricity",
      group: `g${n % 5}`,
      bufferHours: n % 10,
      share: 1,
      method: "inferred",
      ruleId: "nearest",
      distanceKm: n / 3,
      confidence: 0.5,
      source: "made up for tests",
    }),
  );
  const connections = list(
    sizes.connections,
    (n): Connection => ({
      id: `C${String(n).padStart(7, "0")}`,
      a: pick(n),
      b: pick(n + 2),
      commodity: "electricity",
      capacity: n,
      unit: "MW",
      lengthKm: n / 11,
      source: "made up for tests",
    }),
  );
  return { description: sampleDataset(id).description, assets, dependencies, connections };
}

function list<Row extends { readonly id: string }>(length: number, make: (n: number) => Row): Row[] {
  return Array.from({ length }, (_, n) => make(n)).sort(byId);
}
