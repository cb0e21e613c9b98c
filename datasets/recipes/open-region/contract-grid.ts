import { compareIds } from "../../../analyzer/index.ts";
import { statesAt } from "../../states.ts";
import { isInRegion, type Region } from "./region.ts";
import type { Branch, Grid, Station } from "./sources/grid.ts";

/** A joint of three lines and more that is kept as an asset, at the mean place of its raw joints. */
export interface Junction {
  readonly id: string;
  readonly state: string;
  readonly lon: number;
  readonly lat: number;
  readonly kv: number;
  readonly isDirectCurrent: boolean;
}

/** All the lines between two stations, or a station and a junction. */
export interface Link {
  readonly a: string;
  readonly b: string;
  /** The highest of its lines; null for direct current. */
  readonly kv: number | null;
  readonly circuits: number;
  readonly branches: readonly Branch[];
}

/** The grid of a region with joints contracted: links between stations and junctions, each pair once. */
export interface ContractedGrid {
  readonly stations: readonly Station[];
  readonly junctions: readonly Junction[];
  readonly links: readonly Link[];
}

/** Joints that are joined to one another, with the lines that lead from them to stations of the region. */
interface Joint {
  readonly id: string;
  readonly stations: readonly Station[];
  readonly spokes: ReadonlyMap<string, readonly Branch[]>;
}

/**
 * Joints become junctions where lines to three stations or more meet, and one link where they are two. Kept are:
 * lines of `leastKv` and more, direct current, lines over a border, and lines of any voltage between stations that one of
 * these ends in; a joint with all its lines, if one of them has `leastKv`. Of a State at the fringe, only what is linked to a
 * whole one. What no link reaches is left out. Linear in stations and lines, but for sorting.
 */
export function contractGrid(grid: Grid, region: Region, leastKv: number): ContractedGrid {
  const inRegion = (id: string): boolean => isInRegion(region, grid.stations.get(id)?.state ?? "");
  const isJoint = (id: string): boolean => grid.stations.get(id)?.isJoint === true;
  const links = new Links();
  const high = ({ kv }: Branch): boolean => kv === null || kv >= leastKv;
  const direct = grid.branches.filter(({ a, b }) => inRegion(a) && inRegion(b));
  const crosses = (a: string, b: string): boolean => grid.stations.get(a)?.state !== grid.stations.get(b)?.state;
  const backbone = new Set(
    direct.filter((each) => high(each) || crosses(each.a, each.b)).flatMap(({ a, b }) => [a, b]),
  );
  for (const each of direct) if (backbone.has(each.a) && backbone.has(each.b)) links.add(each.a, each.b, [each]);
  const junctions = new Map<string, Junction>();
  for (const joint of jointsOf(grid, isJoint, inRegion)) {
    const all = [...joint.spokes.values()].flat();
    const [a, b, ...others] = [...joint.spokes.keys()];
    if (a === undefined || b === undefined) continue;
    if (!all.some(high) && !(others.length === 0 && crosses(a, b))) continue;
    if (others.length === 0) links.add(a, b, all);
    else {
      const junction = junctionOf(joint, all, grid);
      junctions.set(junction.id, junction);
      for (const [station, spokes] of joint.spokes) links.add(junction.id, station, spokes);
    }
  }
  const stateOf = (id: string): string => junctions.get(id)?.state ?? grid.stations.get(id)?.state ?? "";
  dropFringe(links, (id) => region.fringeStates.includes(stateOf(id)));
  contractThin(links, junctions);
  const reached = new Set(links.all().flatMap(({ a, b }) => [a, b]));
  return {
    stations: [...grid.stations.values()].filter(({ id }) => reached.has(id)),
    junctions: [...junctions.values()],
    links: links.all(),
  };
}

/** Links by their pair of ends. */
class Links {
  readonly #byPair = new Map<string, Link>();

  add(a: string, b: string, branches: readonly Branch[]): void {
    const [first, second] = compareIds(a, b) < 0 ? [a, b] : [b, a];
    const pair = `${first} ${second}`;
    const all = [...(this.#byPair.get(pair)?.branches ?? []), ...branches];
    const volts = all.flatMap(({ kv }) => (kv === null ? [] : [kv]));
    this.#byPair.set(pair, {
      a: first,
      b: second,
      kv: volts.length === 0 ? null : Math.max(...volts),
      circuits: all.reduce((sum, { circuits }) => sum + circuits, 0),
      branches: all,
    });
  }

