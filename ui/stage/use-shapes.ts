import { useEffect, useMemo, useState } from "react";
import type { GraphIndex } from "../data/graph-index.ts";
import { loadBorders } from "./borders.ts";
import type { Positions } from "./frame.ts";
import { hullShapes, type StateShape } from "./state-shapes.ts";

const wideMarginPx = 26;
const narrowMarginPx = 8;

/** The borders of the map; empty until they are loaded, and where that fails: the data is drawn all the same. */
function useBorders(): readonly StateShape[] {
  const [borders, setBorders] = useState<readonly StateShape[]>([]);
  useEffect(() => {
    let wanted = true;
    loadBorders((shapes) => {
      if (wanted) setBorders(shapes);
    }).catch(() => {});
    return () => {
      wanted = false;
    };
  }, []);
  return borders;
}

/** The grounds of the States: borders on the map (drawn around the assets of States that have none), drawn around all in the network. */
export function useShapes(graph: GraphIndex, view: "map" | "network", positions: Positions): readonly StateShape[] {
  const borders = useBorders();
  return useMemo(() => {
    if (view === "network") return hullShapes(graph, positions, wideMarginPx, () => true);
    const known = new Set(borders.map((shape) => shape.code));
    // Beside real borders a ground drawn around assets keeps back; among fictional States it is all there is.
    const fictional = !graph.columns.states.some(({ code }) => known.has(code));
    const marginPx = fictional ? wideMarginPx : narrowMarginPx;
    const around = borders.length === 0 ? [] : hullShapes(graph, positions, marginPx, (code) => !known.has(code));
    return [...borders, ...around];
  }, [graph, view, positions, borders]);
}
