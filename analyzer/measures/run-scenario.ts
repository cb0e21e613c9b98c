import type { CascadeOptions, CascadeOutcome } from "../algorithms/cascade/cascade.ts";
import { stuckSets } from "../algorithms/cascade/stuck.ts";
import type { Trace } from "../algorithms/cascade/trace.ts";
import { compareIds } from "../model/dataset.ts";
import { limits } from "../model/limits.ts";
import type { AssetResult, Outage, RunResult, RunWarning, Totals } from "../model/result.ts";
import type { Scenario } from "../model/scenario.ts";
import type { ResolvedScenario } from "../system/resolve-scenario.ts";
import { toHours, toTicks } from "../system/ticks.ts";
import { assumedValues } from "./assumed-values.ts";
import type { RunGround } from "./ground.ts";
import { chainLengths, recordChain, recordLossHours, recordRoots } from "./losses.ts";
import { lossMatrices } from "./matrices.ts";
import { type AssetLoss, homeStates, PersonHours, sectorsReached, stateResults } from "./reach.ts";
import { recordsByAsset } from "./sort-records.ts";
import { zoneResults } from "./zone-results.ts";

/** The part of a run's result that the numbers make up; who ran it and on what is added by the caller. */
export type RunNumbers = Omit<RunResult, "kind" | "engine" | "dataset" | "overlays" | "resultHash">;

export interface RunOptions {
  /** An asset counts as disrupted below this level (default 1). Losses are summed whatever the level. */
  readonly disruptedBelow?: number;
  readonly maxEvents?: number;
  /** What a trial drew beside its shocks; a plain run is certain. */
  readonly world?: Pick<CascadeOptions, "closedMembers" | "bufferTicks">;
}

/**
 * One cascade with everything it means (model.md sections 2 and 4).
 *
 * Cost: the cascade, plus O(records) for causes, chains and sums.
 */
export function runScenario(
  ground: RunGround,
  scenario: Scenario,
  resolved: ResolvedScenario,
  options: RunOptions = {},
): RunNumbers {
  const { cascade, dataset, territory } = ground;
  const outcome = cascade.run(resolved, {
    horizonTick: toTicks(scenario.horizonHours),
    maxEvents: options.maxEvents ?? limits.events,
    causes: true,
    ...options.world,
  });
  const { trace } = outcome;
  const below = (options.disruptedBelow ?? 1) - 1e-9;
  const named = new Set(resolved.named);
  const steps = chainSteps(trace);
  const results = assetResults(ground, trace, below, steps <= limits.chainSteps);
  const losses = results.map(({ asset, result }) => lossOf(asset, named.has(asset), result));
  const states = stateResults(losses, territory);
  const disrupted = results.filter(({ result }) => result.firstHours !== null);
  const people = new PersonHours();
  for (const { asset, result } of results) people.add(result.outageHours, territory.peopleServed[asset]!);
  const reached = states.filter(({ firstHours }) => firstHours !== null);
  const home = homeStates(named, territory);
  const totals: Totals = {
    outageHours: results.reduce((sum, { result }) => sum + result.outageHours, 0),
    personHours: people.value(),
    assetsDisrupted: disrupted.length,
    assetsDown: disrupted.filter(({ result }) => result.minLevel <= 1e-9).length,
    statesReached: reached.length,
    foreignStatesReached: reached.filter(({ code }) => !home.has(code)).length,
    sectorsReached: sectorsReached(losses, territory),
  };
  return {
    scenario,
    horizonHours: scenario.horizonHours,
    stopped: outcome.stopped,
    assets: disrupted
      .map(({ result }) => result)
      .filter(isDisrupted)
      .toSorted(byFirstHour),
    totals,
    states,
    ...lossMatrices(trace, recordRoots(trace), territory),
    ...(cascade.watchedZones.length === 0 ? {} : { zones: zoneResults(cascade) }),
    stuck: stuckSets(cascade).map((set) => set.map((asset) => cascade.system.assetIds[asset]!)),
    assumed: assumedValues(trace, dataset, cascade.system),
    warnings: [...warnings(scenario, outcome, people.withoutPeople, results.length), ...chainWarnings(steps)],
  };
}

