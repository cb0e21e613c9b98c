import type { Neighbours, OverlayFile } from "../data/api-types.ts";
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

/** One new dependency of an asset, written by hand. */
export function addDependencyOverlay(dependent: string, provider: string, typed: Cells): OverlayFile {
  const row = { ...filledCells(typed), provider, dependent, method: "authored" };
  return { id: "edit", title: `Add ${dependent} depends on ${provider}`, add: { dependencies: [row] } };
}

/** One new connection, written by hand. */
export function addConnectionOverlay(a: string, b: string, typed: Cells): OverlayFile {
  const row = { ...filledCells(typed), a, b, method: "authored" };
  return { id: "edit", title: `Connect ${a} with ${b}`, add: { connections: [row] } };
}

/** Takes one connection away. */
export function removeConnectionOverlay(id: string): OverlayFile {
  return { id: "edit", title: `Remove the connection ${id}`, remove: { connections: [id] } };
}

/** Takes one dependency away. */
export function removeDependencyOverlay(id: string): OverlayFile {
  return { id: "edit", title: `Remove the dependency ${id}`, remove: { dependencies: [id] } };
}

/** Takes an asset away with all that names it: nothing may be left that leads nowhere. */
export function removeAssetOverlay(id: string, { providers, dependents, connections }: Neighbours): OverlayFile {
  const dependencies = new Set([...providers, ...dependents].map((row) => row.id));
  const remove = {
    assets: [id],
    dependencies: [...dependencies],
    connections: [...new Set(connections.map((row) => row.id))],
  };
  return { id: "edit", title: `Remove ${id}`, remove };
}
