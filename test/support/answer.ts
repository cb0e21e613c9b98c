import type { Dataset, Scenario } from "../../analyzer/index.ts";
import { runEngine } from "./engine-door.ts";
import { plainRun } from "./plain-engine.ts";

/** An interval of one level below 1, in hours. */
interface LevelInterval {
  readonly fromHours: number;
  readonly toHours: number;
  readonly level: number;
}

/** What the plain twin and the engine both say of a scenario; `outages` holds the disrupted assets. */
export interface Answer {
  readonly stopped: string;
  readonly outages: ReadonlyMap<string, readonly LevelInterval[]>;
  readonly totals: {
    readonly outageHours: number;
    readonly assetsDisrupted: number;
    readonly assetsDown: number;
    readonly statesReached: number;
    readonly foreignStatesReached: number;
    readonly sectorsReached: number;
  };
  readonly stuck: readonly (readonly string[])[];
}

export type Run = (dataset: Dataset, scenario: Scenario) => Answer;

/** The engine's answer, through the door of the core. */
export const engineAnswer: Run = (dataset, scenario) => {
  const { stopped, assets, totals, stuck } = runEngine(dataset, scenario);
  return { stopped, outages: new Map(assets.map(({ id, outages }) => [id, outages])), totals, stuck };
};

/** Both, for tests that ask the same of each. */
export const bothRuns: readonly { readonly name: string; readonly run: Run }[] = [
  { name: "plain twin", run: plainRun },
  { name: "engine", run: engineAnswer },
];

/** Levels closer than this are equal (model.md section 2). */
const levelTolerance = 1e-9;
/** Two times that differ by one billionth of an hour may be one time, rounded the other way. */
const timeTolerance = 1.5e-9;

const totalFields = [
  "outageHours",
  "assetsDisrupted",
  "assetsDown",
  "statesReached",
  "foreignStatesReached",
  "sectorsReached",
] as const;

/** What differs between two answers, in words; empty where they agree. */
export function differences(expected: Answer, found: Answer): string[] {
  const ids = [...new Set([...expected.outages.keys(), ...found.outages.keys()])].sort();
  const lists = ids.flatMap((id) => {
    const [left = [], right = []] = [expected.outages.get(id), found.outages.get(id)];
    const isSame = left.length === right.length && left.every((outage, index) => isClose(outage, right[index]));
    return isSame ? [] : [`${id}: expected ${text(left)}, found ${text(right)}`];
  });
  const others = (["stopped", "stuck"] as const)
    .filter((field) => JSON.stringify(expected[field]) !== JSON.stringify(found[field]))
    .map((field) => `${field}: expected ${JSON.stringify(expected[field])}, found ${JSON.stringify(found[field])}`);
  const totals = totalFields
    .filter((field) => Math.abs(expected.totals[field] - found.totals[field]) > 1e-6)
    .map((field) => `${field}: expected ${expected.totals[field]}, found ${found.totals[field]}`);
  return [...lists, ...others, ...totals];
}

function isClose(left: LevelInterval, right: LevelInterval | undefined): boolean {
  return (
    right !== undefined &&
    Math.abs(left.fromHours - right.fromHours) <= timeTolerance &&
    Math.abs(left.toHours - right.toHours) <= timeTolerance &&
    Math.abs(left.level - right.level) <= levelTolerance
  );
}

function text(outages: readonly LevelInterval[]): string {
  return JSON.stringify(outages.map(({ fromHours, toHours, level }) => [fromHours, toHours, level]));
}

/** Where one answer is worse than another at some time, in words; empty where it is nowhere worse. */
export function worsenings(before: Answer, after: Answer): string[] {
  return [...after.outages].flatMap(([id, outages]) =>
    outages
      .filter((outage) => !isCovered(outage, before.outages.get(id) ?? []))
      .map(({ fromHours, toHours, level }) => `${id} at ${level} from ${fromHours} to ${toHours}`),
  );
}

/** Whether levels as low as this outage's held over all of it; times apart by rounding only do not count. */
function isCovered({ fromHours, toHours, level }: LevelInterval, outages: readonly LevelInterval[]): boolean {
  let covered = fromHours;
  for (const outage of outages) {
    const reaches = outage.fromHours <= covered + timeTolerance && outage.level <= level + levelTolerance;
    if (reaches) covered = Math.max(covered, outage.toHours);
  }
  return covered >= toHours - timeTolerance;
}
