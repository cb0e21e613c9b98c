import "./Inspector.css";
import { select, useScreen } from "../state/screen-store.ts";
import { AssetInspector } from "./AssetInspector.tsx";
import { StateInspector } from "./StateInspector.tsx";

/** One asset or one State: what it is, what it leans on, what leans on it, and why it failed. */
export function Inspector() {
  const selection = useScreen((screen) => screen.selection);
  if (selection === null) return null;
  return (
    <aside className="inspector" aria-label="Inspector" data-testid="inspector" data-found="" tabIndex={-1}>
      <button
        type="button"
        className="button button-bare button-icon inspector-close"
        aria-label="Close the inspector"
        onClick={() => select(null)}
      >
        ×
      </button>
      {selection.kind === "asset" ? (
        <AssetInspector key={selection.id} id={selection.id} />
      ) : (
        <StateInspector key={selection.id} code={selection.id} />
      )}
    </aside>
  );
}
