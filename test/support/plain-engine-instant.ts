import { type History, levelAt, lowestBefore, sameLevel, unmoved } from "./plain-engine-history.ts";
import { type Conduction, type Levels, servedLevel } from "./plain-engine-network.ts";
import { type PlainGroup, type PlainRow, type PlainSystem, restartOf } from "./plain-engine-system.ts";

/** All that is known at an instant before it is settled: the past of every level, and which buffers are empty. */
export interface Moment {
  readonly system: PlainSystem;
  readonly at: number;
  readonly availability: ReadonlyMap<string, History>;
  readonly potential: ReadonlyMap<string, History>;
  readonly level: ReadonlyMap<string, History>;
  readonly hasBufferLeft: (group: PlainGroup) => boolean;
}

/** A level that a stuck-loop question takes instead of an asset's history. */
type Lagged = (provider: string, at: number) => number;

const historyOf = (histories: ReadonlyMap<string, History>, id: string) => histories.get(id) ?? [];

/** Availability of an asset now. */
export function availabilityNow({ availability, at }: Moment, id: string): number {
  return levelAt(historyOf(availability, id), at);
}

/** Who conducts now: availability above 0 over all of [t - restartHours, t]. */
function conductionNow(moment: Moment): Conduction {
  const { system, at, availability } = moment;
  const available = [...system.assets.keys()].filter((id) => availabilityNow(moment, id) > 1e-9);
  const conducting = available.filter(
    (id) => lowestBefore(historyOf(availability, id), at - restartOf(system, id), at) > 1e-9,
  );
  return { available: new Set(available), conducting: new Set(conducting) };
}

/** The level a row of a group sees of its provider now. */
export function rowLevel(moment: Moment, group: PlainGroup, row: PlainRow, levels: Levels, lagged?: Lagged): number {
  const { system, at, level } = moment;
  if (row.satisfied) return 1;
  if (row.commodity !== null) {
    const network = system.networks.get(row.commodity);
    if (network === undefined) throw new Error(`no network of ${row.commodity}`);
    return servedLevel(network, group.dependent, levels, conductionNow(moment));
  }
  if (row.lag === 0) return levels.get(row.provider) ?? 1;
  return lagged?.(row.provider, at - row.lag) ?? levelAt(historyOf(level, row.provider), at - row.lag);
}

/** Supply `s_g` of a group, as a share of its need, when assets are at `levels` now. */
export function supply(moment: Moment, group: PlainGroup, levels: Levels, lagged?: Lagged): number {
  const total = group.rows.reduce((sum, row) => sum + row.share * rowLevel(moment, group, row, levels, lagged), 0);
  if (group.rule === "threshold") return total >= group.need - 1e-9 ? 1 : 0;
  const share = total / group.need;
  return share >= 1 - 1e-9 ? 1 : share;
}

/** What a group leaves of its dependent, `c_g`: all while its buffer lasts. */
export function capOf(moment: Moment, group: PlainGroup, levels: Levels, lagged?: Lagged): number {
  const given = supply(moment, group, levels, lagged);
  return given === 1 || moment.hasBufferLeft(group) ? 1 : 1 - group.loss * (1 - given);
}

/** Potential `p_i` of an asset when assets are at `levels` now: the weakest of its availability and its groups. */
export function potentialAt(moment: Moment, id: string, levels: Levels, lagged?: Lagged): number {
  const groups = moment.system.groups.filter((group) => group.dependent === id);
  const caps = groups.map((group) => capOf(moment, group, levels, lagged));
  return Math.min(availabilityNow(moment, id), ...caps);
}

/** The levels of an instant, from those just before it: the three steps of model.md section 2, One instant. */
export function settle(moment: Moment, before: Levels): Levels {
  const { system, at, potential } = moment;
  const ids = [...system.assets.keys()];
  const map = (of: (id: string) => number): Levels => new Map(ids.map((id) => [id, of(id)]));
  const most = map((id) =>
    Math.min(availabilityNow(moment, id), lowestBefore(historyOf(potential, id), at - restartOf(system, id), at)),
  );
  const G = (levels: Levels) => map((id) => Math.min(level(most, id), potentialAt(moment, id, levels)));
  const h0 = map((id) => Math.min(level(before, id), level(most, id)));
  const risen = iterate(h0, (x) => {
    const next = G(x);
    return map((id) => Math.max(level(h0, id), level(next, id)));
  });
  // What rose ended within 1e-12 of a fixed point; taking the lower value keeps the fall from turning up again.
  const fallen = iterate(risen, (x) => {
    const next = G(x);
    return map((id) => Math.min(level(x, id), level(next, id)));
  });
  return map((id) => atEnds(level(fallen, id)));
}

/** A level closer than 1e-9 to 0 or 1 is that: what is left of a long fall must not lift a loop that is down. */
function atEnds(value: number): number {
  return value <= sameLevel ? 0 : value >= 1 - sameLevel ? 1 : value;
}

function level(levels: Levels, id: string): number {
  const value = levels.get(id);
  if (value === undefined) throw new Error(`no level of ${id}`);
  return value;
}

/** Applies a map until nothing moves by more than 1e-12. */
function iterate(start: Levels, step: (levels: Levels) => Levels): Levels {
  for (let x = start, count = 0; count < 1_000_000; count++) {
    const next = step(x);
    if ([...x].every(([id, value]) => Math.abs(level(next, id) - value) <= unmoved)) return next;
    x = next;
  }
  throw new Error("no fixed point after a million steps");
}
