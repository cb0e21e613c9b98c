import type { Asset } from "../../analyzer/index.ts";

/**
 * Letters without case and accents, so that "zurich" finds "Zürich"; the same in every store because none does it
 * itself.
 */
const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What a search for assets looks through: id and name, folded. */
export function searchText(asset: Asset): string {
  return fold(`${asset.id}\n${asset.name}`);
}

/**
 * The words of a search. An asset is found when its search text holds each of them, anywhere; no words find
 * everything.
 */
export function searchWords(text: string | undefined): string[] {
  return fold(text ?? "")
    .split(/\s+/)
    .filter((word) => word !== "");
}
