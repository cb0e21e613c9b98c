import type { Dataset } from "../../../analyzer/index.ts";
import type { Written } from "./format.ts";
import { attributesInUse, graphOf, tableOf } from "./graph-rows.ts";
import { XmlLosses } from "./xml-lost.ts";

const types = { number: "double", boolean: "boolean", string: "string" } as const;

/** A dataset as GEXF 1.3, one node or edge a line; the name is the label. */
export function writeGexf(dataset: Dataset): Promise<Written> {
  const graph = graphOf(dataset);
  const losses = new XmlLosses();
  const nodes = graph.nodes.map(({ id, cells: { name = id, ...cells } }) => ({ id, name, cells }));
  const edges = graph.edges;
  const declare = (domain: "node" | "edge", items: typeof nodes | typeof edges): [string, Map<string, number>] => {
    const ids = new Map([...attributesInUse(items).keys()].map((name, id) => [name, id]));
    const lines = [...attributesInUse(items)].map(([name, type]) => {
      const title = losses.write("dataset", name, name);
      return `<attribute id="${ids.get(name)}" title="${title}" type="${types[type]}"/>\n`;
    });
    return [`<attributes class="${domain}">\n${lines.join("")}</attributes>`, ids];
  };
  const [nodeAttributes, nodeIds] = declare("node", nodes);
  const [edgeAttributes, edgeIds] = declare("edge", edges);
  const values = (ids: Map<string, number>, { cells }: Pick<(typeof nodes)[number], "cells">): string => {
    const all = Object.entries(cells).map(([name, value]) => {
      return `<attvalue for="${ids.get(name)}" value="${losses.write(tableOf(cells), name, value)}"/>`;
    });
    return `<attvalues>${all.join("")}</attvalues>`;
  };
  const nodeLines = nodes.map(({ id, name, cells }) => {
    const [of, label] = [losses.write("assets", "id", id), losses.write("assets", "name", name)];
    return `<node id="${of}" label="${label}">${values(nodeIds, { cells })}</node>\n`;
  });
  const edgeLines = edges.map(({ key, from, to, directed, cells }) => {
    const [source, target] = [losses.write(tableOf(cells), "from", from), losses.write(tableOf(cells), "to", to)];
    const type = directed ? "" : ' type="undirected"';
    return `<edge id="${key}" source="${source}" target="${target}"${type}>${values(edgeIds, { cells })}</edge>\n`;
  });
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta>
<description>${losses.write("dataset", "description", graph.description)}</description>
</meta>
<graph mode="static" defaultedgetype="directed">
${nodeAttributes}
${edgeAttributes}
<nodes>
${nodeLines.join("")}</nodes>
<edges>
${edgeLines.join("")}</edges>
</graph>
</gexf>
`;
  return Promise.resolve({ files: new Map([["graph.gexf", text]]), lost: losses.lost });
}
