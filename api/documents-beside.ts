import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { DatasetDescription, Issue } from "../analyzer/index.ts";
import {
  type Caps,
  defaultCaps,
  type FileSet,
  parseOverlay,
  parseScenario,
  readJson,
  writeDocument,
} from "../datasets/formats/index.ts";
import { openPath } from "../datasets/open-path.ts";
import { statedText } from "./stated-text.ts";
import type { DocumentKind, Store, StoredDocument } from "./store/store.ts";

/** Folders of the documents beside a dataset's tables, by kind. */
export const documentFolders = { scenario: "scenarios", overlay: "overlays" } as const satisfies Record<
  DocumentKind,
  string
>;
export const documentKinds: readonly DocumentKind[] = ["scenario", "overlay"];

/** A scenario or an overlay that stands beside the tables of a dataset. */
export interface DocumentBeside {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly body: unknown;
}

/** How many of each kind. */
export type DocumentCounts = Readonly<Record<"scenarios" | "overlays", number>>;

/** Files of one kind of documents: in a folder of their own, or in a zip with the tables. */
type FilesOf = (folder: string) => Promise<{ readonly files: FileSet; readonly paths: readonly string[] }>;

/** The documents in the folder or zip of a dataset; none of a single file. What is wrong with one is told with its file. */
export async function readDocumentsAt(
  path: string,
  description: DatasetDescription,
): Promise<{ documents: readonly DocumentBeside[]; issues: readonly Issue[] }> {
  if (!existsSync(path) || !statSync(path).isDirectory()) return readDocumentsIn(await openPath(path), description);
  return readDocuments(async (folder) => {
    const place = join(path, folder);
    const files = await openPath(place);
    return { files, paths: existsSync(place) ? await files.list() : [] };
  }, description);
}

/** The documents among the files of a zip. */
export async function readDocumentsIn(
  files: FileSet,
  description: DatasetDescription,
  caps: Caps = defaultCaps,
): Promise<{ documents: readonly DocumentBeside[]; issues: readonly Issue[] }> {
  const all = await files.list();
  const filesOf: FilesOf = async (folder) => ({ files, paths: all.filter((path) => path.startsWith(`${folder}/`)) });
  return readDocuments(filesOf, description, caps);
}

async function readDocuments(
  filesOf: FilesOf,
  description: DatasetDescription,
  caps: Caps = defaultCaps,
): Promise<{ documents: readonly DocumentBeside[]; issues: readonly Issue[] }> {
  const documents: DocumentBeside[] = [];
  const issues: Issue[] = [];
  for (const kind of documentKinds) {
    const { files, paths } = await filesOf(documentFolders[kind]);
    for (const path of paths.filter((each) => each.endsWith(".json")).toSorted()) {
      const name = path.split("/").at(-1) ?? path;
      const { value, issues: unread } = await readJson(files, path, caps);
      const file = `${documentFolders[kind]}/${name}`;
      const told = value === undefined ? unread : issuesOf(kind, value, description, file);
      issues.push(...told.map((issue) => ({ ...issue, file })));
      documents.push({ kind, id: statedText(value, "id") ?? name.replace(/\.json$/u, ""), body: value });
    }
  }
  return { documents, issues };
}

function issuesOf(kind: DocumentKind, body: unknown, description: DatasetDescription, file: string): readonly Issue[] {
  return kind === "scenario" ? parseScenario(body, file).issues : parseOverlay(body, description, file).issues;
}

/**
 * Documents as the files of a dataset folder, by path. An id may hold any character; a file name made from it does not lead
 * out of its folder.
 */
export function documentFiles(
  kind: DocumentKind,
  documents: readonly StoredDocument[],
): [path: string, text: string][] {
  return documents.map(({ id, body }) => [
    `${documentFolders[kind]}/${encodeURIComponent(id)}.json`,
    writeDocument(kind, body),
  ]);
}

/** Of the documents that come with a bundled dataset, those whose ids none of the user's own has. */
export function withoutNamesakes<D extends StoredDocument>(shipped: readonly D[], own: readonly StoredDocument[]): D[] {
  const taken = new Set(own.map(({ id }) => id));
  return shipped.filter(({ id }) => !taken.has(id));
}

/** The documents that come with a bundled dataset; none for any other id. */
type Shipped = (datasetId: string, kind: DocumentKind) => Promise<readonly StoredDocument[]>;

/**
 * Saves those that neither the store nor the bundled dataset of that id has as they are, or only counts them; answers how
 * many of each kind that were. Throws `StoreError`.
 */
export async function saveDocuments(
  store: Store,
  datasetId: string,
  documents: readonly DocumentBeside[],
  { shipped, isDryRun = false }: { readonly shipped: Shipped; readonly isDryRun?: boolean },
): Promise<DocumentCounts> {
  const saved = { scenarios: 0, overlays: 0 };
  const isStored = (await store.dataset(datasetId)) !== null;
  for (const kind of documentKinds) {
    const ofKind = documents.filter((each) => each.kind === kind);
    if (ofKind.length === 0) continue;
    const own = isStored ? await store.documents(datasetId, kind) : [];
    const held = [...own, ...withoutNamesakes(await shipped(datasetId, kind), own)];
    for (const { id, body } of ofKind) {
      const known = held.find((each) => each.id === id);
      if (known !== undefined && isDeepStrictEqual(known.body, body)) continue;
      if (!isDryRun) await store.saveDocument(datasetId, kind, id, body);
      saved[documentFolders[kind]] += 1;
    }
  }
  return saved;
}
