import type { Asset } from "./asset.ts";
import type { Connection } from "./connection.ts";
import type { Dependency } from "./dependency.ts";

/**
 * A change of single properties of the row with this id, whichever list it is in. A null takes a property away; `extra` changes
 * single own columns likewise.
 */
export type Change = { readonly id: string } & Readonly<Record<string, unknown>>;

/** `overlay.json` (files.md), parsed: a named change set that is applied to a dataset without touching it. */
export interface Overlay {
  readonly id: string;
  readonly title: string;
  readonly add: {
    readonly assets: readonly Asset[];
    readonly dependencies: readonly Dependency[];
    readonly connections: readonly Connection[];
  };
  readonly remove: {
    readonly assets: readonly string[];
    readonly dependencies: readonly string[];
    readonly connections: readonly string[];
  };
  /** Parsed properties by their names in the model (`bufferHours`), not by column. */
  readonly change: readonly Change[];
}
