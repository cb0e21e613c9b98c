import { useState } from "react";
import { FormDialog } from "./FormDialog.tsx";
import { LinkForm } from "./LinkForm.tsx";
import type { NewLink } from "./new-links.ts";

/** Opens the form of a new dependency or connection of an asset. */
export function AddLink({ link }: { readonly link: NewLink }) {
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState(false);
  const close = () => {
    setOpen(false);
    setKept(false);
  };
  return (
    <>
      <button type="button" className="link" aria-label={link.title} onClick={() => setOpen(true)}>
        Add
      </button>
      <FormDialog title={link.title} open={open} close={close} kept={kept}>
        <LinkForm link={link} setKept={setKept} close={close} />
      </FormDialog>
    </>
  );
}
