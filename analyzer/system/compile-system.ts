import { defaultNumber } from "../model/attributes.ts";
import { compareIds, type Dataset } from "../model/dataset.ts";
import { groupRules } from "../model/dependency.ts";
import { assetPositions, type DependencyColumns, dependencyColumns } from "../model/dependency-columns.ts";
import { dependencyGroups } from "../model/dependency-groups.ts";
import { groupByKey } from "../model/group-by-key.ts";
import { oneValue } from "../model/one-value.ts";
import { type OrderedRows, orderRows } from "../model/order-rows.ts";
import { compileNetworks, type NetworkTopology } from "./compile-networks.ts";
import type { System } from "./system.ts";
import { nobody, systemColumns } from "./system-columns.ts";
import { ticksPerHour, toTicks } from "./ticks.ts";

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
  const columns = systemColumns(dataset, networks);
  const groups = withMembers(groupsOf(dataset, columns), columns.provider);
  const members = membersOf(groups, columns.provider, (provider) =>
    provider < 0 ? `@${networks[-1 - provider]!.commodity}` : assets[provider]!.id,
  );
  const memberGroup = groupOfEach(members.start);
  const supplied = groupByKey(members.provider, assets.length);
  return {
    assetIds: assets.map((asset) => asset.id),
    ...restartsOf(assets),
    assetGroupStart: groups.dependentStart,
    groupNames: namesOf(groups, columns),
    groupAsset: groups.dependent,
    groupNeed: firstStated(groups, columns.need, defaultNumber("dependencies", "need")),
    groupGiven: givenTo(groups, columns),
    groupLoss: firstStated(groups, columns.loss, defaultNumber("dependencies", "loss")),
    groupBufferTicks: bufferTicks(
      firstStated(groups, columns.bufferHours, defaultNumber("dependencies", "bufferHours")),
    ),
    groupThreshold: thresholds(groups, columns),
    memberStart: members.start,
    memberGroup,
    memberProvider: members.provider,
    memberShare: sharesOf(columns, members.rows),
    memberLagTicks: lagTicks(columns, members.rows),
    memberRow: statedRows(members.rows, columns, dependencyColumns(dataset)),
    suppliedStart: supplied.start,
    suppliedMember: supplied.items,
    ...placeNetworks(networks, groups.dependent, members.provider, memberGroup, assets.length),
  };
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

/** The groups of all rows; without default rows they are those of the dataset, which the check has found already. */
function groupsOf(dataset: Dataset, { dependent, group, groupNames }: DependencyColumns): OrderedRows {
  return dependent === dependencyColumns(dataset).dependent
    ? dependencyGroups(dataset)
    : orderRows(dependent, dataset.assets.length, group, groupNames);
}

/** The groups that have a member: a network without producer binds nobody, and a group of such rows alone is none. */
function withMembers(groups: OrderedRows, provider: Int32Array): OrderedRows {
  if (!provider.includes(nobody)) return groups;
  const { rows, start, dependent, dependentStart } = groups;
  const kept: number[] = [];
  const keptRows: number[] = [];
  const keptStart = [0];
  for (let group = 0; group < dependent.length; group += 1) {
    const own = rows.subarray(start[group], start[group + 1]);
    if (own.every((row) => provider[row] === nobody)) continue;
    kept.push(group);
    for (const row of own) keptRows.push(row);
    keptStart.push(keptRows.length);
  }
  const keptDependent = Int32Array.from(kept, (group) => dependent[group]!);
  return {
    rows: Int32Array.from(keptRows),
    start: Int32Array.from(keptStart),
    dependent: keptDependent,
    dependentStart: groupByKey(keptDependent, dependentStart.length - 1).start,
  };
}

/** Members of groups: those of group g are at `start[g]` up to, not including, `start[g + 1]`. */
interface Members {
  readonly start: Int32Array;
  readonly rows: Int32Array;
  readonly provider: Int32Array;
}

/** The rows that bind, those of each group in order of their providers' ids and then ascending. */
function membersOf(groups: OrderedRows, provider: Int32Array, idOf: (provider: number) => string): Members {
  const { start, rows } = bindingRows(groups, provider);
  const own = new Int32Array(rows.length);
  for (let member = 0; member < rows.length; member += 1) own[member] = provider[rows[member]!]!;
  // Positions of assets are in order of their ids; a network is compared by its own.
  const compare = (x: number, y: number): number => {
    const [one, other] = [provider[x]!, provider[y]!];
    return (one < 0 || other < 0 ? compareIds(idOf(one), idOf(other)) : one - other) || x - y;
  };
  for (let group = 0; group + 1 < start.length; group += 1) {
    const from = start[group]!;
    const to = start[group + 1]!;
    if (to - from < 2 || areInOrder(own, from, to)) continue;
    rows.subarray(from, to).sort(compare);
    for (let member = from; member < to; member += 1) own[member] = provider[rows[member]!]!;
  }
  return { start, rows, provider: own };
}

function bindingRows({ start, rows }: OrderedRows, provider: Int32Array): { start: Int32Array; rows: Int32Array } {
  if (!provider.includes(nobody)) return { start, rows: rows.slice() };
  const binding = rows.filter((row) => provider[row] !== nobody);
  const bindingStart = new Int32Array(start.length);
  for (let group = 0; group + 1 < start.length; group += 1) {
    bindingStart[group + 1] = bindingStart[group]!;
    for (let at = start[group]!; at < start[group + 1]!; at += 1)
      if (provider[rows[at]!] !== nobody) bindingStart[group + 1]! += 1;
  }
  return { start: bindingStart, rows: binding };
}

