import type { Dataset } from "../model/dataset.ts";
import { assetPositions, type DependencyColumns, dependencyColumns } from "../model/dependency-columns.ts";
import { dependencyGroups } from "../model/dependency-groups.ts";
import { findIslands, type Islands } from "../model/islands.ts";
import type { OrderedRows } from "../model/order-rows.ts";
import { joinVocabulary } from "../model/vocabulary.ts";
import type { CheckContext } from "./check-context.ts";
import { type RowScreen, screenRows } from "./row-screen.ts";
import type { Words } from "./words.ts";

/** A dataset with what several checks look up in it, made once. */
export interface Facts {
  readonly dataset: Dataset;
  readonly context: CheckContext;
  /** Position of an asset by id; the first where ids repeat. Made where it is first asked for, which a copy of these facts does. */
  readonly assetIndex: ReadonlyMap<string, number>;
  /** What sound dependencies join and state; what others state has to be read from the rows. */
  readonly columns: DependencyColumns;
  readonly words: Words;
  /** Which rows the questions about rows by themselves have to look at. */
  readonly screen: RowScreen;
  /** State codes that dataset.json names. */
  readonly ownStates: ReadonlySet<string>;
  /** Rows of the dependencies by their input groups. */
  readonly groups: OrderedRows;
  /** By commodity. */
  readonly islands: ReadonlyMap<string, Islands>;
}

/** Looks at every row once or twice; linear in time and space but for the islands (near linear). */
export function collectFacts(dataset: Dataset, context: CheckContext): Facts {
  const columns = dependencyColumns(dataset);
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
    get assetIndex() {
      return assetPositions(dataset);
    },
    columns,
    words,
    screen: screenRows(dataset, words, columns, (table) => context.stated?.(table) ?? null),
    ownStates: new Set((dataset.description.states ?? []).map((state) => state.code)),
    groups: dependencyGroups(dataset),
    islands: dataset.connections.length === 0 ? new Map() : findIslands(dataset.connections, assetPositions(dataset)),
  };
}
