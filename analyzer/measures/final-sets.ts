import { allClosures } from "../algorithms/closure/all-closures.ts";
import { binaryLayout } from "../algorithms/closure/binary-layout.ts";
import type { ClosureSums } from "../algorithms/closure/closure-sums.ts";
import { compileFailureGroups } from "../algorithms/closure/compile-failure-groups.ts";
import { unitsPerPerson } from "../algorithms/closure/node-tallies.ts";
import { compareIds } from "../model/dataset.ts";
import type { PieceGround } from "./ground.ts";

/** What final sets can be ranked by. */
export const finalConsequences = [
  "assetsLost",
  "peopleServed",
  "statesReached",
  "foreignStatesReached",
  "sectorsReached",
] as const;
export type FinalConsequence = (typeof finalConsequences)[number];

/** What would be lost in the end if one asset were lost for good. */
export interface FinalSetRow {
  readonly rank: number;
  readonly id: string;
  /** Assets lost, itself included. */
  readonly assetsLost: number;
  /** Persons served by the lost assets that state it; null where none of them does. */
  readonly peopleServed: number | null;
  /** How many of the lost assets state no people. */
  readonly assetsWithoutPeople: number;
  /** States and sectors of the lost assets other than itself; foreign: States in which it has no share. */
  readonly statesReached: number;
  readonly foreignStatesReached: number;
  readonly sectorsReached: number;
  /** Exact by the closure forest, or, where partial levels or networks come in, at most so much. */
  readonly method: FinalMethod;
}
export type FinalMethod = "closure forest" | "upper bound";

export interface FinalSetsResult {
  readonly kind: "final-sets";
  readonly by: FinalConsequence;
  /** How many assets of the dataset were answered by each method. */
  readonly methods: Readonly<Record<FinalMethod, number>>;
  readonly rows: readonly FinalSetRow[];
}

export interface FinalSetsQuestion {
  readonly by: FinalConsequence;
  /** How many rows to give; all where left out. */
  readonly limit?: number;
}

/**
 * What the loss of each asset for good brings in the end (performance.md section 3.3). Highest first, exact ties by id; an
 * unknown number comes last. Where only groups that give all or nothing are touched the answer is exact; elsewhere every
 * shortfall counts as a total loss, and the answer is an upper bound of what is disrupted, however long the loss lasts.
 *
 * Cost: one closure forest.
 */
export function finalSets({ cascade, territory }: PieceGround, question: FinalSetsQuestion): FinalSetsResult {
  const { assetIds } = cascade.system;
  const { groups, removalOf } = compileFailureGroups(cascade.system);
  const layout = binaryLayout(groups, removalOf, territory);
  const sums = allClosures(layout);
  const all = assetIds.map((id, asset) => ({ id, ...rowOf(sums, layout.removalOf[asset]!) }));
  const rows = all.toSorted((x, y) => compare(y[question.by], x[question.by]) || compareIds(x.id, y.id));
  const bounds = rows.filter(({ method }) => method === "upper bound").length;
  return {
    kind: "final-sets",
    by: question.by,
    methods: { "closure forest": rows.length - bounds, "upper bound": bounds },
    rows: rows.slice(0, question.limit ?? rows.length).map((row, index) => ({ rank: index + 1, ...row })),
  };
}

function rowOf(sums: ClosureSums, node: number): Omit<FinalSetRow, "rank" | "id"> {
  const assetsLost = sums.lost[node]!;
  const assetsWithoutPeople = sums.peopleUnknown[node]!;
  return {
    assetsLost,
    peopleServed: assetsWithoutPeople === assetsLost ? null : sums.people[node]! / unitsPerPerson,
    assetsWithoutPeople,
    statesReached: sums.states[node]!,
    foreignStatesReached: sums.foreignStates[node]!,
    sectorsReached: sums.sectors[node]!,
    method: sums.bounds[node] === 1 ? "upper bound" : "closure forest",
  };
}

function compare(x: number | null, y: number | null): number {
  if (x === null || y === null) return Number(x !== null) - Number(y !== null);
  return x - y;
}
