import type { Dataset } from "../model/dataset.ts";
import { type InputGroup, inputGroups } from "../model/input-group.ts";
import { joinVocabulary } from "../model/vocabulary.ts";
import type { CheckContext } from "./check-context.ts";
import { findIslands, type Islands } from "../model/islands.ts";

/** A dataset with what several checks look up in it, made once. */
export interface Facts {
  readonly dataset: Dataset;
  readonly context: CheckContext;
  /** Position of an asset by id; the first where ids repeat. */
  readonly assetIndex: ReadonlyMap<string, number>;
  readonly words: {
    readonly sectors: ReadonlySet<string>;
    readonly kinds: ReadonlySet<string>;
    readonly commodities: ReadonlySet<string>;
  };
  /** State codes that dataset.json names. */
  readonly ownStates: ReadonlySet<string>;
  readonly groups: readonly InputGroup[];
  /** By commodity. */
  readonly islands: ReadonlyMap<string, Islands>;
}

/** Looks at every row once or twice; linear in time and space but for the islands (near linear). */
export function collectFacts(dataset: Dataset, context: CheckContext): Facts {
  const assetIndex = new Map<string, number>();
  dataset.assets.forEach((asset, index) => {
    if (!assetIndex.has(asset.id)) assetIndex.set(asset.id, index);
  });
  const vocabulary = joinVocabulary(dataset.description.vocabulary ?? {});
  const ids = (terms: readonly { readonly id: string }[]) => new Set(terms.map((term) => term.id));
  return {
    dataset,
    context,
    assetIndex,
    words: {
      sectors: ids(vocabulary.sectors),
      kinds: ids(vocabulary.kinds),
      commodities: ids(vocabulary.commodities),
    },
    ownStates: new Set((dataset.description.states ?? []).map((state) => state.code)),
    groups: inputGroups(dataset.dependencies),
    islands: findIslands(dataset.connections, assetIndex),
  };
}
