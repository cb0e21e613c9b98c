import { FormDialog } from "./FormDialog.tsx";
import type { LinkChange } from "./link-changes.ts";
import { LinkChangeForm } from "./LinkChangeForm.tsx";
import { useFormDialog } from "./use-form-dialog.ts";

/** Opens the form of a dependency or connection that is there. */
export function EditLink({ link }: { readonly link: LinkChange }) {
  const { open, kept, setKept, show, close } = useFormDialog();
  return (
    <>
      <button
        type="button"
        className="button button-bare button-icon edit-row"
        aria-label={`Edit the ${link.what}`}
        onClick={show}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" className="icon">
          <path d="M3 13l.7-2.8 7-7 2.1 2.1-7 7z" />
        </svg>
      </button>
      <FormDialog title={`Edit the ${link.what}`} open={open} close={close} kept={kept}>
        <LinkChangeForm link={link} setKept={setKept} close={close} />
      </FormDialog>
    </>
  );
}