  keep(wanted: (link: Link) => boolean): void {
    for (const [pair, link] of this.#byPair) if (!wanted(link)) this.#byPair.delete(pair);
  }

  all(): Link[] {
    return [...this.#byPair.values()];
  }
}

/** The joints of the grid, each the connected part of its raw joints. */
function jointsOf(grid: Grid, isJoint: (id: string) => boolean, inRegion: (id: string) => boolean): Joint[] {
  const at = new Map<string, Branch[]>();
  for (const branch of grid.branches) {
    for (const end of [branch.a, branch.b]) if (isJoint(end)) at.set(end, [...(at.get(end) ?? []), branch]);
  }
  const seen = new Set<string>();
  const joints: Joint[] = [];
  for (const start of [...at.keys()].toSorted(byNumber)) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    const spokes = new Map<string, Branch[]>();
    // The list grows while it is walked: it is the queue of the search.
    for (const id of part) {
      for (const branch of at.get(id) ?? []) {
        const other = branch.a === id ? branch.b : branch.a;
        if (!isJoint(other)) {
          if (inRegion(other)) spokes.set(other, [...(spokes.get(other) ?? []), branch]);
        } else if (!seen.has(other)) {
          seen.add(other);
          part.push(other);
        }
      }
    }
    const stations = part.flatMap((id) => grid.stations.get(id) ?? []);
    joints.push({ id: start, stations, spokes: new Map([...spokes].toSorted(([a], [b]) => byNumber(a, b))) });
  }
  return joints;
}

function byNumber(a: string, b: string): number {
  return Number(a) - Number(b) || compareIds(a, b);
}

function junctionOf({ id, stations, spokes }: Joint, branches: readonly Branch[], grid: Grid): Junction {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [lon, lat] = [mean(stations.map((each) => each.lon)), mean(stations.map((each) => each.lat))];
  const ends = [...spokes.keys()].map((end) => grid.stations.get(end)?.state ?? "");
  const volts = branches.flatMap(({ kv }) => (kv === null ? [] : [kv]));
  return {
    id: `jct:${id}`,
    state: statesAt(lon, lat).find((code) => ends.includes(code)) ?? mostOften(ends),
    lon,
    lat,
    kv: Math.max(0, ...volts),
    isDirectCurrent: volts.length === 0,
  };
}

function mostOften(words: readonly string[]): string {
  const times = (word: string): number => words.filter((other) => other === word).length;
  return [...words].sort((a, b) => times(b) - times(a) || compareIds(a, b))[0] ?? "";
}

/** Leaves of the fringe only what is linked to something that is not of it. */
function dropFringe(links: Links, isFringe: (id: string) => boolean): void {
  const held = new Set<string>();
  for (const { a, b } of links.all()) {
    if (!isFringe(a)) held.add(b);
    if (!isFringe(b)) held.add(a);
  }
  links.keep(({ a, b }) => [a, b].every((id) => !isFringe(id) || held.has(id)));
}

/** A junction that is left with two links becomes one link, with one it goes with its link. */
function contractThin(links: Links, junctions: Map<string, Junction>): void {
  for (;;) {
    const at = new Map<string, Link[]>();
    for (const link of links.all()) {
      for (const end of [link.a, link.b]) if (junctions.has(end)) at.set(end, [...(at.get(end) ?? []), link]);
    }
    const thin = [...junctions.keys()].find((id) => (at.get(id)?.length ?? 0) < 3);
    if (thin === undefined) return;
    const held = at.get(thin) ?? [];
    const ends = held.map(({ a, b }) => (a === thin ? b : a));
    links.keep((link) => !held.includes(link));
    junctions.delete(thin);
    if (ends[0] !== undefined && ends[1] !== undefined) {
      links.add(
        ends[0],
        ends[1],
        held.flatMap(({ branches }) => branches),
      );
    }
  }
}
