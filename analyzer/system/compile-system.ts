import { defaultNumber } from "../model/attributes.ts";
import { compareIds, type Dataset } from "../model/dataset.ts";
import { type Dependency, networkCommodity } from "../model/dependency.ts";
import { inputGroups } from "../model/input-group.ts";
import { compileNetworks, type NetworkTopology } from "./compile-networks.ts";
import { groupByKey } from "./offsets.ts";
import type { System } from "./system.ts";
import { ticksPerHour, toTicks } from "./ticks.ts";

/** A group before it has a position. */
interface Group {
  readonly asset: number;
  readonly name: string;
  readonly need: number;
  readonly given: number;
  readonly loss: number;
  readonly bufferTicks: number;
  readonly threshold: boolean;
  readonly members: readonly Member[];
}

interface Member {
  readonly provider: number;
  readonly providerId: string;
  readonly share: number;
  readonly lagTicks: number;
  readonly row: number;
}

/**
 * Compiles a checked dataset into typed arrays. The dataset must be free of errors of the check and in canonical order;
 * a reference that leads nowhere throws RangeError.
 *
 * Cost: O(n log n) in assets, dependencies and connections.
 */
export function compileSystem(dataset: Dataset): System {
  const { assets } = dataset;
  const assetPosition = new Map(assets.map((asset, position) => [asset.id, position]));
  const networks = compileNetworks(assets, dataset.connections, assetPosition, dataset.description.networks);
  const groups = byAssetAndName(
    statedGroups(dataset.dependencies, assetPosition, networks).concat(
      defaultGroups(dataset.dependencies, assetPosition, networks),
    ),
    assets.length,
  );
  const members = groups.flatMap((group) => group.members);
  const memberGroup = Int32Array.from(groups.flatMap((group, position) => group.members.map(() => position)));
  const supplied = groupByKey(
    members.map((member) => member.provider),
    assets.length,
  );
  return {
    assetIds: assets.map((asset) => asset.id),
    restartTicks: Float64Array.from(assets, (asset) =>
      toTicks(asset.restartHours ?? defaultNumber("assets", "restartHours")),
    ),
    blackStart: Uint8Array.from(assets, (asset) => (asset.blackStart === true ? 1 : 0)),
    assetGroupStart: groupByKey(
      groups.map((group) => group.asset),
      assets.length,
    ).start,
    groupNames: groups.map((group) => group.name),
    groupAsset: Int32Array.from(groups, (group) => group.asset),
    groupNeed: Float64Array.from(groups, (group) => group.need),
    groupGiven: Float64Array.from(groups, (group) => group.given),
    groupLoss: Float64Array.from(groups, (group) => group.loss),
    groupBufferTicks: Float64Array.from(groups, (group) => group.bufferTicks),
    groupThreshold: Uint8Array.from(groups, (group) => (group.threshold ? 1 : 0)),
    memberStart: groupByKey(memberGroup, groups.length).start,
    memberGroup,
    memberProvider: Int32Array.from(members, (member) => member.provider),
    memberShare: Float64Array.from(members, (member) => member.share),
    memberLagTicks: Float64Array.from(members, (member) => member.lagTicks),
    memberRow: Int32Array.from(members, (member) => member.row),
    suppliedStart: supplied.start,
    suppliedMember: supplied.items,
    ...placeNetworks(networks, groups, members, memberGroup, assets.length),
  };
}

/** Groups by the position of their asset, those of one asset by name. */
function byAssetAndName(groups: readonly Group[], assetCount: number): Group[] {
  const { start, items } = groupByKey(
    groups.map((group) => group.asset),
    assetCount,
  );
  const sorted: Group[] = [];
  for (let asset = 0; asset < assetCount; asset += 1) {
    const own = Array.from(items.subarray(start[asset], start[asset + 1]), (position) => groups[position]!);
    for (const group of own.sort((x, y) => compareIds(x.name, y.name))) sorted.push(group);
  }
  return sorted;
}

