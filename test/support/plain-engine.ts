import type { Asset, Dataset, Scenario, Selection } from "../../analyzer/index.ts";
import {
  changes,
  type History,
  levelAt,
  nanosPerHour,
  record,
  sameLevel,
  unmoved,
  type Step,
  toNanos,
} from "./plain-engine-history.ts";
import { plainCause, type PlainCause } from "./plain-engine-cause.ts";
import { type Moment, potentialAt, settle, supply } from "./plain-engine-instant.ts";
import { outagesOf, type PlainOutage, plainTotals, type PlainTotals } from "./plain-engine-outages.ts";
import { stuckLoops } from "./plain-engine-stuck.ts";
import { type PlainGroup, plainSystem, type PlainSystem, restartOf } from "./plain-engine-system.ts";

/** What the plain twin says of a scenario: outages of the disrupted assets by id, totals, and how it ended. */
export interface PlainRun {
  readonly stopped: "settled" | "horizon";
  readonly outages: ReadonlyMap<string, readonly PlainOutage[]>;
  readonly totals: PlainTotals;
  readonly stuck: readonly (readonly string[])[];
  /** Causes of outages, by asset and the hour they begin, where the model fixes one. */
  readonly causes: ReadonlyMap<string, ReadonlyMap<number, PlainCause>>;
}

/** What a group's buffer is at since the last instant: hours left, how fast it drains, and when it will be empty. */
interface Buffer {
  hoursLeft: number;
  drain: number;
  emptyAt: number;
}

interface Run {
  readonly system: PlainSystem;
  readonly availability: ReadonlyMap<string, History>;
  readonly potential: ReadonlyMap<string, Step[]>;
  readonly level: ReadonlyMap<string, Step[]>;
  readonly buffers: Map<PlainGroup, Buffer>;
  readonly causes: ReadonlyMap<string, Map<number, PlainCause>>;
}

/**
 * Runs a scenario as model.md section 2 says it, with nothing clever: whole histories are kept, and at each instant every
 * level is computed anew. It is the twin against which the engine is compared; for a dozen assets. No chance.
 */
export function plainRun(dataset: Dataset, scenario: Scenario): PlainRun {
  const system = plainSystem(dataset);
  const blank = () => new Map(dataset.assets.map(({ id }): [string, Step[]] => [id, []]));
  const availability = new Map(dataset.assets.map((asset) => [asset.id, availabilityOf(asset, scenario)]));
  const full = (group: PlainGroup): Buffer => ({ hoursLeft: group.bufferHours, drain: 0, emptyAt: Infinity });
  const buffers = new Map(system.groups.map((group) => [group, full(group)]));
  const causes = new Map(dataset.assets.map(({ id }) => [id, new Map<number, PlainCause>()]));
  const run: Run = { system, availability, potential: blank(), level: blank(), buffers, causes };
  const horizon = toNanos(scenario.horizonHours);
  let last = 0;
  for (let at = 0; at < horizon; at = nextInstant(run, at)) {
    instant(run, at, last);
    last = at;
  }
  const end = momentOf(run, last);
  const levels = new Map([...run.level].map(([id, history]) => [id, levelAt(history, last)]));
  const outages = new Map(
    [...run.level]
      .map(([id, history]) => [id, outagesOf(history, horizon)] as const)
      .filter(([, all]) => all.length > 0),
  );
  return {
    stopped: nextInstant(run, last) === Infinity ? "settled" : "horizon",
    outages,
    totals: plainTotals(dataset, outages, namedBy(scenario, dataset.assets)),
    stuck: horizon > 0 ? stuckLoops(end, levels) : [],
    causes,
  };
}

function momentOf(run: Run, at: number): Moment {
  return { ...run, at, hasBufferLeft: (group) => (run.buffers.get(group)?.hoursLeft ?? 0) > 0 };
}