/** Whether members, rows ascending, are in order of their providers for all that their positions tell. */
function areInOrder(provider: Int32Array, from: number, to: number): boolean {
  for (let member = from; member < to; member += 1) {
    if (provider[member]! < 0) return false;
    if (member > from && provider[member - 1]! > provider[member]!) return false;
  }
  return true;
}

function groupOfEach(start: Int32Array): Int32Array {
  const memberGroup = new Int32Array(start[start.length - 1]!);
  for (let group = 0; group + 1 < start.length; group += 1) {
    for (let member = start[group]!; member < start[group + 1]!; member += 1) memberGroup[member] = group;
  }
  return memberGroup;
}

function namesOf({ start, rows }: OrderedRows, { group, groupNames }: DependencyColumns): string[] {
  const names: string[] = [];
  for (let at = 0; at + 1 < start.length; at += 1) names.push(groupNames[group[rows[start[at]!]!]!]!);
  return names;
}

/** What the first row of a group that states it says, or else what is assumed. */
function firstStated({ start, rows }: OrderedRows, column: Float64Array, assumed: number): Float64Array {
  const values = new Float64Array(start.length - 1);
  const same = oneValue(column);
  if (same !== undefined) return values.fill(statedOr(assumed, same));
  for (let group = 0; group < values.length; group += 1) {
    const to = start[group + 1]!;
    let at = start[group]!;
    while (at < to && Number.isNaN(column[rows[at]!])) at += 1;
    values[group] = at < to ? column[rows[at]!]! : assumed;
  }
  return values;
}

/** What is stated, or else what is assumed. */
function statedOr(assumed: number, stated: number): number {
  return Number.isNaN(stated) ? assumed : stated;
}

function thresholds({ start, rows }: OrderedRows, { rule }: DependencyColumns): Uint8Array {
  const threshold = groupRules.indexOf("threshold");
  const values = new Uint8Array(start.length - 1);
  const same = oneValue(rule);
  if (same !== undefined) return values.fill(same === threshold ? 1 : 0);
  for (let group = 0; group < values.length; group += 1) {
    const to = start[group + 1]!;
    let at = start[group]!;
    while (at < to && rule[rows[at]!] === -1) at += 1;
    if (at < to && rule[rows[at]!] === threshold) values[group] = 1;
  }
  return values;
}

/** Summed shares that nothing can take away. */
function givenTo({ start, rows }: OrderedRows, { provider, share }: DependencyColumns): Float64Array {
  const given = new Float64Array(start.length - 1);
  if (!provider.includes(nobody)) return given;
  const defaultShare = defaultNumber("dependencies", "share");
  for (let group = 0; group < given.length; group += 1) {
    for (const row of rows.subarray(start[group], start[group + 1])) {
      if (provider[row] === nobody) given[group]! += statedOr(defaultShare, share[row]!);
    }
  }
  return given;
}

/** Hours to ticks, in place. A store is not rounded, only the time it runs empty is; one that lasts no tick at full deficit is none. */
function bufferTicks(hours: Float64Array): Float64Array {
  for (let group = 0; group < hours.length; group += 1)
    hours[group] = toTicks(hours[group]!) === 0 ? 0 : hours[group]! * ticksPerHour;
  return hours;
}

function sharesOf({ share }: DependencyColumns, rows: Int32Array): Float64Array {
  const assumed = defaultNumber("dependencies", "share");
  const shares = new Float64Array(rows.length);
  const same = oneValue(share);
  if (same !== undefined) return shares.fill(statedOr(assumed, same));
  for (let member = 0; member < rows.length; member += 1) shares[member] = statedOr(assumed, share[rows[member]!]!);
  return shares;
}

function lagTicks({ lagHours }: DependencyColumns, rows: Int32Array): Float64Array {
  const assumed = defaultNumber("dependencies", "lagHours");
  const ticks = new Float64Array(rows.length);
  const same = oneValue(lagHours);
  if (same !== undefined) return ticks.fill(toTicks(statedOr(assumed, same)));
  for (let member = 0; member < rows.length; member += 1)
    ticks[member] = toTicks(statedOr(assumed, lagHours[rows[member]!]!));
  return ticks;
}

/** Rows of the dependencies, -1 for those that no one stated. */
function statedRows(rows: Int32Array, columns: DependencyColumns, stated: DependencyColumns): Int32Array {
  const count = stated.provider.length;
  return columns.provider.length === count ? rows : rows.map((row) => (row < count ? row : -1));
}

function placeNetworks(
  topologies: readonly NetworkTopology[],
  groupAsset: Int32Array,
  memberProvider: Int32Array,
  memberGroup: Int32Array,
  assetCount: number,
): Pick<System, "networks" | "assetNetworkStart" | "assetNetwork" | "assetNode"> {
  const memberOf = new Map<string, number>();
  for (let member = 0; member < memberProvider.length && topologies.length > 0; member += 1) {
    const provider = memberProvider[member]!;
    if (provider < 0) memberOf.set(`${-1 - provider} ${groupAsset[memberGroup[member]!]!}`, member);
  }
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
