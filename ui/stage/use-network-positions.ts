import { useEffect, useState } from "react";
import type { GraphIndex } from "../data/graph-index.ts";
import { type Frame, fitInto, type Positions } from "./frame.ts";
import { startLayout } from "./start-layout.ts";

export interface NetworkPositions {
  readonly positions: Positions | null;
  readonly arranging: boolean;
}

const nothingYet: NetworkPositions = { positions: null, arranging: true };

/** Lays the network out once it is wanted, and keeps it. */
export function useNetworkPositions(graph: GraphIndex, frame: Frame, wanted: boolean): NetworkPositions {
  const [known, setKnown] = useState<NetworkPositions & { readonly graph: GraphIndex | null }>({
    ...nothingYet,
    graph: null,
  });
  const needed = wanted && (known.graph !== graph || known.positions === null);
  useEffect(() => {
    if (!needed) return;
    return startLayout(graph, ({ done, ...positions }) => {
      if (done) setKnown({ graph, positions: fitInto(positions, frame), arranging: false });
    });
  }, [graph, frame, needed]);
  return known.graph === graph ? known : nothingYet;
}