/** Settles one instant: buffers have drained since the last one, then levels, then what the buffers do from here on. */
function instant(run: Run, at: number, last: number): void {
  for (const buffer of run.buffers.values()) {
    const used = (buffer.drain * (at - last)) / nanosPerHour;
    buffer.hoursLeft = at >= buffer.emptyAt ? 0 : buffer.hoursLeft - used;
  }
  const moment = momentOf(run, at);
  const before = new Map([...run.level].map(([id, history]) => [id, history.at(-1)?.level ?? 1]));
  const levels = settle(moment, before);
  const potentials = new Map([...levels.keys()].map((id) => [id, potentialAt(moment, id, levels)]));
  for (const [id, value] of levels) record(run.level.get(id) ?? [], at, value);
  for (const [id, value] of potentials) record(run.potential.get(id) ?? [], at, value);
  for (const [id, value] of potentials) {
    const isOwn = value < 1 - sameLevel && Math.abs(value - (levels.get(id) ?? 1)) <= sameLevel;
    const cause = isOwn ? plainCause(moment, id, levels) : null;
    if (cause !== null) run.causes.get(id)?.set(at / nanosPerHour, cause);
  }
  for (const [group, buffer] of run.buffers) {
    const given = supply(moment, group, levels);
    if (given === 1) buffer.hoursLeft = group.bufferHours;
    buffer.drain = buffer.hoursLeft > 0 ? 1 - given : 0;
    // At least one billionth later, so that the run moves on.
    const emptyIn = Math.max(1, Math.round((buffer.hoursLeft / buffer.drain) * nanosPerHour));
    buffer.emptyAt = buffer.drain > 0 ? at + emptyIn : Infinity;
  }
}

/** The earliest time after `at` for which something is scheduled; Infinity where nothing is. */
function nextInstant(run: Run, at: number): number {
  const times = [...shockEdges(run), ...windowEnds(run), ...lagArrivals(run), ...bufferEnds(run)];
  return Math.min(...times.filter((time) => time > at));
}

function shockEdges({ availability }: Run): number[] {
  return [...availability.values()].flatMap((history) => changes(history, unmoved).map(({ at }) => at));
}

/** A window ends `restartHours` after a potential rises; for conduction, after an availability leaves 0. */
function windowEnds({ system, availability, potential }: Run): number[] {
  const conveys = (id: string) =>
    [...system.networks.values()].some(({ members, producers }) => producers.size > 0 && members.has(id));
  return [...system.assets.keys()].flatMap((id) => {
    const rises = changes(potential.get(id) ?? [], unmoved).filter(({ from, to }) => to > from);
    const edges = conveys(id) ? changes(availability.get(id) ?? [], unmoved) : [];
    // A return that another loss calls off comes to nothing.
    const isCalledOff = (since: number) =>
      edges.some(({ at, to }) => at > since && at < since + restartOf(system, id) && to <= 1e-9);
    const returns = edges.filter(({ at, from, to }) => from <= 1e-9 && to > from && !isCalledOff(at));
    return [...rises, ...returns].map((change) => change.at + restartOf(system, id));
  });
}

function lagArrivals({ system, level }: Run): number[] {
  const rows = system.groups.flatMap((group) => group.rows).filter((row) => row.lag > 0 && !row.satisfied);
  return rows.flatMap((row) => changes(level.get(row.provider) ?? [], unmoved).map((change) => change.at + row.lag));
}

function bufferEnds({ buffers }: Run): number[] {
  return [...buffers.values()].map((buffer) => buffer.emptyAt);
}

/** Availability over time: the product of the shocks that hold an asset. */
function availabilityOf(asset: Asset, scenario: Scenario): History {
  const shocks = scenario.shocks
    .filter((shock) => isSelected(asset, shock.select))
    .map(({ availability = 0, fromHours = 0, hours = Infinity }) => ({
      availability,
      from: toNanos(fromHours),
      // Durations are rounded by themselves: equal ones stay equal wherever they start.
      to: toNanos(fromHours) + toNanos(hours),
    }));
  const edges = shocks.flatMap(({ from, to }) => [from, to]).filter((edge) => edge < Infinity);
  const history: Step[] = [];
  for (const at of [...new Set(edges)].sort((a, b) => a - b)) {
    const holding = shocks.filter(({ from, to }) => from <= at && at < to);
    record(
      history,
      at,
      holding.reduce((product, shock) => product * shock.availability, 1),
    );
  }
  return history;
}

function namedBy(scenario: Scenario, assets: readonly Asset[]): ReadonlySet<string> {
  const isNamed = (asset: Asset) => scenario.shocks.some((shock) => isSelected(asset, shock.select));
  return new Set(assets.filter(isNamed).map(({ id }) => id));
}

function isSelected(asset: Asset, { ids, sector, kind, states, operator, within }: Selection): boolean {
  if (within !== undefined) throw new Error("the plain twin does not measure distances");
  return (
    (ids === undefined || ids.includes(asset.id)) &&
    (sector === undefined || sector === asset.sector) &&
    (kind === undefined || kind === asset.kind) &&
    (operator === undefined || operator === asset.operator) &&
    (states === undefined || asset.states.some(({ state }) => states.includes(state)))
  );
}
