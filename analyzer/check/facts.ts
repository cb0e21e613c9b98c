import type { Dataset } from "../model/dataset.ts";
import { assetPositions, type DependencyEnds, dependencyEnds } from "../model/dependency-ends.ts";
import { dependencyGroups } from "../model/dependency-groups.ts";
import type { GroupRows } from "../model/input-group.ts";
import { findIslands, type Islands } from "../model/islands.ts";
import { joinVocabulary } from "../model/vocabulary.ts";
import type { CheckContext } from "./check-context.ts";
import { type RowScreen, screenRows } from "./row-screen.ts";
import type { Words } from "./words.ts";

/** A dataset with what several checks look up in it, made once. */
export interface Facts {
  readonly dataset: Dataset;
  readonly context: CheckContext;
  /** Position of an asset by id; the first where ids repeat. */
  readonly assetIndex: ReadonlyMap<string, number>;
  /** Where dependencies begin and end: positions of assets. */
  readonly ends: DependencyEnds;
  readonly words: Words;
  /** Which rows the questions about rows by themselves have to look at. */
  readonly screen: RowScreen;
  /** State codes that dataset.json names. */
  readonly ownStates: ReadonlySet<string>;
  /** Rows of the dependencies by their input groups. */
  readonly groups: GroupRows;
  /** By commodity. */
  readonly islands: ReadonlyMap<string, Islands>;
}

/** Looks at every row once or twice; linear in time and space but for the islands (near linear). */
export function collectFacts(dataset: Dataset, context: CheckContext): Facts {
  const assetIndex = assetPositions(dataset);
  const ends = dependencyEnds(dataset);
  const vocabulary = joinVocabulary(dataset.description.vocabulary ?? {});
  const ids = (terms: readonly { readonly id: string }[]) => new Set(terms.map((term) => term.id));
  const words = {
    sectors: ids(vocabulary.sectors),
    kinds: ids(vocabulary.kinds),
    commodities: ids(vocabulary.commodities),
  };
  return {
    dataset,
    context,
    assetIndex,
    ends,
    words,
    screen: screenRows(dataset, words, ends),
    ownStates: new Set((dataset.description.states ?? []).map((state) => state.code)),
    groups: dependencyGroups(dataset),
    islands: findIslands(dataset.connections, assetIndex),
  };
}
