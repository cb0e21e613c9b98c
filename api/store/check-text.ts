import { StoreError } from "./store-error.ts";
import type { RunRecord } from "./store.ts";

// SQLite ends a text at a zero byte, and half of a surrogate pair has no place in UTF-8: two texts could become one.
const unkept = /\0|\p{Surrogate}/u;
/** What a text without it surely is free of: found more quickly. */
// oxlint-disable-next-line no-control-regex
const suspect = /[\0\ud800-\udfff]/;

/** Whether every store gives a text back as it was, and tells it apart from every other. */
export function isKept(text: string): boolean {
  return !suspect.test(text) || !unkept.test(text);
}

/**
 * Refuses names and words that stores would cut off or take for others (`STORE_BAD_TEXT`): what a store does with them
 * differs from store to store.
 */
export function checkTexts(...texts: readonly (string | undefined)[]): void {
  for (const text of texts)
    if (text !== undefined && !isKept(text)) throw new StoreError("STORE_BAD_TEXT", JSON.stringify(text));
}

/** Most characters of a name: keys of Neo4j, some of three names, have to fit into about 8,000 bytes. */
const nameCharacters = 500;

/** Whether every store keeps something under this name. */
export function isName(text: string): boolean {
  return isKept(text) && text.length <= nameCharacters;
}

/** Refuses what nothing can be kept under (`STORE_BAD_TEXT`). */
export function checkNames(...names: readonly string[]): void {
  for (const name of names)
    if (!isName(name))
      throw new StoreError("STORE_BAD_TEXT", `${JSON.stringify(name.slice(0, 40))} (${name.length} characters)`);
}

/** The same for all of a run that is kept as plain text. */
export function checkRunTexts({ id, dataset, analysis, startedAt, resultHash, result }: RunRecord): void {
  checkNames(id, dataset.id);
  checkTexts(analysis, startedAt, resultHash, result ?? undefined);
}
