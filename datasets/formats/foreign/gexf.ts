import type { Format, FormatInput } from "./format.ts";
import { DeclaredAttributes, type Domain, GraphItem } from "./graph-attributes.ts";
import { addEdge, addNode, describedBy } from "./graph-rows.ts";
import { GraphTelling } from "./graph-telling.ts";
import { onlyFile } from "./only-file.ts";
import { writeGexf } from "./write-gexf.ts";
import { xmlEvents } from "./xml-events.ts";
import { type OpenElement, walkXml, type XmlVisitor } from "./xml-tree-walk.ts";

/** GEXF 1.3, and 1.1 and 1.2 when read: nodes and edges in XML with declared attributes, as Gephi writes it. */
export const gexf: Format = {
  id: "gexf",
  title: "GEXF",
  ending: ".gexf",
  async detect({ paths, head }) {
    const [path] = paths;
    if (paths.length !== 1 || path === undefined) return 0;
    return /<(?:\w+:)?gexf[\s>]/u.test(await head(path)) ? 0.98 : 0;
  },
  async read(input) {
    const file = onlyFile(input, /\.(gexf|xml)$/iu);
    const reader = new GexfReader(input, file);
    await walkXml(xmlEvents(input.files.open(file), file, input.reading.caps), reader);
    return reader.finish();
  },
  write: writeGexf,
};

/** Elements that only hold others, and where. */
const containers: Readonly<Record<string, string>> = {
  meta: "gexf",
  description: "meta",
  nodes: "graph",
  edges: "graph",
  attributes: "graph",
  attribute: "attributes",
  default: "attribute",
};
const edgeEnds = new Set(["id", "source", "target", "type"]);

class GexfReader implements XmlVisitor {
  readonly #input: FormatInput;
  readonly #file: string;
  readonly #telling: GraphTelling;
  readonly #declared = new DeclaredAttributes();
  #hasGraph = false;
  #usualType = "undirected";
  #description: string | null = null;
  #item: GraphItem | null = null;
  #usual: string | null = null;

  constructor(input: FormatInput, file: string) {
    this.#input = input;
    this.#file = file;
    this.#telling = new GraphTelling(input.reading.issues, file, "GEXF");
  }

  open({ name, attributes, row }: OpenElement, around: readonly OpenElement[]): boolean {
    const parent = around.at(-1)?.name ?? null;
    if (parent === null) return name === "gexf" || this.#telling.refuse(row, `the outermost element is ${name}`);
    if (name.includes(":")) return this.#telling.pass(row, "Places, sizes and colours of the drawing are not read");
    if (containers[name] === parent || (name === "attvalues" && this.#item !== null)) {
      if (name === "attribute") this.#usual = null;
      return true;
    }
    switch (name) {
      case "graph":
        if (this.#hasGraph) return this.#telling.leaveOut(row, "A second graph is not read");
        this.#hasGraph = true;
        this.#usualType = attributes["defaultedgetype"] ?? "undirected";
        return true;
      case "nodes":
      case "edges":
        return this.#telling.leaveOut(row, `The ${name} within a node are not read`);
      case "node":
      case "edge":
        if (parent !== `${name}s`) return this.#telling.leaveOut(row, `A ${name} outside the graph is not read`);
        this.#item = new GraphItem(row, this.#file, this.#telling.counted);
        return true;
      case "attvalue":
        this.#state(attributes, row, around);
        return true;
      default:
        return this.#telling.pass(row, `Elements called ${name} are not read`);
    }
  }

  close(element: OpenElement, around: readonly OpenElement[]): Promise<void> | null {
    switch (element.name) {
      case "description":
        this.#description ??= element.text;
        return null;
      case "default":
        this.#usual = element.text;
        return null;
      case "attribute":
        this.#declare(element, around.at(-1)?.attributes["class"] ?? "");
        return null;
      case "node":
        return this.#addNode(element);
      case "edge":
        return this.#addEdge(element);
      default:
        return null;
    }
  }

  /** What the file says of the graph as a whole. Throws ReadError where there is none, and over the cap of errors. */
  finish(): object | null {
    if (!this.#hasGraph) this.#telling.refuse(1, "there is no graph in it");
    this.#telling.counted.tell();
    if (this.#description === null) return null;
    return describedBy(this.#description) ?? { description: this.#description.trim() };
  }

  #declare({ attributes, row }: OpenElement, of: string): void {
    const { id, title, type = "string" } = attributes;
    const domains: readonly Domain[] = of === "edge" ? ["edge"] : ["node"];
    if (id === undefined) this.#telling.require(row, "attribute", "id");
    else this.#declared.add({ id, name: title ?? id, domains, type, usual: this.#usual });
  }

  #state(attributes: OpenElement["attributes"], row: number, around: readonly OpenElement[]): void {
    // `id` is what the first versions called it.
    const id = attributes["for"] ?? attributes["id"];
    const domain = around.at(-2)?.name === "edge" ? "edge" : "node";
    if (id === undefined) this.#telling.require(row, "attvalue", "for");
    else this.#item?.state(this.#declared.get(domain, id), attributes["value"] ?? "", row);
  }

  #addNode({ attributes, row }: OpenElement): Promise<void> | null {
    const item = this.#item;
    this.#item = null;
    const { id, label, ...others } = attributes;
    if (item === null) return null;
    if (id === undefined) return this.#telling.require(row, "node", "id");
    const name = item.has("name") ? "label" : "name";
    const stated = { ...others, [name]: label, ...item.attributes(this.#declared.usual("node"), id) };
    return addNode(this.#input, { file: this.#file, row, id, attributes: stated });
  }

  #addEdge({ attributes, row }: OpenElement): Promise<void> | null {
    const item = this.#item;
    this.#item = null;
    const { id, source, target, type = this.#usualType } = attributes;
    if (item === null) return null;
    if (source === undefined) return this.#telling.require(row, "edge", "source");
    if (target === undefined) return this.#telling.require(row, "edge", "target");
    const others = Object.entries(attributes).filter(([name]) => !edgeEnds.has(name));
    const stated = { ...Object.fromEntries(others), ...item.attributes(this.#declared.usual("edge"), null) };
    const edge = { file: this.#file, row, from: source, to: target, directed: type !== "undirected" };
    const there = addEdge(this.#input, { ...edge, attributes: { id, ...stated } });
    return type === "mutual" ? there.then(() => this.#addBack(edge, stated)) : there;
  }

  /** The other half of an edge that goes both ways; a connection does so anyway. */
  #addBack(
    edge: { file: string; row: number; from: string; to: string; directed: boolean },
    { id: _id, ...attributes }: Readonly<Record<string, string>>,
  ): Promise<void> {
    if (attributes["table"] === "connections") return Promise.resolve();
    this.#telling.repair(edge.row, "An edge that goes both ways (mutual) is read as two");
    return addEdge(this.#input, { ...edge, from: edge.to, to: edge.from, attributes });
  }
}
