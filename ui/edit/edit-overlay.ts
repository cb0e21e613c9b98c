import type { OverlayFile } from "../data/api-types.ts";
import { type Cells, changedCells, filledCells } from "./row-cells.ts";

/** One edit of a row, or null where nothing differs. The title says which columns, and stands as the reason where none is given. */
export function changeOverlay(id: string, cells: Cells, typed: Cells): OverlayFile | null {
  const changed = changedCells(cells, typed);
  const columns = Object.keys(changed);
  if (columns.length === 0) return null;
  return { id: "edit", title: `Change ${id}: ${columns.join(", ")}`, change: [{ id, ...changed }] };
}

/** One new asset. */
export function addAssetOverlay(typed: Cells): OverlayFile {
  const row = filledCells(typed);
  return { id: "edit", title: `Add ${row.id ?? row.name ?? "an asset"}`, add: { assets: [row] } };
}
