import { byId } from "../../../analyzer/index.ts";

/** Rows in canonical order: by id, by code unit. */
export function sortRows<T extends { readonly id: string }>(rows: ReadonlyMap<string, T>): T[] {
  return [...rows.values()].sort(byId);
}
