import { applyChange, type Dataset, type DatasetChange, datasetHash, reversedChange } from "../../analyzer/index.ts";
import { checkNames, checkTexts } from "./check-text.ts";
import { notFound, StoreError } from "./store-error.ts";
import type { DatasetArchive, DatasetCounts, ImportOptions, Revision } from "./store.ts";

/** The record of a write that made `revision`. */
export function revisionOf(
  revision: number,
  { hash, counts }: { readonly hash: string; readonly counts: DatasetCounts },
  { kind = "import", restores, at, by, why }: ImportOptions,
): Revision {
  return {
    revision,
    kind,
    ...(restores === undefined ? {} : { restores }),
    hash,
    at,
    by,
    ...(why === undefined ? {} : { why }),
    counts,
  };
}

/** Refuses a write by somebody who has not seen the revision that is there; `found` is 0 where there is none. */
export function refuseStale(id: string, found: number, { expectedRevision }: ImportOptions): void {
  if (expectedRevision === undefined || expectedRevision === found) return;
  const seen = expectedRevision === 0 ? "not to be there" : `to be at revision ${expectedRevision}`;
  const there = found === 0 ? "is not there" : `is at revision ${found}`;
  throw new StoreError("STORE_CONFLICT", `Dataset ${JSON.stringify(id)} was expected ${seen} and ${there}`);
}

/**
 * The content of a past revision, from that of the last one and the changes that led on from it. Fails with `STORE_DAMAGED`
 * where that is not what the revision's hash says.
 *
 * @param changes what led to the revisions after the wanted one, in order; null for what was not kept
 * @param hash of the wanted revision
 */
export function rewound(last: Dataset, changes: readonly (DatasetChange | null)[], hash: string): Dataset {
  const { id } = last.description;
  const dataset = changes.reduceRight((later, change, index) => {
    if (change === null) throw notFound("revision", `${id}, ${changes.length - index} before the last`);
    return applyChange(later, reversedChange(change));
  }, last);
  if (datasetHash(dataset) !== hash)
    throw new StoreError(
      "STORE_DAMAGED",
      `A past revision of ${JSON.stringify(last.description.id)} is not what it was`,
    );
  return dataset;
}

/** The revision of that number. */
export function findRevision(revisions: readonly Revision[], id: string, revision: number): Revision {
  const found = revisions.find((one) => one.revision === revision);
  if (found === undefined) throw notFound("revision", `${id} ${revision}`);
  return found;
}

/** Makes sure that content, revisions and changes of an archive fit together. O(rows + rows changed). */
export function checkArchive({ dataset, revisions, changes, documents }: DatasetArchive): void {
  checkNames(...documents.map(({ id }) => id));
  checkTexts(...revisions.map(({ at }) => at));
  const isInOrder = revisions.every(({ revision }, index) => revision === index + 1);
  const isWhole = revisions.length > 0 && changes.length === revisions.length - 1;
  if (!isInOrder || !isWhole || revisions.at(-1)?.hash !== datasetHash(dataset))
    throw new StoreError(
      "STORE_BAD_DATASET",
      `The archive of ${JSON.stringify(dataset.description.id)} does not hold what its last revision says`,
    );
}
