import type { Issue } from "../analyzer/index.ts";
import {
  type Adoption,
  type GraphOutcome,
  parseAdoption,
  readGraph,
  readJson,
  type ReadOptions,
} from "../datasets/formats/index.ts";
import { openPath } from "../datasets/open-path.ts";
import { chooseGraphServer } from "./graph-server.ts";
import type { Settings } from "./settings.ts";
import { type Neo4jGraph, openNeo4jGraph } from "./store/neo4j-graph.ts";

/** What an adoption says and found; `address` is null where the mapping cannot be used and no server was asked. */
export interface AdoptedGraph extends GraphOutcome {
  readonly address: string | null;
}

/** Whether a path is that of an adoption by its name. */
export function isAdoptionPath(path: string): boolean {
  return /\.adopt\.json$/iu.test(path);
}

const nothingRead = {
  dataset: null,
  counts: { assets: 0, dependencies: 0, connections: 0, states: 0, sectors: 0 },
  elementIds: new Map<string, string>(),
} as const;

/**
 * Reads and checks the graph that a mapping file adopts, from the server that `from`, the settings or the mapping name.
 * What is wrong with the mapping or the graph comes back as issues. Throws `SettingError` and `StoreError`.
 */
export async function readAdoptedGraph(
  path: string,
  { from, settings }: { readonly from?: string | undefined; readonly settings: Settings },
  options: ReadOptions = {},
): Promise<AdoptedGraph> {
  const { adoption, file, issues } = await readAdoptionFile(path);
  if (adoption === null) return { ...nothingRead, issues, address: null };
  return withAdoptedGraph({ adoption, from, settings }, async (graph) => ({
    ...(await graph.read((source) => readGraph(source, { adoption, file }, options))),
    address: graph.address,
  }));
}

/** Does `work` with the graph of an adoption, or with the one that `from` and the settings name. */
export async function withAdoptedGraph<T>(
  {
    adoption,
    from,
    settings,
  }: { readonly adoption: Adoption | null; readonly from?: string | undefined; readonly settings: Settings },
  work: (graph: Neo4jGraph) => Promise<T>,
): Promise<T> {
  const { url, secrets } = chooseGraphServer({ from, server: adoption?.server }, settings);
  const graph = openNeo4jGraph(url, secrets);
  try {
    return await work(graph);
  } finally {
    await graph.close();
  }
}

/** The adoption in a file, or null with the issues that say why there is none. */
export async function readAdoptionFile(
  path: string,
): Promise<{ readonly adoption: Adoption | null; readonly file: string; readonly issues: readonly Issue[] }> {
  const files = await openPath(path);
  const { value, issues } = await readJson(files, files.name);
  if (value === undefined) return { adoption: null, file: files.name, issues };
  return { ...parseAdoption(value, files.name), file: files.name };
}
