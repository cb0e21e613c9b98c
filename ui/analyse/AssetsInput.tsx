import { AssetLink } from "../parts/AssetLink.tsx";
import { AssetPicker } from "../parts/AssetPicker.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { useScreen } from "../state/screen-store.ts";

interface Props {
  readonly title: string;
  readonly ids: readonly string[];
  readonly invalid: boolean;
  readonly change: (ids: readonly string[]) => void;
  /** Only one at a time. */
  readonly single?: boolean;
}

/** Assets of a question: found by search, or the one that is selected. */
export function AssetsInput({ title, ids, invalid, change, single = false }: Props) {
  const { graph } = useExplore();
  const selected = useScreen((screen) => (screen.selection?.kind === "asset" ? screen.selection.id : null));
  const add = (id: string) => change(single ? [id] : [...ids.filter((each) => each !== id), id]);
  const name = (id: string) => graph.columns.assets.name[graph.indexById.get(id) ?? -1] ?? id;
  return (
    <div className="field" role="group" aria-label={title}>
      <AssetPicker label={title} invalid={invalid} choose={add} />
      <ul className="chosen-list">
        {ids.map((id) => (
          <li key={id} className="block-head">
            <AssetLink graph={graph} id={id} />
            <button
              type="button"
              className="button button-bare button-icon"
              aria-label={`Leave out ${name(id)}`}
              onClick={() => change(ids.filter((each) => each !== id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      {selected !== null && !ids.includes(selected) && graph.indexById.has(selected) && (
        <button type="button" className="link" onClick={() => add(selected)}>
          {single ? "Take" : "Add"} {name(selected)}, selected on the stage
        </button>
      )}
    </div>
  );
}
