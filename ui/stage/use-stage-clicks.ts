import { useEffect, useRef } from "react";
import type { GraphIndex } from "../data/graph-index.ts";
import { select, selectAsset, selectState, setScreen } from "../state/screen-store.ts";
import type { StageScene } from "./stage-scene.ts";
import { stateAt } from "./state-at.ts";
import type { StateShape } from "./state-shapes.ts";

const cameraDelayMs = 200;

/** A click selects an asset or the State under it; moving the camera goes into the link. */
export function useStageClicks(scene: StageScene | null, graph: GraphIndex, shapes: readonly StateShape[]): void {
  const present = useRef(shapes);
  useEffect(() => {
    present.current = shapes;
  }, [shapes]);
  useEffect(() => {
    let timer = 0;
    scene?.listen({
      clickAsset: (asset) => selectAsset(graph.columns.assets.id[asset] ?? ""),
      clickGround: (place) => {
        const code = stateAt(present.current, place);
        if (code !== null && graph.stateNames.has(code)) selectState(code);
        else select(null);
      },
      moveCamera: (camera) => {
        clearTimeout(timer);
        timer = window.setTimeout(() => setScreen({ camera }), cameraDelayMs);
      },
    });
    return () => clearTimeout(timer);
  }, [scene, graph]);
}
