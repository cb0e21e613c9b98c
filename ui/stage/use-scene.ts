import { useCallback, useState } from "react";
import type { GraphIndex } from "../data/graph-index.ts";
import { watchTheme } from "../state/theme.ts";
import type { Frame, Positions } from "./frame.ts";
import { readPalette } from "./palette.ts";
import { StageScene } from "./stage-scene.ts";

export interface AttachedScene {
  readonly scene: StageScene | null;
  /** For the `ref` of the element that holds the picture. */
  readonly attach: (container: HTMLElement | null) => (() => void) | undefined;
}

/** One scene per revision of a dataset: made when its container is there, killed when either goes; its colours follow the theme. */
export function useScene(graph: GraphIndex, frame: Frame, positions: Positions): AttachedScene {
  const [attached, setAttached] = useState<{ readonly scene: StageScene; readonly graph: GraphIndex } | null>(null);
  const attach = useCallback(
    (container: HTMLElement | null) => {
      if (container === null) return undefined;
      const made = new StageScene(container, graph, frame, positions, readPalette());
      setAttached({ scene: made, graph });
      const stopWatching = watchTheme(() => made.setPalette(readPalette()));
      // Canvas text does not wait for a font: draw once more when it is there.
      void document.fonts.ready.then(() => made.redraw());
      return () => {
        stopWatching();
        made.kill();
        setAttached(null);
      };
    },
    [graph, frame, positions],
  );
  // After an edit the scene of the revision before is dead already: nothing of the new one may be drawn in it.
  return { scene: attached?.graph === graph ? attached.scene : null, attach };
}
