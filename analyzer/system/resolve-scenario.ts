import type { Asset } from "../model/asset.ts";
import type { Dataset } from "../model/dataset.ts";
import { type Issue, nowhere } from "../model/issue.ts";
import { limits } from "../model/limits.ts";
import type { Scenario, Selection, Shock } from "../model/scenario.ts";
import { distanceKm } from "./distance.ts";
import { toTicks } from "./ticks.ts";

/** A scenario in positions: one entry per shock and asset, and the assets that any shock names, ascending. */
export interface ResolvedScenario {
  readonly asset: Int32Array;
  readonly fromTick: Float64Array;
  /** Infinity where the shock lasts to the end. */
  readonly toTick: Float64Array;
  readonly availability: Float64Array;
  readonly named: Int32Array;
}

/**
 * Finds the assets each shock selects. Unknown ids, a shock that selects nothing and numbers out of range are issues; with
 * any of them the scenario must not be run.
 *
 * Cost: O(shocks x assets).
 */
export function resolveScenario(
  dataset: Dataset,
  scenario: Scenario,
): { resolved: ResolvedScenario; issues: readonly Issue[] } {
  const issues: Issue[] = [...horizonIssues(scenario)];
  const asset: number[] = [];
  const fromTick: number[] = [];
  const toTick: number[] = [];
  const availability: number[] = [];
  scenario.shocks.forEach((shock, number) => {
    issues.push(...shockIssues(shock, number));
    const selected = select(dataset.assets, shock.select);
    const unknown = unknownIds(dataset.assets, shock.select);
    for (const id of unknown) {
      issues.push(
        problem("SCENARIO_UNKNOWN_ASSET", `shocks[${number}].select.ids`, id, `no asset ${id}; correct the id`),
      );
    }
    if (selected.length === 0 && unknown.length === 0) {
      const value = JSON.stringify(shock.select);
      const text = "the selection holds no asset; every field of it must hold at once";
      issues.push(problem("SCENARIO_EMPTY_SELECTION", `shocks[${number}].select`, value, text));
    }
    const from = toTicks(shock.fromHours ?? 0);
    const to = shock.hours === undefined ? Number.POSITIVE_INFINITY : from + toTicks(shock.hours);
    for (const position of selected) {
      asset.push(position);
      fromTick.push(from);
      toTick.push(to);
      availability.push(shock.availability ?? 0);
    }
  });
  const resolved = {
    asset: Int32Array.from(asset),
    fromTick: Float64Array.from(fromTick),
    toTick: Float64Array.from(toTick),
    availability: Float64Array.from(availability),
    named: Int32Array.from(new Set(asset)).sort(),
  };
  return { resolved, issues };
}

function select(assets: readonly Asset[], selection: Selection): number[] {
  const ids = selection.ids === undefined ? null : new Set(selection.ids);
  const stated = Object.values(selection).some((value) => value !== undefined);
  if (!stated) return [];
  return assets.flatMap((asset, position) =>
    (ids === null || ids.has(asset.id)) && holds(asset, selection) ? [position] : [],
  );
}

function holds(asset: Asset, { sector, kind, states, operator, within }: Selection): boolean {
  return (
    (sector === undefined || asset.sector === sector) &&
    (kind === undefined || asset.kind === kind) &&
    (states === undefined || asset.states.some(({ state }) => states.includes(state))) &&
    (operator === undefined || asset.operator === operator) &&
    (within === undefined || isWithin(asset, within))
  );
}

function isWithin(asset: Asset, circle: NonNullable<Selection["within"]>): boolean {
  if (asset.lon === undefined || asset.lat === undefined) return false;
  return distanceKm({ lon: asset.lon, lat: asset.lat }, circle) <= circle.km;
}

function unknownIds(assets: readonly Asset[], selection: Selection): string[] {
  if (selection.ids === undefined) return [];
  const known = new Set(assets.map((asset) => asset.id));
  return selection.ids.filter((id) => !known.has(id));
}

function horizonIssues({ horizonHours }: Scenario): Issue[] {
  if (horizonHours > 0 && horizonHours <= limits.horizonHours) return [];
  const text = `the horizon must be above 0 and at most ${limits.horizonHours} hours`;
  return [problem("SCENARIO_HORIZON_RANGE", "horizonHours", String(horizonHours), text)];
}

function shockIssues(shock: Shock, number: number): Issue[] {
  const issues: Issue[] = [];
  const check = (column: string, value: number | undefined, most: number): void => {
    if (value === undefined || (value >= 0 && value <= most)) return;
    const text = `must be from 0 to ${most}`;
    issues.push(problem("SCENARIO_NUMBER_RANGE", `shocks[${number}].${column}`, String(value), text));
  };
  check("availability", shock.availability, 1);
  check("fromHours", shock.fromHours, limits.horizonHours);
  check("hours", shock.hours, limits.horizonHours);
  check("likelihood", shock.likelihood, 1);
  return issues;
}

function problem(code: string, column: string, value: string, text: string): Issue {
  return { ...nowhere, severity: "error", code, column, value, text };
}
