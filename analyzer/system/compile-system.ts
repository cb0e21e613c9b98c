import { defaultNumber } from "../model/attributes.ts";
import { compareIds, type Dataset } from "../model/dataset.ts";
import { groupRules, networkCommodity } from "../model/dependency.ts";
import { dependencyGroups } from "../model/dependency-groups.ts";
import { assetPositions, type DependencyColumns, dependencyColumns } from "../model/dependency-columns.ts";
import { groupByKey } from "../model/group-by-key.ts";
import type { GroupRows } from "../model/input-group.ts";
import { compileNetworks, type NetworkTopology } from "./compile-networks.ts";
import type { System } from "./system.ts";
import { ticksPerHour, toTicks } from "./ticks.ts";

/** Groups and their members before the groups are in order. */
interface Groups {
  /** How many there are; the columns have room for more. */
  count: number;
  readonly asset: Int32Array;
  /** [group] number of its name in `names`. */
  readonly name: Int32Array;
  readonly names: readonly string[];
  readonly need: Float64Array;
  readonly given: Float64Array;
  readonly loss: Float64Array;
  readonly bufferTicks: Float64Array;
  readonly threshold: Uint8Array;
  /** [group + 1] members of a group, in order. */
  readonly start: Int32Array;
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
  const { assets, connections, description } = dataset;
  const networks =
    connections.length === 0 ? [] : compileNetworks(assets, connections, assetPositions(dataset), description.networks);
  const groups = collectGroups(dataset, networks);
  const order = byAssetAndName(groups, assets.length);
  const memberCount = groups.start[groups.count]!;
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
    ...restartsOf(assets),
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

function restartsOf(assets: Dataset["assets"]): Pick<System, "restartTicks" | "blackStart"> {
  const defaultHours = defaultNumber("assets", "restartHours");
  const restartTicks = new Float64Array(assets.length);
  const blackStart = new Uint8Array(assets.length);
  for (let position = 0; position < assets.length; position += 1) {
    const asset = assets[position]!;
    restartTicks[position] = toTicks(asset.restartHours ?? defaultHours);
    blackStart[position] = asset.blackStart === true ? 1 : 0;
  }
  return { restartTicks, blackStart };
}

function namesOf({ name, names }: Groups, order: Int32Array): string[] {
  const found: string[] = [];
  for (let at = 0; at < order.length; at += 1) found.push(names[name[order[at]!]!]!);
  return found;
}

/** Groups by the position of their asset, those of one asset by name. */
function byAssetAndName({ asset, name, names, count }: Groups, assetCount: number): Int32Array {
  const { start, items } = groupByKey(asset.subarray(0, count), assetCount);
  const nameOf = (group: number): string => names[name[group]!]!;
  for (let position = 0; position < assetCount; position += 1) {
    const from = start[position]!;
    const to = start[position + 1]!;
    if (to - from > manyGroups) items.subarray(from, to).sort((x, y) => compareIds(nameOf(x), nameOf(y)) || x - y);
    else insertByName(items, from, to, nameOf);
  }
  return items;
}

/** With more groups of one asset a sort by insertion is slow. */
const manyGroups = 16;

function insertByName(items: Int32Array, from: number, to: number, nameOf: (group: number) => string): void {
  for (let at = from + 1; at < to; at += 1) {
    const group = items[at]!;
    const name = nameOf(group);
    let place = at;
    for (; place > from && nameOf(items[place - 1]!) > name; place -= 1) items[place] = items[place - 1]!;
    items[place] = group;
  }
}

/**
 * The groups that rows of `dependencies.csv` make, and after them the group `@c` of every asset of a network that does not
 * produce c and has no row for it. A network without producer binds nobody: its rows count as given.
 */
function collectGroups(dataset: Dataset, networks: readonly NetworkTopology[]): Groups {
  const columns = dependencyColumns(dataset);
  const lost = columns.dependent.indexOf(-1);
  if (lost !== -1)
    throw new RangeError(`no asset ${dataset.dependencies[lost]!.dependent}: the dataset was not checked`);
  const stated = dependencyGroups(dataset);
  const nodeCount = networks.reduce((sum, { nodeAsset }) => sum + nodeAsset.length, 0);
  const most = stated.start.length - 1 + nodeCount;
  const mostMembers = stated.rows.length + nodeCount;
  const groups: Groups = {
    count: 0,
    asset: new Int32Array(most),
    name: new Int32Array(most),
    names:
      nodeCount === 0
        ? columns.groupNames
        : [...columns.groupNames, ...networks.map(({ commodity }) => `@${commodity}`)],
    need: new Float64Array(most),
    given: new Float64Array(most),
    loss: new Float64Array(most),
    bufferTicks: new Float64Array(most),
    threshold: new Uint8Array(most),
    start: new Int32Array(most + 1),
    provider: new Int32Array(mostMembers),
    share: new Float64Array(mostMembers),
    lagTicks: new Float64Array(mostMembers),
    row: new Int32Array(mostMembers),
  };
  const providers = boundProviders(dataset, columns, networks);
  addStated(groups, columns, stated, providers, (provider) =>
    provider < 0 ? `@${networks[-1 - provider]!.commodity}` : dataset.assets[provider]!.id,
  );
  addDefault(groups, columns, providers, networks);
  return groups;
}

/** The provider of a row of a network without producer. */
const nobody = -(2 ** 31);

/** [row] its provider as that of a member: the position of an asset, or -1 - n for network n; or nobody. */
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

const threshold = groupRules.indexOf("threshold");

function addStated(
  groups: Groups,
  columns: DependencyColumns,
  { start, rows }: GroupRows,
  providers: Int32Array,
  idOf: (provider: number) => string,
): void {
  const defaultShare = defaultNumber("dependencies", "share");
  const defaultLag = defaultNumber("dependencies", "lagHours");
  const defaultNeed = defaultNumber("dependencies", "need");
  const defaultLoss = defaultNumber("dependencies", "loss");
  const defaultBuffer = defaultNumber("dependencies", "bufferHours");
  let member = 0;
  for (let group = 0; group + 1 < start.length; group += 1) {
    const first = member;
    let given = 0;
    let need = Number.NaN;
    let loss = Number.NaN;
    let buffer = Number.NaN;
    let rule = -1;
    for (let at = start[group]!; at < start[group + 1]!; at += 1) {
      const row = rows[at]!;
      const share = statedOr(defaultShare, columns.share[row]!);
      // The first row that states one counts.
      need = statedOr(columns.need[row]!, need);
      loss = statedOr(columns.loss[row]!, loss);
      buffer = statedOr(columns.bufferHours[row]!, buffer);
      if (rule === -1) rule = columns.rule[row]!;
      const provider = providers[row]!;
      if (provider === nobody) {
        given += share;
        continue;
      }
      groups.provider[member] = provider;
      groups.share[member] = share;
      groups.lagTicks[member] = toTicks(statedOr(defaultLag, columns.lagHours[row]!));
      groups.row[member] = row;
      member += 1;
    }
    if (member === first) continue;
    const lead = rows[start[group]!]!;
    const count = groups.count;
    groups.asset[count] = columns.dependent[lead]!;
    groups.name[count] = columns.group[lead]!;
    groups.need[count] = statedOr(defaultNeed, need);
    groups.given[count] = given;
    groups.loss[count] = statedOr(defaultLoss, loss);
    groups.bufferTicks[count] = bufferTicks(statedOr(defaultBuffer, buffer));
    groups.threshold[count] = rule === threshold ? 1 : 0;
    groups.start[count + 1] = member;
    groups.count += 1;
    if (!areInOrder(groups, first, member)) sortMembers(groups, first, member, idOf);
  }
}

/** What is stated, or else another number. */
function statedOr(other: number, stated: number): number {
  return Number.isNaN(stated) ? other : stated;
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
function sortMembers(groups: Groups, first: number, end: number, idOf: (provider: number) => string): void {
  const { provider, share, lagTicks, row } = groups;
  // Positions of assets are in order of their ids; a network is compared by its own.
  const compare = (x: number, y: number): number =>
    (provider[x]! < 0 || provider[y]! < 0
      ? compareIds(idOf(provider[x]!), idOf(provider[y]!))
      : provider[x]! - provider[y]!) || row[x]! - row[y]!;
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
  { dependent, groupNames }: DependencyColumns,
  providers: Int32Array,
  networks: readonly NetworkTopology[],
): void {
  if (networks.length === 0) return;
  const stated = new Set<string>();
  providers.forEach((provider, row) => {
    if (provider < 0) stated.add(`${provider} ${dependent[row]!}`);
  });
  networks.forEach((network, position) => {
    const provider = -1 - position;
    const producers = new Set(network.producers);
    network.nodeAsset.forEach((asset, node) => {
      if (producers.has(node) || stated.has(`${provider} ${asset}`)) return;
      const group = groups.count;
      const member = groups.start[group]!;
      groups.asset[group] = asset;
      groups.name[group] = groupNames.length + position;
      groups.need[group] = defaultNumber("dependencies", "need");
      groups.given[group] = 0;
      groups.loss[group] = defaultNumber("dependencies", "loss");
      groups.bufferTicks[group] = bufferTicks(defaultNumber("dependencies", "bufferHours"));
      groups.threshold[group] = 0;
      groups.provider[member] = provider;
      groups.share[member] = 1;
      groups.lagTicks[member] = 0;
      groups.row[member] = -1;
      groups.start[group + 1] = member + 1;
      groups.count += 1;
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
