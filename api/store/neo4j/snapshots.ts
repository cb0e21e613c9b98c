import { isDeepStrictEqual } from "node:util";
import type { DatasetDescription } from "../../../analyzer/index.ts";
import { notFound, StoreError } from "../store-error.ts";
import type { DatasetSummary, Revision } from "../store.ts";
import type { Neo4jClient, Query } from "./neo4j-client.ts";

/** The properties each kind of row of a snapshot has, in one order. */
export interface SnapshotColumns {
  readonly assets: readonly string[];
  readonly dependencies: readonly string[];
  readonly connections: readonly string[];
}

/** What a dataset's pointer says: which snapshot is visible, and how to read it. */
export interface Visible {
  readonly snapshot: string;
  readonly columns: SnapshotColumns;
  /** The dataset's `dataset.json` as JSON text. */
  readonly description: string;
  readonly summary: DatasetSummary;
}

const visibleQuery = `
MATCH (d:Dataset {id: $id})
MATCH (s:Snapshot {id: d.snapshot})
RETURN d.snapshot AS snapshot, d.summary AS summary, d.description AS description,
       s.asset_columns AS assets, s.dependency_columns AS dependencies, s.connection_columns AS connections`;

type VisibleRow = { snapshot: string; summary: string; description: string } & Record<keyof SnapshotColumns, string[]>;

/** The visible snapshot of a dataset, or null where there is no such dataset. */
export async function findVisible(query: Query, id: string): Promise<Visible | null> {
  const row = (await query<VisibleRow>(visibleQuery, { id })).records[0]?.toObject();
  if (row === undefined) return null;
  const { snapshot, description, assets, dependencies, connections } = row;
  return { snapshot, description, summary: parseSummary(row.summary), columns: { assets, dependencies, connections } };
}

export function parseSummary(text: string): DatasetSummary {
  return JSON.parse(text);
}

export function parseDescription({ description }: Visible): DatasetDescription {
  return JSON.parse(description);
}

const revisionsOf = `
MATCH (v:Revision {dataset: $id}) WHERE v.revision IS NOT NULL
RETURN v.body AS body ORDER BY v.revision`;

/** The first one first. Older versions knew imports alone. */
export async function readRevisions(query: Query, id: string): Promise<Revision[]> {
  const { records } = await query<{ body: string }>(revisionsOf, { id });
  return records.map((row): Revision => ({ kind: "import", ...JSON.parse(row.get("body")) }));
}

const readTries = 5;

/**
 * Reads from the visible snapshot. Rows of a snapshot never change, but they go away after another has taken its
 * place: if the pointer is where it was when the reading is over, and says what it said (properties of before and after one write
 * may be read together), nothing was missing; otherwise all is read again.
 */
export async function readVisible<T>(
  client: Neo4jClient,
  id: string,
  work: (query: Query, visible: Visible) => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < readTries; tries += 1) {
    const outcome = await client.read(async (query) => {
      const visible = await findVisible(query, id);
      if (visible === null) throw notFound("dataset", id);
      const value = await work(query, visible);
      return isDeepStrictEqual(await findVisible(query, id), visible) ? { value } : null;
    });
    if (outcome !== null) return outcome.value;
  }
  throw new StoreError("STORE_CONFLICT", `Dataset ${JSON.stringify(id)} was replaced while it was read`);
}
