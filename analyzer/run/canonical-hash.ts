import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Dataset } from "../model/dataset.ts";
import { atOnce } from "../model/at-once.ts";
import { canonicalJson } from "./canonical-json.ts";
import { CanonicalRows } from "./canonical-rows.ts";

/** SHA-256 of the canonical JSON of a value, in hex. O(size). */
export function canonicalHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** Rows hashed between two steps. */
const rowsPerStep = 1000;

/** Hashes of datasets, so that asking again of the same one costs nothing; forgotten together with the dataset. */
const known = new WeakMap<Dataset, string>();

/** A SHA-256 under way: the core's own, or a faster one of its host. */
export interface Sha256 {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** SHA-256 of a dataset in canonical order: the same content has the same hash whatever file or store it came from. */
export function datasetHash(dataset: Dataset): string {
  return atOnce(datasetHashSteps(dataset));
}

/**
 * `datasetHash` in steps of a few milliseconds, for whoever has others to let in. Its text is never held whole.
 *
 * @param hash a new one
 */
export function* datasetHashSteps(dataset: Dataset, hash: Sha256 = sha256.create()): Generator<undefined, string> {
  const made = known.get(dataset);
  if (made !== undefined) return made;
  const { description, assets, dependencies, connections } = dataset;
  let lead = "{";
  for (const [name, rows] of Object.entries({ assets, connections, dependencies })) {
    hash.update(utf8ToBytes(`${lead}"${name}":[`));
    const written = new CanonicalRows();
    for (let from = 0; from < rows.length; from += rowsPerStep) {
      const texts = rows.slice(from, from + rowsPerStep).map((row) => written.text(row));
      hash.update(utf8ToBytes(`${from === 0 ? "" : ","}${texts.join(",")}`));
      yield;
    }
    lead = "],";
  }
  hash.update(utf8ToBytes(`],"description":${canonicalJson(description)}}`));
  const found = bytesToHex(hash.digest());
  known.set(dataset, found);
  return found;
}
