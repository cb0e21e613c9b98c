import type { Dataset, Dependency } from "../../analyzer/index.ts";

/** The dataset in which nothing that others lose lowers the asset: every input group of it loses nothing. */
export function backed(dataset: Dataset, id: string): Dataset {
  const asset = dataset.assets.find((candidate) => candidate.id === id);
  const produced = new Set(asset?.produces?.map(({ commodity }) => commodity));
  const stated = new Set(dataset.dependencies.filter((row) => row.dependent === id).map(({ provider }) => provider));
  const touched = dataset.connections.filter(({ a, b }) => a === id || b === id).map(({ commodity }) => commodity);
  const made = new Set(dataset.assets.flatMap(({ produces }) => produces ?? []).map(({ commodity }) => commodity));
  const own = [...new Set(touched)]
    .filter((commodity) => made.has(commodity) && !produced.has(commodity) && !stated.has(`@${commodity}`))
    .map(
      (commodity): Dependency => ({
        id: `backed ${id} ${commodity}`,
        provider: `@${commodity}`,
        dependent: id,
        loss: 0,
        source: "test",
      }),
    );
  const rows = dataset.dependencies.map((row) => (row.dependent === id ? { ...row, loss: 0 } : row));
  return { ...dataset, dependencies: [...rows, ...own] };
}
