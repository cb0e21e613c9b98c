import { Type } from "typebox";
import { formatIssue } from "../read-error.ts";
import { parseShape } from "../parse-shape.ts";
import { loadJson } from "../read-json.ts";
import type { Format, FormatInput } from "./format.ts";
import { addEdge, addNode, type Attributes, describedBy, descriptionAttribute, graphOf } from "./graph-rows.ts";
import { onlyFile } from "./only-file.ts";

/** What our column `source` of an edge is called, whose `source` is an end here. */
const sourceColumn = "row_source";
const id = Type.Union([Type.String(), Type.Number()]);
const graphSchema = Type.Object({
  directed: Type.Optional(Type.Boolean()),
  multigraph: Type.Optional(Type.Boolean()),
  graph: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  nodes: Type.Array(Type.Object({ id })),
  // `edges` since NetworkX 3.4, `links` before.
  edges: Type.Optional(Type.Array(Type.Object({ source: id, target: id }))),
  links: Type.Optional(Type.Array(Type.Object({ source: id, target: id }))),
});

/** NetworkX node-link data as JSON: `{ "directed", "multigraph", "graph", "nodes": [{"id"}], "edges": [{"source", "target"}] }`. */
export const nodeLink: Format = {
  id: "node-link",
  title: "NetworkX node-link JSON",
  ending: ".json",
  async detect({ paths, head }) {
    const [path] = paths;
    if (paths.length !== 1 || path === undefined || !/\.json$/iu.test(path)) return 0;
    const text = await head(path);
    if (!/^\s*\{/u.test(text)) return 0;
    const words = ['"nodes"', '"multigraph"', '"directed"'].filter((word) => text.includes(word)).length;
    return words === 3 ? 0.95 : words === 2 ? 0.6 : 0;
  },
  read,
  async write(dataset) {
    const { nodes, edges, description } = graphOf(dataset);
    const lines = (list: readonly object[]): string => list.map((each) => JSON.stringify(each)).join(",\n");
    const text = `{
"directed": true,
"multigraph": true,
"graph": ${JSON.stringify({ [descriptionAttribute]: description })},
"nodes": [
${lines(nodes.map(({ id: of, cells }) => ({ id: of, ...cells })))}
],
"edges": [
${lines(edges.map(({ key, from, to, cells: { source, ...cells } }) => ({ source: from, target: to, key, [sourceColumn]: source, ...cells })))}
]
}
`;
    return { files: new Map([["graph.json", text]]), lost: [] };
  },
};

async function read(input: FormatInput): Promise<object | null> {
  const { reading } = input;
  const file = onlyFile(input, /\.json$/iu);
  const value = await loadJson(input.files, file, file, reading.caps);
  const { value: graph, issues } = parseShape(graphSchema, value, file);
  for (const issue of issues) reading.issues.add(issue);
  if (graph === null) return null;
  for (const name of unread(value, graph.graph)) {
    const text = `${name} of the graph as a whole is not read: a dataset has no place for it.`;
    reading.issues.tell(formatIssue("PART_NOT_READ", { file, column: name, text }));
  }
  for (const [at, node] of graph.nodes.entries()) {
    const { id: of, ...attributes } = node;
    await addNode(input, { file, row: at + 1, id: String(of), attributes });
  }
  for (const [at, edge] of (graph.edges ?? graph.links ?? []).entries()) {
    const { source, target, key: _key, [sourceColumn]: stated, ...others }: Attributes = edge;
    const attributes = stated === undefined ? others : { source: stated, ...others };
    const directed = graph.directed ?? true;
    await addEdge(input, { file, row: at + 1, from: String(source), to: String(target), directed, attributes });
  }
  return describedBy(graph.graph?.[descriptionAttribute]);
}

/** Members and attributes of the graph that no row is made of. */
function unread(root: unknown, attributes: Readonly<Record<string, unknown>> = {}): string[] {
  const members = typeof root === "object" && root !== null ? Object.keys(root) : [];
  return [
    ...members.filter((name) => !Object.hasOwn(graphSchema.properties, name)),
    ...Object.keys(attributes).filter((name) => name !== descriptionAttribute),
  ];
}
