import type { AssetRow } from "../data/api-types.ts";
import { AssetForm } from "./AssetForm.tsx";
import { FormDialog } from "./FormDialog.tsx";
import { useFormDialog } from "./use-form-dialog.ts";

/** Opens the form of an asset that is there. */
export function EditAsset({ asset }: { readonly asset: AssetRow }) {
  const { open, kept, setKept, show, close } = useFormDialog();
  return (
    <>
      <button type="button" className="button" onClick={show}>
        Edit
      </button>
      <FormDialog title={`Edit ${asset.name}`} open={open} close={close} kept={kept}>
        <AssetForm asset={asset} setKept={setKept} close={close} saved={close} />
      </FormDialog>
    </>
  );
}
