import type { Table } from "../../analyzer/index.ts";
import { type Adoption, descriptionPlace, type NodeMapping, type RelationshipMapping } from "./adoption.ts";
import type { Cell } from "./cell.ts";
import type { DatasetParts } from "./dataset-parts.ts";
import { graphCell } from "./graph-cell.ts";
import { type Filling, fillingFrom, fillingsOf, type MappedColumn } from "./mapping.ts";
import type { GraphNode, GraphSurvey, GraphValue, PropertyGraph } from "./property-graph.ts";
import type { TableReading } from "./read-csv-table.ts";
import { readAndCheck, type ReadOptions, type ReadOutcome } from "./read-dataset.ts";
import { formatIssue, ReadError } from "./read-error.ts";
import { type FileColumn, TableCollector } from "./table-collector.ts";

/** What was read of a graph; `elementIds` has the node of each asset by the asset's id. */
export interface GraphOutcome extends ReadOutcome {
  readonly elementIds: ReadonlyMap<string, string>;
}

/**
 * Reads and checks a graph by an adoption, as files are read and checked. In issues `file` is the label as `(:Label)` or the
 * type as `[:TYPE]`, `row` the place in the order of elementIds from 1, `column` the property; `file` is the adoption's own
 * name where its description is at fault. Two scans of the graph per label and type; linear in what they find.
 */
export async function readGraph(
  graph: PropertyGraph,
  { adoption, file }: { readonly adoption: Adoption; readonly file: string },
  options: ReadOptions = {},
): Promise<GraphOutcome> {
  let ids: ReadonlyMap<string, string> = new Map();
  const outcome = await readAndCheck(async (reading) => {
    const reader = new GraphReader(graph, reading);
    ids = reader.assetIds;
    return reader.read(adoption, descriptionPlace(file));
  }, options);
  return { ...outcome, elementIds: new Map([...ids].map(([elementId, id]) => [id, elementId])) };
}

class GraphReader {
  /** The asset of each node that is one, by elementId; no text where the node has no id, which is told as an issue. */
  readonly assetIds = new Map<string, string>();
  readonly #graph: PropertyGraph;
  readonly #reading: TableReading;
  #complete = true;
  #allNodesRead = true;

  constructor(graph: PropertyGraph, reading: TableReading) {
    this.#graph = graph;
    this.#reading = reading;
  }

