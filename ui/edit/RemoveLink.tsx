import { useState } from "react";
import type { OverlayFile } from "../data/api-types.ts";
import { RemoveRows } from "./RemoveRows.tsx";

interface Props {
  /** What it is, with its other end: "dependency on Arlenia substation". */
  readonly what: string;
  readonly overlay: OverlayFile;
}

/** Takes one dependency or connection of an asset away. */
export function RemoveLink({ what, overlay }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button button-bare button-icon remove-row"
        aria-label={`Remove the ${what}`}
        onClick={() => setOpen(true)}
      >
        ×
      </button>
      <RemoveRows
        title={`Remove the ${what}?`}
        open={open}
        close={() => setOpen(false)}
        overlay={overlay}
        said={`The ${what} was removed.`}
      >
        <p>Both assets stay. It can be undone.</p>
      </RemoveRows>
    </>
  );
}
