import { useState } from "react";
import { DependencyForm } from "./DependencyForm.tsx";
import { FormDialog } from "./FormDialog.tsx";

interface Props {
  readonly dependent: string;
  /** Names of the input groups that are there. */
  readonly groups: readonly string[];
}

/** Opens the form of a new dependency of an asset. */
export function AddDependency({ dependent, groups }: Props) {
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState(false);
  const close = () => {
    setOpen(false);
    setKept(false);
  };
  return (
    <>
      <button type="button" className="link" aria-label="Add a dependency" onClick={() => setOpen(true)}>
        Add
      </button>
      <FormDialog title="Add a dependency" open={open} close={close} kept={kept}>
        <DependencyForm dependent={dependent} groups={groups} setKept={setKept} close={close} />
      </FormDialog>
    </>
  );
}
