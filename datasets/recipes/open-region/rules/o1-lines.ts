import { type ContractedGrid, contractGrid, type Junction, type Link } from "../contract-grid.ts";
import { addAsset, assetOf, type Draft, roundedKm } from "../draft.ts";
import type { NearCity } from "../near-city.ts";
import { isInRegion } from "../region.ts";
import type { Grid, Station } from "../sources/grid.ts";

/**
 * O1: lines and links of direct current between substations are connections of electricity, as observed. O1d: links of
 * direct current with more than two ends, and converters between two substations, which a list of pairs does not hold.
 * The voltage is kept in `x_voltage_kv`: it is no capacity. Confidence 1. Source: `entsoe-gridkit`.
 */
export function joinLines(draft: Draft, grid: Grid, leastKv: number, near: NearCity): void {
  const contracted = contractGrid(grid, draft.region, leastKv);
  for (const station of contracted.stations) addStation(draft, station, near);
  for (const junction of contracted.junctions) addJunction(draft, junction, near);
  const taps = new Set(contracted.junctions.filter((each) => each.isDirectCurrent).map(({ id }) => id));
  for (const link of contracted.links) addLink(draft, link, taps);
  tellUnused(draft, grid, contracted, leastKv);
}

const observed = { source: "entsoe-gridkit", licence: "CC-BY-4.0" } as const;

function addStation(draft: Draft, { id, state, lon, lat, kv, symbol }: Station, near: NearCity): void {
  addAsset(draft, {
    id: stationId(id),
    name: `${symbol}${kv > 0 ? ` ${kv} kV` : ""}${near({ lon, lat })}`,
    sector: "energy",
    kind: "substation",
    states: [{ state, share: 1 }],
    lon,
    lat,
    ...observed,
    assumed: ["name"],
    extra: { x_source_id: `station ${id}` },
  });
}

function addJunction(draft: Draft, { id, state, lon, lat, kv }: Junction, near: NearCity): void {
  addAsset(draft, {
    id,
    name: `Line junction${kv > 0 ? ` ${kv} kV` : ""}${near({ lon, lat })}`,
    sector: "energy",
    kind: "junction",
    states: [{ state, share: 1 }],
    lon,
    lat,
    ...observed,
    assumed: ["name"],
    extra: { x_source_id: `joint ${id.slice("jct:".length)}` },
  });
}

function stationId(id: string): string {
  return id.startsWith("jct:") ? id : `sub:${id}`;
}

function addLink(draft: Draft, { a, b, kv, circuits, branches }: Link, taps: ReadonlySet<string>): void {
  const [from, to] = [stationId(a), stationId(b)];
  const isConverter = branches.every(({ row }) => row.file.endsWith("/converters.csv"));
  const ruleId = isConverter || taps.has(a) || taps.has(b) ? "O1d" : "O1";
  draft.connections.push({
    id: `${ruleId}:${from}~${to}`,
    a: from,
    b: to,
    commodity: "electricity",
    lengthKm: roundedKm(assetOf(draft, from), assetOf(draft, to)),
    method: "observed",
    ruleId,
    confidence: 1,
    source: observed.source,
    extra: {
      x_circuits: String(circuits),
      x_current: kv === null ? "dc" : "ac",
      ...(kv === null ? {} : { x_voltage_kv: String(kv) }),
    },
  });
}

function tellUnused(draft: Draft, grid: Grid, { stations, links }: ContractedGrid, leastKv: number): void {
  const used = new Set(links.flatMap(({ branches }) => branches));
  const isKnown = (id: string): boolean => {
    const station = grid.stations.get(id);
    return station !== undefined && (station.isJoint || isInRegion(draft.region, station.state));
  };
  for (const branch of grid.branches) {
    if (used.has(branch)) continue;
    if (!isKnown(branch.a) || !isKnown(branch.b)) branch.row.leaveOut("an end outside the region");
    else branch.row.leaveOut(`under ${leastKv} kV inside one State, or beyond the fringe, or between joints`);
  }
  const reached = new Set(stations);
  for (const station of grid.stations.values()) {
    if (reached.has(station)) continue;
    const reason = station.isJoint
      ? "joints, which are contracted"
      : isKnown(station.id)
        ? `on no line of ${leastKv} kV, of direct current or over a border, or beyond the fringe`
        : "outside the region";
    for (const row of station.rows) row.leaveOut(reason);
  }
}
