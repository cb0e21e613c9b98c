import { defaultNumber } from "../model/attributes.ts";
import { compareIds, type Dataset } from "../model/dataset.ts";
import { networkCommodity } from "../model/dependency.ts";
import { dependencyGroups } from "../model/dependency-groups.ts";
import { assetPositions, type DependencyEnds, dependencyEnds } from "../model/dependency-ends.ts";
import { groupByKey } from "../model/group-by-key.ts";
import { groupName } from "../model/input-group.ts";
import { compileNetworks, type NetworkTopology } from "./compile-networks.ts";
import type { System } from "./system.ts";
import { ticksPerHour, toTicks } from "./ticks.ts";

/** Groups and their members before the groups are in order. */
interface Groups {
  readonly asset: number[];
  readonly name: string[];
  readonly need: number[];
  readonly given: number[];
  readonly loss: number[];
  readonly bufferTicks: number[];
  readonly threshold: number[];
  /** [group + 1] members of a group, in order. */
  readonly start: number[];
  readonly provider: Int32Array;
  readonly share: Float64Array;
  readonly lagTicks: Float64Array;
  readonly row: Int32Array;
}

/**
 * Compiles a checked dataset into typed arrays. The dataset must be free of errors of the check and in canonical order;
 * a reference that leads nowhere throws RangeError.
 *
 * Cost: O(n log n) in assets, dependencies and connections.
 */
export function compileSystem(dataset: Dataset): System {
  const { assets } = dataset;
  const networks = compileNetworks(assets, dataset.connections, assetPositions(dataset), dataset.description.networks);
  const groups = collectGroups(dataset, networks);
  const order = byAssetAndName(groups, assets.length);
  const memberCount = groups.start.at(-1) ?? 0;
  const memberStart = new Int32Array(order.length + 1);
  const memberGroup = new Int32Array(memberCount);
  const memberAt = new Int32Array(memberCount);
  for (let position = 0; position < order.length; position += 1) {
    const group = order[position]!;
    let at = memberStart[position]!;
    for (let member = groups.start[group]!; member < groups.start[group + 1]!; member += 1, at += 1) {
      memberGroup[at] = position;
      memberAt[at] = member;
    }
    memberStart[position + 1] = at;
  }
  const groupAsset = gathered(new Int32Array(order.length), groups.asset, order);
  const memberProvider = gathered(new Int32Array(memberCount), groups.provider, memberAt);
  const supplied = groupByKey(memberProvider, assets.length);
  return {
    assetIds: assets.map((asset) => asset.id),
    restartTicks: Float64Array.from(assets, (asset) =>
      toTicks(asset.restartHours ?? defaultNumber("assets", "restartHours")),
    ),
    blackStart: Uint8Array.from(assets, (asset) => (asset.blackStart === true ? 1 : 0)),
    assetGroupStart: groupByKey(groupAsset, assets.length).start,
    groupNames: namesOf(groups, order),
    groupAsset,
    groupNeed: gathered(new Float64Array(order.length), groups.need, order),
    groupGiven: gathered(new Float64Array(order.length), groups.given, order),
    groupLoss: gathered(new Float64Array(order.length), groups.loss, order),
    groupBufferTicks: gathered(new Float64Array(order.length), groups.bufferTicks, order),
    groupThreshold: gathered(new Uint8Array(order.length), groups.threshold, order),
    memberStart,
    memberGroup,
    memberProvider,
    memberShare: gathered(new Float64Array(memberCount), groups.share, memberAt),
    memberLagTicks: gathered(new Float64Array(memberCount), groups.lagTicks, memberAt),
    memberRow: gathered(new Int32Array(memberCount), groups.row, memberAt),
    suppliedStart: supplied.start,
    suppliedMember: supplied.items,
    ...placeNetworks(networks, groupAsset, memberProvider, memberGroup, assets.length),
  };
}

/** Fills a column with the values at the places that an order names. */
function gathered<Column extends Float64Array | Int32Array | Uint8Array>(
  column: Column,
  values: ArrayLike<number>,
  order: Int32Array,
): Column {
  for (let at = 0; at < order.length; at += 1) column[at] = values[order[at]!]!;
  return column;
}

