import { type FormEvent, type ReactNode, useState } from "react";
import type { OverlayFile } from "../data/api-types.ts";
import { EditActions } from "./EditActions.tsx";
import { EditFaults } from "./EditFaults.tsx";
import { FormDialog } from "./FormDialog.tsx";
import { placeFaults } from "./place-faults.ts";
import { useEdit } from "./use-edit.ts";
import { useFaultFocus } from "./use-fault-focus.ts";
import { WhyField } from "./WhyField.tsx";

interface Props {
  readonly title: string;
  readonly overlay: OverlayFile;
  /** What the message says once it is gone. */
  readonly said: string;
  /** Called as soon as it is gone, before the new revision is shown. */
  readonly removed?: () => void;
  /** What goes with it. */
  readonly children: ReactNode;
  readonly open: boolean;
  readonly close: () => void;
}

/** Asks once more before rows are taken away. */
export function RemoveRows({ title, open, close, ...form }: Props) {
  return (
    <FormDialog title={title} open={open} close={close} alert>
      <RemoveForm close={close} {...form} />
    </FormDialog>
  );
}

function RemoveForm({ overlay, said, removed, close, children }: Omit<Props, "title" | "open">) {
  const [why, setWhy] = useState("");
  const { save, saving, error, problem, loadNewest } = useEdit({
    ...(removed === undefined ? {} : { written: removed }),
    shown: () => {
      close();
      // What was pressed may be gone: the way back is the next thing to press.
      requestAnimationFrame(() => document.querySelector<HTMLElement>("[data-step-back]")?.focus());
    },
  });
  const form = useFaultFocus(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving) save({ overlay, why, said });
  };
  return (
    <form ref={form} className="edit-form" onSubmit={submit}>
      <EditFaults error={error} problem={problem} faults={placeFaults(problem, new Set())} loadNewest={loadNewest} />
      {children}
      <WhyField why={why} change={setWhy} />
      <EditActions label="Remove" busyLabel="Removing…" busy={saving} ready danger close={close} />
    </form>
  );
}
