import { type FormEvent, useState } from "react";
import { AssetPicker } from "../parts/AssetPicker.tsx";
import { SectorMark } from "../parts/SectorMark.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { CellInput } from "./CellInput.tsx";
import { dependencyFields } from "./dependency-fields.ts";
import { EditFaults } from "./EditFaults.tsx";
import { addDependencyOverlay } from "./edit-overlay.ts";
import { placeFaults } from "./place-faults.ts";
import type { Cells } from "./row-cells.ts";
import { useEdit } from "./use-edit.ts";
import { useFaultFocus } from "./use-fault-focus.ts";
import { WhyField } from "./WhyField.tsx";

interface Props {
  readonly dependent: string;
  readonly groups: readonly string[];
  readonly setKept: (kept: boolean) => void;
  readonly close: () => void;
}

const columns = new Set(dependencyFields.map(({ column }) => column));

/** What an asset depends on from now on, and how. */
export function DependencyForm({ dependent, groups, setKept, close }: Props) {
  const { graph } = useExplore();
  const [provider, setProvider] = useState<string | null>(null);
  const [typed, setTyped] = useState<Cells>({});
  const [why, setWhy] = useState("");
  const { save, saving, error, problem, loadNewest } = useEdit({ shown: close });
  const form = useFaultFocus(error);
  const faults = placeFaults(problem, columns);
  const name = (id: string) => graph.columns.assets.name[graph.indexById.get(id) ?? -1] ?? id;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (provider === null || saving) return;
    const said = `${name(dependent)} depends on ${name(provider)} now.`;
    save({ overlay: addDependencyOverlay(dependent, provider, typed), why, said });
  };
  return (
    <form ref={form} className="edit-form" onSubmit={submit} noValidate>
      <p className="soft">
        What {name(dependent)} needs. Providers of one group can stand in for one another; without a group it is needed
        by itself.
      </p>
      <EditFaults error={error} problem={problem} faults={faults} loadNewest={loadNewest} />
      <div className="field" data-testid="provider">
        <AssetPicker
          label="Provider (required)"
          invalid={false}
          choose={(id) => {
            setProvider(id);
            setKept(true);
          }}
        />
        {provider !== null && (
          <p role="status">
            <SectorMark sector={graph.sectorOf(graph.indexById.get(provider) ?? -1)} /> {name(provider)}{" "}
            <span className="code">{provider}</span>
          </p>
        )}
      </div>
      <div className="edit-group">
        {dependencyFields.map((attribute) => (
          <CellInput
            key={attribute.column}
            attribute={attribute}
            value={typed[attribute.column] ?? ""}
            change={(text) => {
              setTyped({ ...typed, [attribute.column]: text });
              setKept(true);
            }}
            fault={faults.atField.get(attribute.column)}
            offered={attribute.name === "group" ? groups : []}
          />
        ))}
      </div>
      <WhyField why={why} change={setWhy} />
      <div className="edit-actions">
        <button type="submit" className="button button-main" aria-disabled={provider === null || saving}>
          {saving ? "Saving…" : "Add dependency"}
        </button>
        <button type="button" className="button" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
