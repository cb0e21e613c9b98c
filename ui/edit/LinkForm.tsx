import { type FormEvent, useState } from "react";
import { AssetPicker } from "../parts/AssetPicker.tsx";
import { SectorMark } from "../parts/SectorMark.tsx";
import { useExplore } from "../screens/explore-context.ts";
import { CellInput } from "./CellInput.tsx";
import { EditActions } from "./EditActions.tsx";
import { EditFaults } from "./EditFaults.tsx";
import type { NewLink } from "./new-links.ts";
import { placeFaults } from "./place-faults.ts";
import type { Cells } from "./row-cells.ts";
import { useEdit } from "./use-edit.ts";
import { useFaultFocus } from "./use-fault-focus.ts";
import { WhyField } from "./WhyField.tsx";

interface Props {
  readonly link: NewLink;
  readonly setKept: (kept: boolean) => void;
  readonly close: () => void;
}

/** What an asset depends on or is connected with from now on, and how. */
export function LinkForm({ link, setKept, close }: Props) {
  const { graph } = useExplore();
  const [other, setOther] = useState<string | null>(null);
  const [typed, setTyped] = useState<Cells>({});
  const [why, setWhy] = useState("");
  const { save, saving, error, problem, loadNewest } = useEdit({ shown: close });
  const form = useFaultFocus(error);
  const faults = placeFaults(problem, new Set(link.fields.map(({ column }) => column)));
  const network = link.networks.find(({ provider }) => provider === other);
  const choose = (id: string) => {
    setOther(id);
    setKept(true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (other === null || saving) return;
    save({ overlay: link.overlay(other, typed), why, said: link.said(network?.title ?? graph.nameOf(other)) });
  };
  return (
    <form ref={form} className="edit-form" onSubmit={submit} noValidate>
      <p className="soft">{link.intro}</p>
      <EditFaults error={error} problem={problem} faults={faults} loadNewest={loadNewest} />
      <div className="field" data-testid="other-end">
        <AssetPicker label={`${link.otherEnd} (required)`} invalid={false} choose={choose} />
        {link.networks.length > 0 && (
          <p className="other-networks">
            <span className="soft">or a network it is connected to:</span>{" "}
            {link.networks.map(({ provider, title }) => (
              <button key={provider} type="button" className="link" onClick={() => choose(provider)}>
                {title}
              </button>
            ))}
          </p>
        )}
        {network !== undefined && <p role="status">{network.title}</p>}
        {other !== null && network === undefined && (
          <p role="status">
            <SectorMark sector={graph.sectorOf(graph.indexById.get(other) ?? -1)} /> {graph.nameOf(other)}{" "}
            <span className="code">{other}</span>
          </p>
        )}
      </div>
      <div className="edit-group">
        {link.fields.map((attribute) => (
          <CellInput
            key={attribute.column}
            attribute={attribute}
            value={typed[attribute.column] ?? ""}
            change={(text) => {
              setTyped({ ...typed, [attribute.column]: text });
              setKept(true);
            }}
            fault={faults.atField.get(attribute.column)}
            offered={link.offered[attribute.column] ?? []}
          />
        ))}
      </div>
      <WhyField why={why} change={setWhy} />
      <EditActions label="Save" busyLabel="Saving…" busy={saving} ready={other !== null} close={close} />
    </form>
  );
}