type AnyAssetResult = Omit<AssetResult, "firstHours"> & { readonly firstHours: number | null };

function isDisrupted(result: AnyAssetResult): result is AssetResult {
  return result.firstHours !== null;
}

function byFirstHour(x: AssetResult, y: AssetResult): number {
  return x.firstHours - y.firstHours || compareIds(x.id, y.id);
}

function lossOf(asset: number, named: boolean, { outageHours, firstHours }: AnyAssetResult): AssetLoss {
  return { asset, named, outageHours, firstHours };
}

/** Steps of the chains of every asset's first interval together. */
function chainSteps(trace: Trace): number {
  return chainLengths(trace).reduce((sum, length, record) => (trace.previous[record] === -1 ? sum + length : sum), 0);
}

function chainWarnings(steps: number): RunWarning[] {
  if (steps <= limits.chainSteps) return [];
  const text = `the chains add up to ${steps} steps, more than ${limits.chainSteps}: none is given; each outage names its cause, which leads on`;
  return [{ code: "RUN_CHAINS_LEFT_OUT", text }];
}

function assetResults(
  ground: RunGround,
  trace: Trace,
  below: number,
  chains: boolean,
): { asset: number; result: AnyAssetResult }[] {
  const { assetIds } = ground.cascade.system;
  const { start, items } = recordsByAsset(trace, assetIds.length);
  const results: { asset: number; result: AnyAssetResult }[] = [];
  for (let asset = 0; asset < assetIds.length; asset += 1) {
    const records = [...items.subarray(start[asset], start[asset + 1])];
    const first = records[0];
    if (first === undefined) continue;
    const disrupting = records.find((record) => trace.level[record]! < below);
    results.push({
      asset,
      result: {
        id: assetIds[asset]!,
        outages: records.map((record) => outage(ground, trace, record)),
        outageHours: records.reduce((sum, record) => sum + recordLossHours(trace, record), 0),
        minLevel: records.reduce((lowest, record) => Math.min(lowest, trace.level[record]!), 1),
        firstHours: disrupting === undefined ? null : toHours(trace.fromTick[disrupting]!),
        chain: chains ? recordChain(trace, first).map((position) => assetIds[position]!) : [],
      },
    });
  }
  return results;
}

function outage({ cascade }: RunGround, trace: Trace, record: number): Outage {
  const { assetIds, groupNames, memberProvider, networks } = cascade.system;
  const cause = trace.cause[record] ?? null;
  const network = (member: number) => `@${networks[-1 - memberProvider[member]!]?.commodity}`;
  return {
    fromHours: toHours(trace.fromTick[record]!),
    toHours: toHours(trace.toTick[record]!),
    level: trace.level[record]!,
    cause:
      cause === null || cause.group === -1
        ? "shock"
        : { group: groupNames[cause.group]!, provider: assetIds[cause.provider] ?? network(cause.member) },
  };
}

function warnings(
  scenario: Scenario,
  outcome: CascadeOutcome,
  withoutPeople: number,
  losingCount: number,
): RunWarning[] {
  const found: RunWarning[] = [];
  if (outcome.stopped === "steps") {
    const text = `the run stopped after ${outcome.events} events; what came later is missing`;
    found.push({ code: "RUN_EVENT_CAP", text });
  }
  if (withoutPeople > 0) {
    const text = `${withoutPeople} of ${losingCount} assets that lose state no people_served; person-hours leave them out`;
    found.push({ code: "RUN_PEOPLE_UNKNOWN", text });
  }
  const chance = scenario.trials !== undefined || scenario.shocks.some((shock) => (shock.likelihood ?? 1) < 1);
  if (chance) {
    const text = "this run is certain: every shock hits and every dependency transmits, whatever its likelihood";
    found.push({ code: "RUN_CERTAIN", text });
  }
  return found;
}
