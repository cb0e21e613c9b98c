import { csvRecords } from "../csv-records.ts";
import { decodeText } from "../decode-text.ts";
import { ReadError } from "../read-error.ts";
import { loadJson } from "../read-json.ts";
import { CountedIssues } from "./counted-issues.ts";
import { delimiterOf } from "./csv-delimiter.ts";
import { csvObjects } from "./csv-objects.ts";
import type { Format, FormatInput } from "./format.ts";
import { FreeNames } from "./free-names.ts";
import { addEdge, addNode, describedBy } from "./graph-rows.ts";
import { type Neo4jColumn, neo4jColumns, neo4jProperties } from "./neo4j-columns.ts";
import { assetLabel, describedIn, networkLabel, relationshipTypes, writeNeo4jCsv } from "./write-neo4j-csv.ts";

/** The CSV files that Neo4j's import takes: nodes with an `:ID`, relationships with `:START_ID` and `:END_ID`, header in the file. */
export const neo4jCsv: Format = {
  id: "neo4j-csv",
  title: "Neo4j CSV of nodes and relationships",
  ending: ".csv",
  async detect({ paths, head }) {
    const headers = await Promise.all(
      paths.filter(isTable).map(async (path) => (await head(path)).split(/\r?\n/u, 1)[0] ?? ""),
    );
    const nodes = headers.some((header) => /:ID\b/u.test(header));
    const relationships = headers.some((header) => /:START_ID\b/u.test(header) && /:END_ID\b/u.test(header));
    return nodes && relationships ? 0.97 : nodes || relationships ? 0.9 : 0;
  },
  read,
  write: (dataset) => Promise.resolve(writeNeo4jCsv(dataset)),
};

/** A file of rows, by its header. */
interface TableFile {
  readonly path: string;
  readonly delimiter: string;
  readonly columns: readonly Neo4jColumn[];
}

interface Graph {
  readonly input: FormatInput;
  readonly counted: CountedIssues;
  /** Id of each node by its space and the id it has there. */
  readonly ids: Map<string, string>;
  readonly names: FreeNames;
}

function isTable(path: string): boolean {
  return /\.(csv|tsv|txt)$/iu.test(path);
}

async function read(input: FormatInput): Promise<object | null> {
  const { files, paths, reading } = input;
  const tables: TableFile[] = [];
  for (const path of paths.filter(isTable).toSorted()) {
    const delimiter = await delimiterOf(input, path);
    tables.push({ path, delimiter, columns: neo4jColumns(path, await headerOf(input, path, delimiter)) });
  }
  if (tables.length === 0) {
    throw new ReadError("FILE_KIND_UNKNOWN", { file: files.name, text: "There is no CSV file among them." });
  }
  const graph = {
    input,
    counted: new CountedIssues(reading.issues),
    ids: new Map<string, string>(),
    names: new FreeNames(),
  };
  for (const table of tables) if (roleOf(table, "id") !== undefined) await readNodes(graph, table);
  for (const table of tables) if (roleOf(table, "id") === undefined) await readRelationships(graph, table);
  graph.counted.tell();
  if (!paths.includes(describedIn)) return null;
  return describedBy(JSON.stringify(await loadJson(files, describedIn, describedIn, reading.caps)));
}

async function headerOf({ files, reading: { caps } }: FormatInput, path: string, delimiter: string): Promise<string[]> {
  const text = decodeText(files.open(path), path, caps.fileBytes);
  for await (const { cells } of csvRecords(text, path, caps, delimiter)) return cells.map((cell) => cell.trim());
  throw new ReadError("FILE_EMPTY", { file: path, text: "The file is empty: it needs a header row." });
}

function roleOf({ columns }: TableFile, type: string): Neo4jColumn | undefined {
  return columns.find((column) => column.type === type);
}

async function readNodes(graph: Graph, table: TableFile): Promise<void> {
  const { input, ids, names } = graph;
  const { path: file, delimiter, columns } = table;
  const [idColumn, labels] = [roleOf(table, "id"), roleOf(table, "label")];
  for await (const { row, cells } of csvObjects(input, file, { delimiter })) {
    const own = cells[idColumn?.header ?? ""] ?? "";
    const space = idColumn?.space ?? "";
    const key = JSON.stringify([space, own]);
    const known = ids.get(key);
    // An id that its space has twice is an asset twice, which the check tells.
    const id = known ?? names.take(own, space || "node");
    ids.set(key, id);
    const label = (labels === undefined ? "" : (cells[labels.header] ?? "")).split(";").join("|");
    const properties = neo4jProperties(input.reading.issues, columns, { file, row, cells });
    const isNetwork = label === networkLabel && own.startsWith("@");
    const attributes = {
      ...apart(properties, ["id"]),
      ...(label === "" || label === assetLabel ? {} : { label }),
      ...(isNetwork ? { table: "networks" } : {}),
    };
    await addNode(input, { file, row, id, attributes });
  }
}

async function readRelationships(graph: Graph, table: TableFile): Promise<void> {
  const { input, ids } = graph;
  const { path: file, delimiter, columns } = table;
  const [start, end, typed] = [roleOf(table, "start_id"), roleOf(table, "end_id"), roleOf(table, "type")];
  if (start === undefined || end === undefined) {
    const text = "The header has neither an :ID, as nodes have, nor a :START_ID and an :END_ID, as relationships have.";
    throw new ReadError("COLUMN_MISSING", {
      file,
      row: 1,
      column: start === undefined ? ":START_ID" : ":END_ID",
      text,
    });
  }
  for await (const { row, cells } of csvObjects(input, file, { delimiter })) {
    const idAt = ({ header, space }: Neo4jColumn): string => {
      const own = cells[header] ?? "";
      return ids.get(JSON.stringify([space, own])) ?? own;
    };
    const type = typed === undefined ? "" : (cells[typed.header] ?? "");
    const table = tableOf(graph, file, row, type);
    const properties = neo4jProperties(input.reading.issues, columns, { file, row, cells });
    const [from, to] = type === relationshipTypes.dependencies ? [idAt(end), idAt(start)] : [idAt(start), idAt(end)];
    const isOurs = type === relationshipTypes[table] || type === "";
    const attributes = {
      ...apart(properties, ["provider", "dependent", "a", "b", "table"]),
      ...(isOurs ? {} : { type }),
      table,
    };
    await addEdge(input, { file, row, from, to, directed: table === "dependencies", attributes });
  }
}

/** What a relationship is by its type: what other types than ours are taken for is told. */
function tableOf({ counted }: Graph, file: string, row: number, type: string): "dependencies" | "connections" {
  if (type === relationshipTypes.dependencies) return "dependencies";
  if (type === relationshipTypes.connections) return "connections";
  const isConnection = /connect|line|pipe|cable|route|road|rail/iu.test(type);
  const what = isConnection ? "connections" : "dependencies of their end on their start";
  const text = `Relationships ${type === "" ? "without a type" : type} are taken for ${what}`;
  counted.count({ code: "VALUE_REPAIRED", file, column: ":TYPE", text }, row, type);
  return isConnection ? "connections" : "dependencies";
}

/** Properties with names that are taken here under other names. */
function apart(properties: Readonly<Record<string, unknown>>, taken: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [taken.includes(name) ? `stated_${name}` : name, value]),
  );
}
