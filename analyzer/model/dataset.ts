import type { Asset } from "./asset.ts";
import type { Connection } from "./connection.ts";
import type { Dependency } from "./dependency.ts";
import type { Marking } from "./marking.ts";
import type { NetworkSettings } from "./network.ts";
import type { State } from "./state.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Where data came from and under what terms; `retrieved` is a date (ISO 8601). */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly licence: string;
  readonly retrieved: string;
  readonly credit: string;
  readonly url?: string;
}

export interface Assumption {
  readonly id: string;
  readonly text: string;
}

/** `dataset.json` (files.md). */
export interface DatasetDescription {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly licence: string;
  readonly sources: readonly Source[];
  readonly currency?: string;
  readonly states?: readonly State[];
  readonly vocabulary?: Partial<Vocabulary>;
  readonly assumptions?: readonly Assumption[];
  readonly marking?: Marking;
  readonly networks?: Readonly<Record<string, NetworkSettings>>;
}

/**
 * A dataset as the core sees it: described, parsed, and in canonical order (each list by id, by code unit), so that the
 * same content is the same value whatever file, row order or store it came from.
 */
export interface Dataset {
  readonly description: DatasetDescription;
  readonly assets: readonly Asset[];
  readonly dependencies: readonly Dependency[];
  readonly connections: readonly Connection[];
}

/** Compares ids by code unit: the one order used everywhere, independent of locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares rows by their ids: canonical order. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareIds(a.id, b.id);
}
