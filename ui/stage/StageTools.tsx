import { requestFit } from "../state/screen-store.ts";
import type { StageScene } from "./stage-scene.ts";

const zoomStep = 1.5;

export function StageTools({ scene }: { readonly scene: StageScene | null }) {
  return (
    <div className="stage-tools" role="group" aria-label="Camera">
      <button
        type="button"
        className="button button-icon"
        onClick={() => scene?.zoomBy(1 / zoomStep)}
        aria-label="Closer"
      >
        +
      </button>
      <button type="button" className="button button-icon" onClick={() => scene?.zoomBy(zoomStep)} aria-label="Farther">
        −
      </button>
      <button
        type="button"
        className="button button-icon"
        onClick={requestFit}
        aria-label="Show all (F)"
        title="Show all (F)"
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
          <path d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4" />
        </svg>
      </button>
    </div>
  );
}
