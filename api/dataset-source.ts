import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Dataset, datasetHash, type Issue } from "../analyzer/index.ts";
import { localCaps, readDataset } from "../datasets/formats/index.ts";
import { openPath } from "../datasets/open-path.ts";
import { readStories, type Story } from "../datasets/stories.ts";
import { readAdoptedGraph } from "./adopted-graph.ts";
import { documentFolders, withoutNamesakes } from "./documents-beside.ts";
import { revisionAsOf } from "./history/as-of.ts";
import { projectFolder } from "./project-folder.ts";
import type { Settings } from "./settings.ts";
import { statedText } from "./stated-text.ts";
import { readStored } from "./store/read-stored.ts";
import type { SnapshotCache } from "./store/snapshot-cache.ts";
import type { DocumentKind, Store, StoredDocument } from "./store/store.ts";

/**
 * A dataset found by what a user calls it. `dataset` is null where errors make it unusable; `issues` says why. Documents are
 * as they stand in the files, not checked.
 */
export interface DatasetSource {
  readonly origin: "store" | "path" | "library" | "graph";
  /** That of the store; null where the dataset comes from elsewhere. */
  readonly revision: number | null;
  readonly dataset: Dataset | null;
  readonly hash: string | null;
  readonly issues: readonly Issue[];
  readonly scenarios: readonly SourceDocument[];
  readonly overlays: readonly SourceDocument[];
}

/** A scenario or overlay with what is told of it; a story only comes with the files of a folder (`stories.json`). */
export interface SourceDocument extends StoredDocument {
  readonly story?: Story;
}

/** No dataset of that name in the store, on the disk or in the library. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly code = "DATASET_NOT_FOUND";
}

/** Bundled datasets, the default first. */
export const libraryNames = ["europe", "golden", "golden-network", "golden-loop", "golden-zones"] as const;

export function libraryFolder(name: string): string {
  return join(projectFolder(), "datasets", "library", name);
}

/**
 * Loads what DATASET on the command line names: a path (with a separator, `.`, or ending in .zip or .json), else an id in
 * the store, else a bundled dataset, else a path in the present folder. The store is opened only when it is asked.
 * Throws `SourceError`, and `StoreError` where the store fails.
 */
export async function findDatasetSource(
  name: string,
  store: () => Promise<Store>,
  snapshots: SnapshotCache | null = null,
): Promise<DatasetSource> {
  if (looksLikePath(name)) return sourceFromPath(name, "path");
  const stored = await sourceFromStore(name, await store(), snapshots);
  if (stored !== null) return stored;
  if (isLibraryName(name)) return sourceFromPath(libraryFolder(name), "library");
  return sourceFromPath(name, "path");
}

function looksLikePath(name: string): boolean {
  return /[/\\]|^\.|\.(?:zip|json)$/iu.test(name);
}

function isLibraryName(name: string): boolean {
  return libraryNames.some((known) => known === name) && existsSync(libraryFolder(name));
}

/** Reads and checks a folder, zip or bundle, with the documents of a folder. */
export async function sourceFromPath(path: string, origin: "path" | "library"): Promise<DatasetSource> {
  if (!existsSync(path)) {
    throw new SourceError(`There is no dataset "${path}": no such id in the store, no such folder, zip or bundle.`);
  }
  const caps = localCaps();
  const { dataset, issues } = await readDataset(await openPath(path, caps), { caps });
  const told = await readStories(path);
  return {
    origin,
    revision: null,
    dataset,
    hash: dataset === null ? null : datasetHash(dataset),
    issues: [...issues, ...told.issues],
    scenarios: withStories(await documentsOf(path, "scenario"), told.stories),
    overlays: await documentsOf(path, "overlay"),
  };
}

/** Reads and checks the graph that a mapping file adopts (adopted-graph.ts). Nothing is kept beside it. */
export async function sourceFromGraph(path: string, settings: Settings): Promise<DatasetSource> {
  const { dataset, issues } = await readAdoptedGraph(path, { settings });
  const hash = dataset === null ? null : datasetHash(dataset);
  return { origin: "graph", revision: null, dataset, hash, issues, scenarios: [], overlays: [] };
}

async function sourceFromStore(
  id: string,
  store: Store,
  snapshots: SnapshotCache | null,
): Promise<DatasetSource | null> {
  const summary = await store.dataset(id);
  return summary === null ? null : sourceAt(id, store, summary, snapshots);
}

/** A dataset of the store as of a past revision or time (see `revisionAsOf`). Throws `HistoryError`, `StoreError`. */
export async function sourceAsOf(
  id: string,
  store: Store,
  asOf: string,
  snapshots: SnapshotCache | null = null,
): Promise<DatasetSource> {
  return sourceAt(id, store, revisionAsOf(await store.revisions(id), id, asOf), snapshots);
}

async function sourceAt(
  id: string,
  store: Store,
  { hash, revision }: { readonly hash: string; readonly revision: number },
  snapshots: SnapshotCache | null,
): Promise<DatasetSource> {
  return {
    origin: "store",
    revision,
    // Of this revision, even where another one is imported meanwhile.
    dataset: await readStored(store, { id, hash, revision }, snapshots),
    hash,
    issues: [],
    scenarios: await withShipped(await store.documents(id, "scenario"), id, "scenario"),
    overlays: await withShipped(await store.documents(id, "overlay"), id, "overlay"),
  };
}

/** A user's own documents, and those of the bundled dataset of that id whose names are not taken. */
export async function withShipped(
  own: readonly StoredDocument[],
  id: string,
  kind: DocumentKind,
): Promise<SourceDocument[]> {
  return [...own, ...withoutNamesakes(await shippedDocuments(id, kind), own)].sort(byId);
}

/** The documents that come with a bundled dataset; none for any other id. */
export async function shippedDocuments(datasetId: string, kind: DocumentKind): Promise<readonly SourceDocument[]> {
  if (!isLibraryName(datasetId)) return [];
  const folder = libraryFolder(datasetId);
  const documents = await documentsOf(folder, kind);
  return kind === "scenario" ? withStories(documents, (await readStories(folder)).stories) : documents;
}

function withStories(documents: readonly StoredDocument[], stories: readonly Story[]): SourceDocument[] {
  const told = new Map(stories.map((story) => [story.scenario, story]));
  return documents.map((document) => {
    const story = told.get(document.id);
    return story === undefined ? document : { ...document, story };
  });
}

/** The JSON files of a dataset's `scenarios` or `overlays` folder, by id: the id a file states, else its name. */
async function documentsOf(folder: string, kind: DocumentKind): Promise<StoredDocument[]> {
  const place = join(folder, documentFolders[kind]);
  if (!existsSync(place)) return [];
  const names = (await readdir(place)).filter((name) => name.endsWith(".json"));
  const documents = names.map(async (name) => {
    const body = parseJson(await readFile(join(place, name), "utf8"));
    return { id: statedText(body, "id") ?? name.replace(/\.json$/u, ""), body };
  });
  return (await Promise.all(documents)).sort(byId);
}

/** Null for what is no JSON: the check of the document then says so, and the dataset itself stays usable. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function byId(a: StoredDocument, b: StoredDocument): number {
  return a.id < b.id ? -1 : 1;
}
