import { type FormEvent, useState } from "react";
import type { AssetRow, OverlayFile } from "../data/api-types.ts";
import { assetFieldGroups } from "./asset-fields.ts";
import { CellInput } from "./CellInput.tsx";
import { EditActions } from "./EditActions.tsx";
import { EditFaults } from "./EditFaults.tsx";
import { addAssetOverlay, changeOverlay } from "./edit-overlay.ts";
import { OwnColumns } from "./OwnColumns.tsx";
import { ownColumnsOf } from "./own-columns.ts";
import { placeFaults } from "./place-faults.ts";
import { type Cells, cellsOf, filledCells } from "./row-cells.ts";
import { useEdit } from "./use-edit.ts";
import { useFaultFocus } from "./use-fault-focus.ts";
import { WhyField } from "./WhyField.tsx";

interface Props {
  /** What is changed; null for a new asset. */
  readonly asset: AssetRow | null;
  readonly setKept: (kept: boolean) => void;
  readonly close: () => void;
  /** Called once it is saved. */
  readonly saved: (id: string) => void;
}

/**
 * The attributes of an asset as fields. It keeps only what was typed, on top of what the dataset holds: so a newer revision
 * can be loaded under it, and what is saved is only what differs.
 */
export function AssetForm({ asset, setKept, close, saved }: Props) {
  const groups = assetFieldGroups(asset === null);
  const fields = groups.flatMap((group) => group.fields);
  const extra = asset?.extra ?? {};
  const cells = asset === null ? {} : { ...cellsOf(fields, asset), ...extra };
  const [typed, setTyped] = useState<Cells>({});
  const [why, setWhy] = useState("");
  const { save, saving, error, problem, loadNewest } = useEdit({
    shown: () => saved(asset?.id ?? typed.id?.trim() ?? ""),
  });
  const own = ownColumnsOf(extra, typed);
  const faults = placeFaults(problem, new Set([...fields.map(({ column }) => column), ...own]));
  const overlay = asset === null ? newAsset(typed) : changeOverlay(asset.id, cells, typed);
  const form = useFaultFocus(error);
  const type = (column: string, text: string) => {
    const next = { ...typed, [column]: text };
    setTyped(next);
    setKept(asset === null ? newAsset(next) !== null : changeOverlay(asset.id, cells, next) !== null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (overlay === null || saving) return;
    const name = asset?.name ?? typed.name?.trim() ?? "The asset";
    save({ overlay, why, said: asset === null ? `${name} was added.` : `${name} was changed.` });
  };
  return (
    <form ref={form} className="edit-form" onSubmit={submit} noValidate>
      <p className="soft">Empty means unknown. What you save is checked like an import, and can be undone.</p>
      <EditFaults error={error} problem={problem} faults={faults} loadNewest={loadNewest} />
      {groups.map((group) => (
        <fieldset key={group.title} className="edit-group">
          <legend>{group.title}</legend>
          {group.fields.map((attribute) => (
            <CellInput
              key={attribute.column}
              attribute={attribute}
              value={typed[attribute.column] ?? cells[attribute.column] ?? ""}
              change={(text) => type(attribute.column, text)}
              fault={faults.atField.get(attribute.column)}
              assumed={(asset?.assumed ?? []).includes(attribute.column)}
            />
          ))}
        </fieldset>
      ))}
      <OwnColumns
        columns={own}
        value={(column) => typed[column] ?? extra[column] ?? ""}
        type={type}
        faults={faults.atField}
      />
      <WhyField why={why} change={setWhy} />
      <EditActions
        label={asset === null ? "Add asset" : "Save"}
        busyLabel="Saving…"
        busy={saving}
        ready={overlay !== null}
        close={close}
      />
    </form>
  );
}

function newAsset(typed: Cells): OverlayFile | null {
  return Object.keys(filledCells(typed)).length === 0 ? null : addAssetOverlay(typed);
}
