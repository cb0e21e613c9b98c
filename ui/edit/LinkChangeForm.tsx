import { type FormEvent, useState } from "react";
import { CellInput } from "./CellInput.tsx";
import { EditActions } from "./EditActions.tsx";
import { EditFaults } from "./EditFaults.tsx";
import type { LinkChange } from "./link-changes.ts";
import { placeFaults } from "./place-faults.ts";
import type { Cells } from "./row-cells.ts";
import { useEdit } from "./use-edit.ts";
import { useFaultFocus } from "./use-fault-focus.ts";
import { WhyField } from "./WhyField.tsx";

interface Props {
  readonly link: LinkChange;
  readonly setKept: (kept: boolean) => void;
  readonly close: () => void;
}

/** The attributes of a dependency or connection as fields; what is saved is only what differs. */
export function LinkChangeForm({ link, setKept, close }: Props) {
  const [typed, setTyped] = useState<Cells>({});
  const [why, setWhy] = useState("");
  const { save, saving, error, problem, loadNewest } = useEdit({ shown: close });
  const form = useFaultFocus(error);
  const faults = placeFaults(problem, new Set(link.fields.map(({ column }) => column)));
  const overlay = link.overlay(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (overlay === null || saving) return;
    save({ overlay, why, said: `The ${link.what} was changed.` });
  };
  return (
    <form ref={form} className="edit-form" onSubmit={submit} noValidate>
      <p className="soft">{link.intro}</p>
      <EditFaults error={error} problem={problem} faults={faults} loadNewest={loadNewest} />
      <div className="edit-group">
        {link.fields.map((attribute) => (
          <CellInput
            key={attribute.column}
            attribute={attribute}
            value={typed[attribute.column] ?? link.cells[attribute.column] ?? ""}
            change={(text) => {
              const next = { ...typed, [attribute.column]: text };
              setTyped(next);
              setKept(link.overlay(next) !== null);
            }}
            fault={faults.atField.get(attribute.column)}
            assumed={link.assumed.includes(attribute.column)}
          />
        ))}
      </div>
      <WhyField why={why} change={setWhy} />
      <EditActions label="Save" busyLabel="Saving…" busy={saving} ready={overlay !== null} close={close} />
    </form>
  );
}