  async read(adoption: Adoption, descriptionFile: string): Promise<DatasetParts> {
    const collectors: TableCollector[] = [];
    const parts = { description: adoption.dataset, descriptionFile, collectors };
    try {
      for (const entry of adoption.assets) collectors.push(await this.#readNodes(entry));
      for (const entry of adoption.dependencies) {
        const columns = entry.dependent === "start" ? startNeedsEnd : endNeedsStart;
        collectors.push(await this.#readRelationships("dependencies", entry, columns));
      }
      for (const entry of adoption.connections)
        collectors.push(await this.#readRelationships("connections", entry, ["a", "b"]));
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      this.#reading.issues.tell(error.issue);
      this.#complete = false;
    }
    return { ...parts, complete: this.#complete };
  }

  async #readNodes(entry: NodeMapping): Promise<TableCollector> {
    const { label, columns = {}, states = null } = entry;
    const collector = this.#collector("assets", `(:${label})`, entry);
    const survey = await this.#graph.surveyNodes(label);
    if (survey.count === 0) {
      const text = `No node has the label ${label}: correct it, or take its entry out.`;
      this.#fault(formatIssue("GRAPH_LABEL_UNKNOWN", { file: collector.file, value: label, text }));
      this.#allNodesRead = false;
      return collector;
    }
    const { id: mappedId, ...others } = columns;
    const id = mappedId === undefined ? null : typeof mappedId === "string" ? mappedId : mappedId.column;
    if (id === null) this.#warnOfElementIds(collector);
    if (states !== null) await this.#surveyStates(collector, states);
    const idFields = id === null ? [] : [fieldOf(collector, "id", id)];
    const fields = this.#present(collector, survey, mappedFields(collector, others));
    if (this.#present(collector, survey, idFields).length < idFields.length) {
      this.#allNodesRead = false;
      return collector;
    }
    const idField = idFields[0] ?? fieldOf(collector, "id", "elementId");
    const stateFields = states === null ? [] : [fieldOf(collector, "states", `${states.type}.${states.code}`)];
    const named = [idField, ...stateFields, ...fields].map(({ column }) => column);
    const properties = fields.map(({ column }) => column.name);
    let row = 0;
    for await (const node of this.#graph.nodes({ label, id, properties, states })) {
      row += 1;
      const key = id === null ? node.elementId : node.id;
      this.assetIds.set(node.elementId, key?.trim() ?? "");
      const cells = [key, ...(states === null ? [] : [statesCell(node)]), ...this.#cells(collector, row, fields, node)];
      collector.add(row, named, cells);
      await this.#reading.step();
    }
    return collector;
  }

  async #readRelationships(
    table: Exclude<Table, "assets">,
    entry: RelationshipMapping,
    [start, end]: readonly [string, string],
  ): Promise<TableCollector> {
    const collector = this.#collector(table, `[:${entry.type}]`, entry);
    const survey = await this.#graph.surveyRelationships(entry.type);
    if (survey.count === 0) {
      this.#fault(typeUnknown(collector.file, entry.type));
      return collector;
    }
    const fields = this.#present(collector, survey, mappedFields(collector, entry.columns ?? {}));
    const ends = [fieldOf(collector, start, "start"), fieldOf(collector, end, "end")];
    const named = [...ends, ...fields].map(({ column }) => column);
    const properties = fields.map(({ column }) => column.name);
    const outside: number[] = [];
    let row = 0;
    for await (const relationship of this.#graph.relationships(entry.type, properties)) {
      row += 1;
      const [from, to] = [this.assetIds.get(relationship.start), this.assetIds.get(relationship.end)];
      if (from === undefined || to === undefined) outside.push(row);
      // An end without an id has been told as an issue of its node.
      else if (from !== "" && to !== "")
        collector.add(row, named, [from, to, ...this.#cells(collector, row, fields, relationship)]);
      await this.#reading.step();
    }
    this.#tellOutside(collector, entry, outside, row);
    return collector;
  }

  #collector(table: Table, file: string, { columns = {}, constants = {} }: Omit<NodeMapping, "label">): TableCollector {
    const { caps, issues } = this.#reading;
    return new TableCollector(table, file, fillingsOf(table, { columns, constants }), caps, issues);
  }

  /** The fields whose property occurs; the others are told, once each, and with them all that they leave empty. */
  #present(collector: TableCollector, survey: GraphSurvey, fields: readonly Field[]): Field[] {
    const { file } = collector;
    for (const { column } of fields) {
      if (survey.properties.includes(column.name)) continue;
      const text = `None of ${survey.count} has the property ${column.name}; they have ${survey.properties.join(", ") || "none at all"}.`;
      this.#fault(formatIssue("GRAPH_PROPERTY_UNKNOWN", { file, column: column.name, value: column.name, text }));
    }
    return fields.filter(({ column }) => survey.properties.includes(column.name));
  }

  async #surveyStates({ file }: TableCollector, { type, share }: NonNullable<NodeMapping["states"]>): Promise<void> {
    const { count, properties } = await this.#graph.surveyRelationships(type);
    if (count === 0) this.#fault(typeUnknown(file, type));
    else if (share !== undefined && !properties.includes(share)) {
      const text = `No relationship ${type} has the property ${share}; they have ${properties.join(", ") || "none at all"}.`;
      this.#fault(formatIssue("GRAPH_PROPERTY_UNKNOWN", { file, column: `${type}.${share}`, value: share, text }));
    }
  }

  #warnOfElementIds({ file }: TableCollector): void {
    const text =
      "columns.id names no property, so elementIds are the ids: they hold in this database only, and the server may give one of a deleted node to another.";
    this.#reading.issues.add(formatIssue("GRAPH_ID_OF_SERVER", { file, column: "elementId", text }));
  }

  #tellOutside({ file }: TableCollector, { outside }: RelationshipMapping, rows: readonly number[], all: number): void {
    const [first] = rows;
    // Ends that are no assets because their label could not be read are no fault of their own.
    if (first === undefined || !this.#allNodesRead) return;
    const what = `${rows.length} of ${all} have an end that is no adopted asset; this is the first`;
    this.#reading.issues.add(
      outside === "leave-out"
        ? formatIssue("GRAPH_END_LEFT_OUT", { file, row: first, text: `${what}. They were left out.` })
        : formatIssue("GRAPH_END_OUTSIDE", {
            file,
            row: first,
            text: `${what}. Adopt the label of that node too, or set outside to "leave-out".`,
          }),
    );
  }

  #cells(
    { file }: TableCollector,
    row: number,
    fields: readonly Field[],
    { values }: { readonly values: readonly GraphValue[] },
  ): Cell[] {
    return fields.map(({ column: { name }, filling }, index) => {
      const value = values[index] ?? null;
      const cell = graphCell(value, filling);
      if (cell !== undefined) return cell;
      const text = `${name} holds a value that ${filling.ours} cannot take: a point fills lon and lat, a list a column of lists.`;
      this.#reading.issues.add(formatIssue("CELL_NOT_TEXT", { file, row, column: name, value, text }));
      return null;
    });
  }

  /** Adds an issue of a whole label, type or property: what needs the missing part is not checked. */
  #fault(issue: ReturnType<typeof formatIssue>): void {
    this.#reading.issues.addForColumn(issue);
    this.#complete = false;
  }
}

const startNeedsEnd = ["dependent", "provider"] as const;
const endNeedsStart = ["provider", "dependent"] as const;

/** One property and the one column of ours that it fills. */
interface Field {
  readonly column: FileColumn;
  readonly filling: Filling;
}

/** What a property, or another part of the graph, fills; our column is called so in issues. */
function fieldOf({ table, theirNames }: TableCollector, ours: string, theirs: string | MappedColumn): Field {
  const name = typeof theirs === "string" ? theirs : theirs.column;
  const filling = fillingFrom(table, ours, theirs);
  theirNames.set(ours, name);
  return { column: { name, fillings: [filling] }, filling };
}

function mappedFields(collector: TableCollector, columns: NonNullable<NodeMapping["columns"]>): Field[] {
  return Object.entries(columns).map(([ours, theirs]) => fieldOf(collector, ours, theirs));
}

/** `FR:0.5|ES:0.5`, in the order of the codes so that the order of the relationships does not matter. */
function statesCell({ states }: GraphNode): Cell {
  return states
    .map(([code, share]) => (share === null ? code : `${code}:${share}`))
    .sort()
    .join("|");
}

function typeUnknown(file: string, type: string): ReturnType<typeof formatIssue> {
  const text = `No relationship has the type ${type}: correct it, or take its entry out.`;
  return formatIssue("GRAPH_TYPE_UNKNOWN", { file, value: type, text });
}