/** Groups made of the rows of `dependencies.csv`. A network without producer binds nobody: its rows count as given. */
function statedGroups(
  dependencies: readonly Dependency[],
  assetPosition: ReadonlyMap<string, number>,
  networks: readonly NetworkTopology[],
): Group[] {
  const networkPosition = new Map(networks.map((network, position) => [network.commodity, position]));
  const groups: Group[] = [];
  for (const group of inputGroups(dependencies)) {
    const members: Member[] = [];
    let given = 0;
    for (const row of group.rows) {
      const dependency = dependencies[row]!;
      const share = dependency.share ?? defaultNumber("dependencies", "share");
      const commodity = networkCommodity(dependency.provider);
      const provider =
        commodity === null ? assetPosition.get(dependency.provider) : networkProvider(networkPosition, commodity);
      if (provider === undefined) {
        if (commodity === null) throw new RangeError(`no asset ${dependency.provider}: the dataset was not checked`);
        given += share;
        continue;
      }
      const lagTicks = toTicks(dependency.lagHours ?? defaultNumber("dependencies", "lagHours"));
      members.push({ provider, providerId: dependency.provider, share, lagTicks, row });
    }
    const need = group.need ?? defaultNumber("dependencies", "need");
    if (members.length === 0) continue;
    const asset = assetPosition.get(group.dependent);
    if (asset === undefined) throw new RangeError(`no asset ${group.dependent}: the dataset was not checked`);
    groups.push({
      asset,
      name: group.name,
      need,
      given,
      loss: group.loss ?? defaultNumber("dependencies", "loss"),
      bufferTicks: bufferTicks(group.bufferHours ?? defaultNumber("dependencies", "bufferHours")),
      threshold: group.rule === "threshold",
      members: members.sort((x, y) => compareIds(x.providerId, y.providerId) || x.row - y.row),
    });
  }
  return groups;
}

/** A store is not rounded, only the time it runs empty is; one that lasts no tick at full deficit is none. */
function bufferTicks(hours: number): number {
  return toTicks(hours) === 0 ? 0 : hours * ticksPerHour;
}

function networkProvider(networkPosition: ReadonlyMap<string, number>, commodity: string): number | undefined {
  const network = networkPosition.get(commodity);
  return network === undefined ? undefined : -1 - network;
}

/** The group `@c` of every asset of a network that does not produce c and has no row for it. */
function defaultGroups(
  dependencies: readonly Dependency[],
  assetPosition: ReadonlyMap<string, number>,
  networks: readonly NetworkTopology[],
): Group[] {
  return networks.flatMap((network, position) => {
    const providerId = `@${network.commodity}`;
    const stated = new Set(
      dependencies
        .filter((dependency) => dependency.provider === providerId)
        .map((dependency) => assetPosition.get(dependency.dependent)),
    );
    const producers = new Set(network.producers);
    return [...network.nodeAsset]
      .filter((asset, node) => !stated.has(asset) && !producers.has(node))
      .map((asset) => ({
        asset,
        name: providerId,
        need: defaultNumber("dependencies", "need"),
        given: 0,
        loss: defaultNumber("dependencies", "loss"),
        bufferTicks: bufferTicks(defaultNumber("dependencies", "bufferHours")),
        threshold: false,
        members: [{ provider: -1 - position, providerId, share: 1, lagTicks: 0, row: -1 }],
      }));
  });
}

function placeNetworks(
  topologies: readonly NetworkTopology[],
  groups: readonly Group[],
  members: readonly Member[],
  memberGroup: Int32Array,
  assetCount: number,
): Pick<System, "networks" | "assetNetworkStart" | "assetNetwork" | "assetNode"> {
  const memberOf = new Map<string, number>();
  members.forEach((member, position) => {
    if (member.provider < 0) memberOf.set(`${-1 - member.provider} ${groups[memberGroup[position]!]!.asset}`, position);
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
