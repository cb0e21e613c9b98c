import { useState } from "react";
import { flushSync } from "react-dom";
import type { AssetRow, Neighbours } from "../data/api-types.ts";
import { select } from "../state/screen-store.ts";
import { removeAssetOverlay } from "./edit-overlay.ts";
import { RemoveRows } from "./RemoveRows.tsx";
import { removalText } from "./removal-text.ts";

interface Props {
  readonly asset: AssetRow;
  readonly neighbours: Neighbours;
}

/** Takes an asset out of the dataset, with its dependencies and connections. */
export function RemoveAsset({ asset, neighbours }: Props) {
  const [open, setOpen] = useState(false);
  const overlay = removeAssetOverlay(asset.id, neighbours);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        Remove
      </button>
      <RemoveRows
        title={`Remove ${asset.name}?`}
        open={open}
        close={() => setOpen(false)}
        overlay={overlay}
        said={`${asset.name} was removed.`}
        // At once: nobody may ask again for what is gone.
        removed={() => flushSync(() => select(null))}
      >
        <p>{removalText(overlay)}</p>
      </RemoveRows>
    </>
  );
}
