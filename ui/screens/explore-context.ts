import { createContext, useContext } from "react";
import type { DatasetDetail } from "../data/api-types.ts";
import type { GraphIndex } from "../data/graph-index.ts";
import type { StoredRun } from "../data/queries.ts";
import type { SearchIndex } from "../data/search.ts";
import type { Shown, ShownLinks } from "../stage/shown.ts";

/** What all panels of the Explore screen look at. */
export interface Explore {
  readonly datasetId: string;
  readonly graph: GraphIndex;
  readonly search: SearchIndex;
  readonly detail: DatasetDetail | null;
  /** The cascade that is shown. */
  readonly run: StoredRun | null;
  readonly shown: Shown;
  readonly links: ShownLinks;
}

export const ExploreContext = createContext<Explore | null>(null);

export function useExplore(): Explore {
  const explore = useContext(ExploreContext);
  if (explore === null) throw new Error("A panel of the Explore screen stands outside it.");
  return explore;
}
