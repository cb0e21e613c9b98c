import type { Dataset } from "../../../analyzer/index.ts";
import type { Written } from "./format.ts";
import { attributesInUse, descriptionAttribute, graphOf, tableOf } from "./graph-rows.ts";
import { XmlLosses } from "./xml-lost.ts";

const types = { number: "double", boolean: "boolean", string: "string" } as const;

/** A dataset as GraphML, one node or edge a line. */
export function writeGraphml(dataset: Dataset): Promise<Written> {
  const { nodes, edges, description } = graphOf(dataset);
  const losses = new XmlLosses();
  const lines: string[] = [];
  const declare = (domain: "node" | "edge", items: typeof nodes | typeof edges): Map<string, string> => {
    const keys = new Map<string, string>();
    for (const [name, type] of attributesInUse(items)) {
      const key = `${domain[0]}${keys.size}`;
      keys.set(name, key);
      const said = losses.write("dataset", name, name);
      lines.push(`<key id="${key}" for="${domain}" attr.name="${said}" attr.type="${types[type]}"/>`);
    }
    return keys;
  };
  const nodeKeys = declare("node", nodes);
  const edgeKeys = declare("edge", edges);
  const data = (keys: Map<string, string>, { cells }: (typeof nodes)[number]): string =>
    Object.entries(cells)
      .map(([name, value]) => `<data key="${keys.get(name)}">${losses.write(tableOf(cells), name, value)}</data>`)
      .join("");
  lines.push(`<key id="description" for="graph" attr.name="${descriptionAttribute}" attr.type="string"/>`);
  // One way for all: some readers refuse a graph that mixes them. `table` and `directed` say which edge runs both ways.
  const way = edges.some(({ directed }) => directed) ? "directed" : "undirected";
  lines.push(`<graph edgedefault="${way}">`);
  lines.push(`<data key="description">${losses.write("dataset", "description", description)}</data>`);
  for (const node of nodes) {
    lines.push(`<node id="${losses.write("assets", "id", node.id)}">${data(nodeKeys, node)}</node>`);
  }
  for (const { key, from, to, cells } of edges) {
    const table = tableOf(cells);
    const [source, target] = [losses.write(table, "from", from), losses.write(table, "to", to)];
    lines.push(`<edge id="${key}" source="${source}" target="${target}">${data(edgeKeys, { id: key, cells })}</edge>`);
  }
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${lines.join("\n")}
</graph>
</graphml>
`;
  return Promise.resolve({ files: new Map([["graph.graphml", text]]), lost: losses.lost });
}
