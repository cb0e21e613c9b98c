import { type Dataset, type Dependency, groupName, networkCommodity, rowMethods } from "../../analyzer/index.ts";
import type { DatasetSummary } from "../store/store.ts";
import type { Graph } from "./schemas/graph.ts";
import { wordsInUse } from "./words-in-use.ts";

/** A dataset as columns for drawing. Linear in its rows; positions point into the lists of the same answer. */
export function graphColumns(dataset: Dataset, { hash, revision }: DatasetSummary): Graph {
  const words = wordsInUse(dataset);
  const commodity = positions(words.commodities.map((term) => term.id));
  const asset = positions(dataset.assets.map(({ id }) => id));
  return {
    hash,
    revision,
    ...words,
    assets: assetColumns(dataset.assets, {
      state: positions(words.states.map(({ code }) => code)),
      sector: positions(words.sectors.map(({ id }) => id)),
      kind: positions(words.kinds.map(({ id }) => id)),
    }),
    dependencies: dependencyColumns(dataset.dependencies, asset, commodity),
    connections: {
      id: dataset.connections.map((row) => row.id),
      a: dataset.connections.map((row) => asset(row.a)),
      b: dataset.connections.map((row) => asset(row.b)),
      commodity: dataset.connections.map((row) => commodity(row.commodity)),
    },
    connectivityOnly: unproduced(dataset).map(commodity),
  };
}

/** Commodities of connections without a producer, in the order of their ids. */
function unproduced({ assets, connections }: Dataset): string[] {
  const produced = new Set(assets.flatMap(({ produces = [] }) => produces.map(({ commodity }) => commodity)));
  return [...new Set(connections.map(({ commodity }) => commodity))].filter((id) => !produced.has(id)).sort();
}

type Position = (id: string) => number;

function positions(ids: readonly string[]): Position {
  const index = new Map(ids.map((id, position) => [id, position]));
  return (id) => {
    const position = index.get(id);
    if (position === undefined) throw new Error(`the dataset holds a row that points to nothing: ${id}`);
    return position;
  };
}

function assetColumns(
  assets: Dataset["assets"],
  at: { readonly state: Position; readonly sector: Position; readonly kind: Position },
): Graph["assets"] {
  return {
    id: assets.map((asset) => asset.id),
    name: assets.map((asset) => asset.name),
    sector: assets.map((asset) => at.sector(asset.sector)),
    kind: assets.map((asset) => at.kind(asset.kind)),
    states: assets.map((asset) =>
      asset.states.toSorted((a, b) => b.share - a.share).map(({ state }) => at.state(state)),
    ),
    lon: assets.map((asset) => asset.lon ?? null),
    lat: assets.map((asset) => asset.lat ?? null),
    peopleServed: assets.map((asset) => asset.peopleServed ?? null),
  };
}

function dependencyColumns(rows: readonly Dependency[], asset: Position, commodity: Position): Graph["dependencies"] {
  const provider = (row: Dependency): number => {
    const network = networkCommodity(row.provider);
    return network === null ? asset(row.provider) : -1 - commodity(network);
  };
  return {
    id: rows.map((row) => row.id),
    provider: rows.map(provider),
    dependent: rows.map((row) => asset(row.dependent)),
    group: rows.map(groupName),
    method: rows.map((row) => (row.method === undefined ? 0 : 1 + rowMethods.indexOf(row.method))),
    confidence: rows.map((row) => row.confidence ?? null),
  };
}
