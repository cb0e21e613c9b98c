import { useState } from "react";
import { selectAsset, setScreen, useScreen } from "../state/screen-store.ts";
import { AssetForm } from "./AssetForm.tsx";
import { FormDialog } from "./FormDialog.tsx";

/** The form of a new asset, opened from wherever there is a way to it. */
export function AddAsset() {
  const open = useScreen((screen) => screen.adding);
  const [kept, setKept] = useState(false);
  const close = () => {
    setScreen({ adding: false });
    setKept(false);
  };
  const saved = (id: string) => {
    close();
    selectAsset(id);
  };
  return (
    <FormDialog title="Add an asset" open={open} close={close} kept={kept}>
      <AssetForm asset={null} setKept={setKept} close={close} saved={saved} />
    </FormDialog>
  );
}
