import type { Point } from "./projection.ts";
import type { StateShape } from "./state-shapes.ts";

/** The State whose ground lies under a point of the drawing plane, or null. */
export function stateAt(shapes: readonly StateShape[], { x, y }: Point): string | null {
  const context = document.createElement("canvas").getContext("2d");
  return (
    shapes.findLast(({ code, path }) => code !== null && context?.isPointInPath(path, x, y, "evenodd"))?.code ?? null
  );
}
