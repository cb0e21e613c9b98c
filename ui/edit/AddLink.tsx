import { FormDialog } from "./FormDialog.tsx";
import { LinkForm } from "./LinkForm.tsx";
import type { NewLink } from "./new-links.ts";
import { useFormDialog } from "./use-form-dialog.ts";

/** Opens the form of a new dependency or connection of an asset. */
export function AddLink({ link }: { readonly link: NewLink }) {
  const { open, kept, setKept, show, close } = useFormDialog();
  return (
    <>
      <button type="button" className="link" aria-label={link.title} onClick={show}>
        Add
      </button>
      <FormDialog title={link.title} open={open} close={close} kept={kept}>
        <LinkForm link={link} setKept={setKept} close={close} />
      </FormDialog>
    </>
  );
}
