import type { Dataset } from "../model/dataset.ts";
import { networkCommodity } from "../model/dependency.ts";
import { type DependencyColumns, dependencyColumns } from "../model/dependency-columns.ts";
import type { NetworkTopology } from "./compile-networks.ts";

/** The provider of a row of a network without producer: it binds nobody, and counts as given. */
export const nobody = -(2 ** 31);

/**
 * The dependencies of a dataset as a system has them. Providers are positions of assets, -1 - n for network n, or nobody. After
 * the rows that are stated comes one for every asset of a network that does not produce its commodity c and has no row for it:
 * group `@c`, and nothing stated. Linear.
 *
 * @throws RangeError where a dependency names no asset
 */
export function systemColumns(dataset: Dataset, networks: readonly NetworkTopology[]): DependencyColumns {
  const columns = dependencyColumns(dataset);
  const lost = columns.dependent.indexOf(-1);
  if (lost !== -1)
    throw new RangeError(`no asset ${dataset.dependencies[lost]!.dependent}: the dataset was not checked`);
  const provider = boundProviders(dataset, columns, networks);
  return withDefaultRows({ ...columns, provider }, networks);
}

function boundProviders(
  dataset: Dataset,
  { provider }: DependencyColumns,
  networks: readonly NetworkTopology[],
): Int32Array {
  if (!provider.includes(-1)) return provider;
  const networkPosition = new Map(networks.map((network, position) => [network.commodity, position]));
  return provider.map((position, row) => {
    if (position !== -1) return position;
    const { provider: id } = dataset.dependencies[row]!;
    const commodity = networkCommodity(id);
    if (commodity === null) throw new RangeError(`no asset ${id}: the dataset was not checked`);
    const network = networkPosition.get(commodity);
    return network === undefined ? nobody : -1 - network;
  });
}

function withDefaultRows(columns: DependencyColumns, networks: readonly NetworkTopology[]): DependencyColumns {
  const rows = networks.flatMap((network, position) => defaultRows(columns, network, position));
  if (rows.length === 0) return columns;
  const count = columns.provider.length + rows.length;
  const firstName = columns.groupNames.length;
  const unstated = rows.map(() => Number.NaN);
  return {
    provider: joined(
      new Int32Array(count),
      columns.provider,
      rows.map(({ network }) => -1 - network),
    ),
    dependent: joined(
      new Int32Array(count),
      columns.dependent,
      rows.map(({ asset }) => asset),
    ),
    group: joined(
      new Int32Array(count),
      columns.group,
      rows.map(({ network }) => firstName + network),
    ),
    groupNames: [...columns.groupNames, ...networks.map(({ commodity }) => `@${commodity}`)],
    need: joined(new Float64Array(count), columns.need, unstated),
    loss: joined(new Float64Array(count), columns.loss, unstated),
    bufferHours: joined(new Float64Array(count), columns.bufferHours, unstated),
    share: joined(new Float64Array(count), columns.share, unstated),
    lagHours: joined(new Float64Array(count), columns.lagHours, unstated),
    rule: joined(
      new Int8Array(count),
      columns.rule,
      rows.map(() => -1),
    ),
  };
}

function joined<Column extends Float64Array | Int32Array | Int8Array>(
  column: Column,
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): Column {
  column.set(first);
  column.set(second, first.length);
  return column;
}

interface DefaultRow {
  readonly asset: number;
  readonly network: number;
}

function defaultRows(
  { provider, dependent }: DependencyColumns,
  { nodeAsset, producers }: NetworkTopology,
  network: number,
): DefaultRow[] {
  const hasOwn = new Set<number>();
  for (let row = 0; row < provider.length; row += 1) if (provider[row] === -1 - network) hasOwn.add(dependent[row]!);
  for (const node of producers) hasOwn.add(nodeAsset[node]!);
  return Array.from(nodeAsset)
    .filter((asset) => !hasOwn.has(asset))
    .map((asset) => ({ asset, network }));
}
