import { type Dataset, networkCommodity, type Table } from "../../../analyzer/index.ts";
import type { Cells } from "../cell.ts";
import { inSchemaOrder } from "../in-schema-order.ts";
import { descriptionSchema } from "../description.ts";
import { rowCells } from "../row-cells.ts";
import type { FormatInput } from "./format.ts";

/*
 * A dataset as a graph, the way all formats of graphs hold it: assets are nodes; dependencies are edges from provider to
 * dependent, connections edges from a to b; our columns are attributes by their names. `table` says what a node or edge is. A
 * network that something depends on is a node as well, called as in the column `provider` (`@electricity`).
 */
const tableAttribute = "table";
const networkTable = "networks";
const ends = { dependencies: ["provider", "dependent"], connections: ["a", "b"] } as const;

export interface GraphNode {
  readonly id: string;
  readonly cells: Cells;
}

export interface GraphEdge {
  /** Of its own among all edges. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly directed: boolean;
  readonly cells: Cells;
}

export interface DatasetGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** The description as one JSON text. */
  readonly description: string;
}

/** Name of the attribute of the whole graph that holds its description. */
export const descriptionAttribute = "knockon_dataset";

/** A dataset as a graph; nothing is lost. */
export function graphOf(dataset: Dataset): DatasetGraph {
  const networks = new Set(dataset.dependencies.map(({ provider }) => provider).filter(isNetwork));
  const edges = (table: keyof typeof ends): GraphEdge[] =>
    dataset[table].map((row, at) => {
      const cells = { ...rowCells(table, row) };
      const [from, to] = ends[table].map((end) => String(cells[end]));
      for (const end of ends[table]) delete cells[end];
      const directed = table === "dependencies" || cells["directed"] === true;
      return {
        key: `${table[0]}${at + 1}`,
        from: from!,
        to: to!,
        directed,
        cells: { [tableAttribute]: table, ...cells },
      };
    });
  const node = (id: string, table: string, cells: Cells): GraphNode => {
    const { id: _id, ...others } = cells;
    return { id, cells: { [tableAttribute]: table, ...others } };
  };
  return {
    nodes: [
      ...dataset.assets.map((asset) => node(asset.id, "assets", rowCells("assets", asset))),
      ...[...networks].sort().map((id) => node(id, networkTable, { name: `Network of ${networkCommodity(id)}` })),
    ],
    edges: [...edges("dependencies"), ...edges("connections")],
    description: JSON.stringify(inSchemaOrder(descriptionSchema, dataset.description)),
  };
}

function isNetwork(provider: string): boolean {
  return networkCommodity(provider) !== null;
}

/** Names of the attributes in use with what they hold, in the order of their first use; of mixed values: text. */
export function attributesInUse(
  items: readonly { readonly cells: Cells }[],
): ReadonlyMap<string, "string" | "number" | "boolean"> {
  const types = new Map<string, "string" | "number" | "boolean">();
  for (const { cells } of items) {
    for (const [name, value] of Object.entries(cells)) {
      const type = typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "string";
      types.set(name, (types.get(name) ?? type) === type ? type : "string");
    }
  }
  return types;
}

/** The table that a node or edge of ours is a row of. */
export function tableOf(cells: Cells): Table {
  const stated = cells[tableAttribute];
  return isEdgeTable(stated) ? stated : "assets";
}

/** Attributes of a node or edge as they were read: any JSON value each. */
export type Attributes = Readonly<Record<string, unknown>>;

/** Adds a node of a graph: an asset, unless it says that it stands for a network. */
export async function addNode(
  { rows }: FormatInput,
  { file, row, id, attributes }: { file: string; row: number; id: string; attributes: Attributes },
): Promise<void> {
  const { [tableAttribute]: table, ...cells } = attributes;
  if (table === networkTable) return;
  await rows.add("assets", `${file}#/assets`, row, { id, ...cells });
}

/** Adds an edge: what it says it is, else a dependency of its target where it is directed, and a connection where it is not. */
export async function addEdge(
  { rows }: FormatInput,
  edge: { file: string; row: number; from: string; to: string; directed: boolean; attributes: Attributes },
): Promise<void> {
  const { [tableAttribute]: stated, ...cells } = edge.attributes;
  const table = isEdgeTable(stated) ? stated : edge.directed ? "dependencies" : "connections";
  const [from, to] = ends[table];
  await rows.add(table, `${edge.file}#/${table}`, edge.row, { [from]: edge.from, [to]: edge.to, ...cells });
}

function isEdgeTable(value: unknown): value is Exclude<Table, "assets"> {
  return value === "dependencies" || value === "connections";
}

/** What a graph says of its dataset, from the text of its attribute; null where that is no object in JSON. */
export function describedBy(text: unknown): object | null {
  if (typeof text !== "string") return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
