import { type Dataset, tableAttributes } from "../../../analyzer/index.ts";
import type { Cells } from "../cell.ts";
import { csvText } from "../csv-text.ts";
import { writeDatasetFolder } from "../write-dataset.ts";
import type { Written } from "./format.ts";
import { attributesInUse, graphOf, tableOf } from "./graph-rows.ts";

export const assetLabel = "Asset";
export const networkLabel = "Network";
/** As the graph in a store of ours calls them: a dependency leads from the dependent to its provider. */
export const relationshipTypes = { dependencies: "DEPENDS_ON", connections: "CONNECTED_TO" } as const;
/** The file beside nodes and relationships that says what the dataset is. */
export const describedIn = "knockon_dataset.json";

const [nodeId, labelColumn] = [`id:ID(${assetLabel})`, ":LABEL"];
const [startId, endId, typeColumn] = [`:START_ID(${assetLabel})`, `:END_ID(${assetLabel})`, ":TYPE"];
const suffixes = { number: ":double", boolean: ":boolean", string: "" } as const;
const listColumns = new Set(
  [...tableAttributes.assets, ...tableAttributes.dependencies]
    .filter(({ type }) => type === "states" || type === "codes" || type === "columns" || type === "amounts")
    .map(({ column }) => column),
);

/**
 * A dataset as the CSV files that Neo4j's import takes with `--multiline-fields=true`. Nothing is lost; an import without that
 * option refuses text with line breaks.
 */
export function writeNeo4jCsv(dataset: Dataset): Written {
  const { nodes, edges } = graphOf(dataset);
  const nodeRows = nodes.map(({ id, cells: { table, ...cells } }) => {
    return { fixed: { [nodeId]: id, [labelColumn]: table === "assets" ? assetLabel : networkLabel }, cells };
  });
  const edgeRows = edges.map(({ from, to, cells }) => {
    const { table: _table, ...others } = cells;
    const isDependency = tableOf(cells) === "dependencies";
    const type = isDependency ? relationshipTypes.dependencies : relationshipTypes.connections;
    const [start, end] = isDependency ? [to, from] : [from, to];
    return { fixed: { [startId]: start, [endId]: end, [typeColumn]: type }, cells: others };
  });
  return {
    files: new Map([
      ["nodes.csv", tableText([nodeId, labelColumn], nodeRows)],
      ["relationships.csv", tableText([startId, endId, typeColumn], edgeRows)],
      [describedIn, writeDatasetFolder(dataset).get("dataset.json") ?? ""],
    ]),
    lost: [],
  };
}

function tableText(fixed: readonly string[], rows: readonly { fixed: Cells; cells: Cells }[]): string {
  const columns = [...attributesInUse(rows)].map(([name, type]) => {
    const isList = listColumns.has(name) && !rows.some(({ cells }) => String(cells[name] ?? "").includes(";"));
    return { name, isList, header: `${name}${isList ? ":string[]" : suffixes[type]}` };
  });
  const texts = rows.map(({ fixed, cells }) => {
    const named = columns.flatMap(({ name, isList, header }) => {
      const cell = cells[name];
      if (cell === undefined) return [];
      return [[header, isList ? String(cell).replaceAll("|", ";") : cell] as const];
    });
    return { ...fixed, ...Object.fromEntries(named) };
  });
  return csvText([...fixed, ...columns.map(({ header }) => header)], texts);
}
