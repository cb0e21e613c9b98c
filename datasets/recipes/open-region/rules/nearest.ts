import type { Dependency } from "../../../../analyzer/index.ts";
import { assetsOfKind, type Draft, type PlacedAsset, stateOf } from "../draft.ts";
import { type Found, PlaceIndex } from "../place-index.ts";
import { type Need, need, type Rule } from "./rule.ts";

/** Confidence by distance: that of the first step whose km are not exceeded; the last step has no end. */
export type Steps = readonly (readonly [upToKm: number, confidence: number])[];

/** Near substations are likely to be those that feed: 0.8 up to 10 km, 0.6 up to 30 km, 0.4 beyond. */
export const feedSteps: Steps = [
  [10, 0.8],
  [30, 0.6],
  [Number.POSITIVE_INFINITY, 0.4],
];

/** The confidence of a distance. */
export function confidenceAt(steps: Steps, km: number): number {
  return steps.find(([upToKm]) => km <= upToKm)?.[1] ?? 0;
}

/** A rule by which the nearest of some kinds provide for every asset of others. */
interface NearestRule extends Omit<Need, "ruleId"> {
  readonly id: string;
  readonly title: string;
  readonly providers: readonly string[];
  readonly dependents: readonly string[];
  readonly count: number;
  readonly reachKm: number;
  /** Providers of other States count too. */
  readonly overBorders?: true;
  readonly confidence: Steps;
  /** The providers cover equal parts of the need; else any one is enough. */
  readonly inParts?: true;
  /** Which dependents of these kinds have the need; left out, all. */
  readonly accept?: (dependent: PlacedAsset) => boolean;
}

/** The rule of nearness: at most `count` providers within reach, of the dependent's State. Linear but for the look-ups. */
export function nearestRule(rule: NearestRule): Rule {
  const { id, title, group } = rule;
  return {
    id,
    title,
    group,
    settable: ["reachKm", "count"],
    join(draft, { reachKm = rule.reachKm, count = rule.count }) {
      const index = new PlaceIndex(assetsOfKind(draft, ...rule.providers));
      for (const dependent of assetsOfKind(draft, ...rule.dependents)) {
        if (rule.accept?.(dependent) === false) continue;
        const accept = (provider: PlacedAsset): boolean =>
          rule.overBorders === true || stateOf(provider) === stateOf(dependent);
        const found = index.nearest(dependent, count, reachKm, accept);
        draft.dependencies.push(...found.map((each) => toNeed(draft, rule, each, dependent, found.length)));
      }
    },
  };
}

function toNeed(
  draft: Draft,
  rule: NearestRule,
  { place, km }: Found<PlacedAsset>,
  dependent: PlacedAsset,
  providers: number,
): Dependency {
  const confidence = confidenceAt(rule.confidence, km);
  const parts = rule.inParts === true && providers > 1 ? { share: 1 / providers } : {};
  return need(draft, place.id, dependent.id, confidence, { ...rule, ruleId: rule.id, ...parts });
}