function namesOf({ name }: Groups, order: Int32Array): string[] {
  const names: string[] = [];
  for (let at = 0; at < order.length; at += 1) names.push(name[order[at]!]!);
  return names;
}

/** Groups by the position of their asset, those of one asset by name. */
function byAssetAndName({ asset, name }: Groups, assetCount: number): Int32Array {
  const { start, items } = groupByKey(asset, assetCount);
  for (let position = 0; position < assetCount; position += 1) {
    const [from, to] = [start[position]!, start[position + 1]!];
    if (to - from > manyGroups) items.subarray(from, to).sort((x, y) => compareIds(name[x]!, name[y]!) || x - y);
    else insertByName(items, from, to, name);
  }
  return items;
}

/** With more groups of one asset a sort by insertion is slow. */
const manyGroups = 16;

function insertByName(items: Int32Array, from: number, to: number, name: readonly string[]): void {
  for (let at = from + 1; at < to; at += 1) {
    const group = items[at]!;
    let place = at;
    for (; place > from && name[items[place - 1]!]! > name[group]!; place -= 1) items[place] = items[place - 1]!;
    items[place] = group;
  }
}

/**
 * The groups that rows of `dependencies.csv` make, and after them the group `@c` of every asset of a network that does not
 * produce c and has no row for it. A network without producer binds nobody: its rows count as given.
 */
function collectGroups(dataset: Dataset, networks: readonly NetworkTopology[]): Groups {
  const ends = dependencyEnds(dataset);
  const most = dataset.dependencies.length + networks.reduce((sum, { nodeAsset }) => sum + nodeAsset.length, 0);
  const groups: Groups = {
    asset: [],
    name: [],
    need: [],
    given: [],
    loss: [],
    bufferTicks: [],
    threshold: [],
    start: [0],
    provider: new Int32Array(most),
    share: new Float64Array(most),
    lagTicks: new Float64Array(most),
    row: new Int32Array(most),
  };
  addStated(groups, dataset, ends, networks);
  addDefault(groups, dataset, ends, networks);
  return groups;
}

function addStated(groups: Groups, dataset: Dataset, ends: DependencyEnds, networks: readonly NetworkTopology[]): void {
  const { dependencies } = dataset;
  const lost = ends.dependent.indexOf(-1);
  if (lost !== -1) throw new RangeError(`no asset ${dependencies[lost]!.dependent}: the dataset was not checked`);
  const { start, rows } = dependencyGroups(dataset);
  const networkPosition = new Map(networks.map((network, position) => [network.commodity, position]));
  const [defaultShare, defaultLag] = [
    defaultNumber("dependencies", "share"),
    defaultNumber("dependencies", "lagHours"),
  ];
  const [defaultNeed, defaultLoss] = [defaultNumber("dependencies", "need"), defaultNumber("dependencies", "loss")];
  const defaultBuffer = defaultNumber("dependencies", "bufferHours");
  let member = 0;
  for (let group = 0; group + 1 < start.length; group += 1) {
    const first = member;
    let given = 0;
    let need: number | undefined;
    let loss: number | undefined;
    let buffer: number | undefined;
    let rule: string | undefined;
    for (let at = start[group]!; at < start[group + 1]!; at += 1) {
      const row = rows[at]!;
      const dependency = dependencies[row]!;
      const share = dependency.share ?? defaultShare;
      // The first row that states one counts.
      need ??= dependency.need;
      loss ??= dependency.loss;
      buffer ??= dependency.bufferHours;
      rule ??= dependency.rule;
      let provider = ends.provider[row]!;
      if (provider === -1) {
        const commodity = networkCommodity(dependency.provider);
        if (commodity === null) throw new RangeError(`no asset ${dependency.provider}: the dataset was not checked`);
        const network = networkPosition.get(commodity);
        if (network === undefined) {
          given += share;
          continue;
        }
        provider = -1 - network;
      }
      groups.provider[member] = provider;
      groups.share[member] = share;
      groups.lagTicks[member] = toTicks(dependency.lagHours ?? defaultLag);
      groups.row[member] = row;
      member += 1;
    }
    if (member === first) continue;
    const lead = rows[start[group]!]!;
    groups.asset.push(ends.dependent[lead]!);
    groups.name.push(groupName(dependencies[lead]!));
    groups.need.push(need ?? defaultNeed);
    groups.given.push(given);
    groups.loss.push(loss ?? defaultLoss);
    groups.bufferTicks.push(bufferTicks(buffer ?? defaultBuffer));
    groups.threshold.push(rule === "threshold" ? 1 : 0);
    groups.start.push(member);
    if (!areInOrder(groups, first, member)) sortMembers(groups, dependencies, first, member);
  }
}

