import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Dataset } from "../model/dataset.ts";

/** JSON with the keys of every object in order of code unit: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}

/** SHA-256 of the canonical JSON of a value, in hex. O(size). */
export function canonicalHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** SHA-256 of a dataset in canonical order: the same content has the same hash whatever file or store it came from. */
export function datasetHash(dataset: Dataset): string {
  const { description, assets, dependencies, connections } = dataset;
  return canonicalHash({ description, assets, dependencies, connections });
}
