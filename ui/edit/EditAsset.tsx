import { useState } from "react";
import type { AssetRow } from "../data/api-types.ts";
import { AssetForm } from "./AssetForm.tsx";
import { FormDialog } from "./FormDialog.tsx";

/** Opens the form of an asset that is there. */
export function EditAsset({ asset }: { readonly asset: AssetRow }) {
  const [open, setOpen] = useState(false);
  const [kept, setKept] = useState(false);
  const close = () => {
    setOpen(false);
    setKept(false);
  };
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        Edit
      </button>
      <FormDialog title={`Edit ${asset.name}`} open={open} close={close} kept={kept}>
        <AssetForm asset={asset} setKept={setKept} close={close} saved={close} />
      </FormDialog>
    </>
  );
}