/** Whether members, rows ascending, are in order of their providers for all that their positions tell. */
function areInOrder({ provider }: Groups, first: number, end: number): boolean {
  for (let member = first; member < end; member += 1) {
    if (end - first > 1 && provider[member]! < 0) return false;
    if (member > first && provider[member - 1]! > provider[member]!) return false;
  }
  return true;
}

/** Puts the members from `first` up to `end`, of one group, in order of their providers' ids and then of their rows. */
function sortMembers(groups: Groups, dependencies: Dataset["dependencies"], first: number, end: number): void {
  const { provider, share, lagTicks, row } = groups;
  const idOf = (member: number): string => dependencies[row[member]!]!.provider;
  // Positions of assets are in order of their ids; a network is compared by its own.
  const compare = (x: number, y: number): number =>
    (provider[x]! < 0 || provider[y]! < 0 ? compareIds(idOf(x), idOf(y)) : provider[x]! - provider[y]!) ||
    row[x]! - row[y]!;
  const order = Int32Array.from({ length: end - first }, (_, at) => first + at).sort(compare);
  for (const values of [provider, share, lagTicks, row]) {
    const sorted = Array.from(order, (member) => values[member]!);
    values.set(sorted, first);
  }
}

/** A store is not rounded, only the time it runs empty is; one that lasts no tick at full deficit is none. */
function bufferTicks(hours: number): number {
  return toTicks(hours) === 0 ? 0 : hours * ticksPerHour;
}

function addDefault(
  groups: Groups,
  { dependencies }: Dataset,
  ends: DependencyEnds,
  networks: readonly NetworkTopology[],
): void {
  let member = groups.start.at(-1) ?? 0;
  const stated = new Set<string>();
  ends.provider.forEach((provider, row) => {
    if (provider === -1) stated.add(`${dependencies[row]!.provider} ${ends.dependent[row]!}`);
  });
  networks.forEach((network, position) => {
    const name = `@${network.commodity}`;
    const producers = new Set(network.producers);
    network.nodeAsset.forEach((asset, node) => {
      if (producers.has(node) || stated.has(`${name} ${asset}`)) return;
      groups.asset.push(asset);
      groups.name.push(name);
      groups.need.push(defaultNumber("dependencies", "need"));
      groups.given.push(0);
      groups.loss.push(defaultNumber("dependencies", "loss"));
      groups.bufferTicks.push(bufferTicks(defaultNumber("dependencies", "bufferHours")));
      groups.threshold.push(0);
      groups.provider[member] = -1 - position;
      groups.share[member] = 1;
      groups.lagTicks[member] = 0;
      groups.row[member] = -1;
      member += 1;
      groups.start.push(member);
    });
  });
}

function placeNetworks(
  topologies: readonly NetworkTopology[],
  groupAsset: Int32Array,
  memberProvider: Int32Array,
  memberGroup: Int32Array,
  assetCount: number,
): Pick<System, "networks" | "assetNetworkStart" | "assetNetwork" | "assetNode"> {
  const memberOf = new Map<string, number>();
  memberProvider.forEach((provider, position) => {
    if (provider < 0) memberOf.set(`${-1 - provider} ${groupAsset[memberGroup[position]!]!}`, position);
  });
  const networks = topologies.map((topology, network) => ({
    ...topology,
    nodeMember: topology.nodeAsset.map((asset) => memberOf.get(`${network} ${asset}`) ?? -1),
  }));
  const places = networks.flatMap((network, position) =>
    [...network.nodeAsset].map((asset, node) => ({ asset, network: position, node })),
  );
  const byAsset = groupByKey(
    places.map((place) => place.asset),
    assetCount,
  );
  return {
    networks,
    assetNetworkStart: byAsset.start,
    assetNetwork: byAsset.items.map((place) => places[place]!.network),
    assetNode: byAsset.items.map((place) => places[place]!.node),
  };
}
