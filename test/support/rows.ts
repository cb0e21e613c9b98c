import {
  type Asset,
  compareIds,
  type Connection,
  type Dataset,
  type DatasetDescription,
  type Dependency,
} from "../../analyzer/index.ts";

/** A description with nothing to complain about; fictional States XA, XB and XC. */
export const description: DatasetDescription = {
  id: "test",
  title: "Test",
  version: "1",
  description: "Made by a test",
  licence: "CC0-1.0",
  sources: [{ id: "made-up", title: "Made up", licence: "CC0-1.0", retrieved: "2026-01-01", credit: "Nobody" }],
  states: [
    { code: "XA", name: "Arland" },
    { code: "XB", name: "Borland" },
    { code: "XC", name: "Cesland" },
  ],
};

/** A substation of XA. */
export function assetRow(id: string, more: Partial<Asset> = {}): Asset {
  return {
    id,
    name: id,
    sector: "energy",
    kind: "substation",
    states: [{ state: "XA", share: 1 }],
    source: "made-up",
    ...more,
  };
}

export function dependencyRow(provider: string, dependent: string, more: Partial<Dependency> = {}): Dependency {
  return { id: `${provider}>${dependent}`, provider, dependent, source: "made-up", ...more };
}

/** A line for electricity. */
export function connectionRow(a: string, b: string, more: Partial<Connection> = {}): Connection {
  return { id: `${a}-${b}`, a, b, commodity: "electricity", source: "made-up", ...more };
}

/** A dataset in canonical order. */
export function datasetOf(parts: Partial<Dataset>): Dataset {
  const sorted = <R extends { readonly id: string }>(rows: readonly R[] = []) =>
    rows.toSorted((one, other) => compareIds(one.id, other.id));
  return {
    description: parts.description ?? description,
    assets: sorted(parts.assets),
    dependencies: sorted(parts.dependencies),
    connections: sorted(parts.connections),
  };
}
