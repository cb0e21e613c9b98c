import type { Format, FormatInput } from "./format.ts";
import { type Attributes, addEdge, addNode, describedBy, descriptionAttribute } from "./graph-rows.ts";
import { DeclaredAttributes, type Domain, GraphItem } from "./graph-attributes.ts";
import { GraphTelling } from "./graph-telling.ts";
import { onlyFile } from "./only-file.ts";
import { writeGraphml } from "./write-graphml.ts";
import { xmlEvents } from "./xml-events.ts";
import { type OpenElement, walkXml, type XmlVisitor } from "./xml-tree-walk.ts";

/** GraphML: nodes and edges in XML with declared attributes, as NetworkX, igraph, Gephi and yEd write it. */
export const graphml: Format = {
  id: "graphml",
  title: "GraphML",
  ending: ".graphml",
  async detect({ paths, head }) {
    const [path] = paths;
    if (paths.length !== 1 || path === undefined) return 0;
    return /<(?:\w+:)?graphml[\s>]/u.test(await head(path)) ? 0.98 : 0;
  },
  async read(input) {
    const file = onlyFile(input, /\.(graphml|xml)$/iu);
    const reader = new GraphmlReader(input, file);
    await walkXml(xmlEvents(input.files.open(file), file, input.reading.caps), reader);
    return reader.finish();
  },
  write: writeGraphml,
};

const allDomains: readonly Domain[] = ["node", "edge", "graph"];
/** XML attributes that say where an edge runs and not what it is. */
const edgeEnds = new Set(["id", "source", "target", "directed"]);

class GraphmlReader implements XmlVisitor {
  readonly #input: FormatInput;
  readonly #file: string;
  readonly #telling: GraphTelling;
  readonly #declared = new DeclaredAttributes();
  readonly #graphValues = new Map<string, string>();
  #hasGraph = false;
  #isDirected = true;
  #item: GraphItem | null = null;
  #usual: string | null = null;

  constructor(input: FormatInput, file: string) {
    this.#input = input;
    this.#file = file;
    this.#telling = new GraphTelling(input.reading.issues, file, "GraphML");
  }

  open({ name, attributes, row }: OpenElement, around: readonly OpenElement[]): boolean {
    const parent = around.at(-1)?.name ?? null;
    if (parent === null) return name === "graphml" || this.#telling.refuse(row, `the outermost element is ${name}`);
    if (around.some((outer) => outer.name === "data")) return this.#openInData(name, row, around);
    switch (name) {
      case "graph":
        if (this.#hasGraph) return this.#telling.leaveOut(row, "A graph within a graph, or a second one, is not read");
        this.#hasGraph = true;
        this.#isDirected = attributes["edgedefault"] !== "undirected";
        return true;
      case "node":
      case "edge":
        if (parent !== "graph") return this.#telling.leaveOut(row, `A ${name} outside the graph is not read`);
        this.#item = new GraphItem(row, this.#file, this.#telling.counted);
        return true;
      case "hyperedge":
        return this.#telling.leaveOut(row, "An edge between more than two nodes (hyperedge) is not read");
      case "port":
        return this.#telling.pass(row, "Ports of nodes are not read");
      case "key":
        this.#usual = null;
        return true;
      case "default":
      case "data":
      case "desc":
        return true;
      default:
        return this.#telling.pass(row, `Elements called ${name} are not read`);
    }
  }

  close(element: OpenElement, around: readonly OpenElement[]): Promise<void> | null {
    const parent = around.at(-1);
    switch (element.name) {
      case "key":
        this.#declare(element);
        return null;
      case "default":
        this.#usual = element.text;
        return null;
      case "data":
        this.#takeData(element, parent?.name ?? "");
        return null;
      case "desc":
        this.#state(parent?.name ?? "", { name: "description", type: "string" }, element);
        return null;
      case "node":
        return this.#addNode(element);
      case "edge":
        return this.#addEdge(element);
      default:
        if (isLabel(element.name)) this.#item?.state({ name: "label", type: "string" }, element.text, element.row);
        return null;
    }
  }

  /** What the graph says of itself. Throws ReadError over the cap of errors. */
  finish(): object | null {
    const { [descriptionAttribute]: own, description, ...others } = Object.fromEntries(this.#graphValues);
    const names = Object.keys(others).sort().join(", ");
    if (names !== "") this.#telling.pass(1, `Attributes of the graph as a whole are not read (${names})`);
    if (!this.#hasGraph) this.#telling.refuse(1, "there is no graph in it");
    this.#telling.counted.tell();
    return describedBy(own) ?? (description === undefined ? null : { description: description.trim() });
  }

  /** Drawings of yEd: of what stands in them, the words written on a node or edge are kept. */
  #openInData(name: string, row: number, around: readonly OpenElement[]): boolean {
    if (isLabel(name) && this.#item !== null && !this.#item.has("label")) return true;
    if (around.at(-1)?.name === "data")
      this.#telling.pass(row, `Values made of elements (${name}) are drawing and not read`);
    return around.at(-1)?.name === "data";
  }

  #declare({ attributes, row }: OpenElement): void {
    const { id, for: of = "all", "attr.name": name, "attr.type": type = "string" } = attributes;
    if (id === undefined) {
      this.#telling.require(row, "key", "id");
      return;
    }
    const domains = of === "all" ? allDomains : allDomains.filter((domain) => domain === of);
    this.#declared.add({ id, name: name ?? id, domains, type, usual: this.#usual });
  }

  #takeData(element: OpenElement, of: string): void {
    const key = element.attributes["key"];
    const domain = allDomains.find((each) => each === of);
    if (key === undefined) this.#telling.require(element.row, "data", "key");
    else if (domain !== undefined) this.#state(of, this.#declared.get(domain, key), element);
  }

  #state(of: string, declared: { readonly name: string; readonly type: string }, { text, row }: OpenElement): void {
    if (of === "graph" && !this.#graphValues.has(declared.name)) this.#graphValues.set(declared.name, text);
    // What holds elements has nothing but line breaks between them.
    else if (text.trim() !== "" || text === "") this.#item?.state(declared, text, row);
  }

  #addNode({ attributes, row }: OpenElement): Promise<void> | null {
    const item = this.#item;
    this.#item = null;
    const { id, ...others } = attributes;
    if (item === null) return null;
    if (id === undefined) return this.#telling.require(row, "node", "id");
    const stated = { ...plain(others), ...item.attributes(this.#declared.usual("node"), id) };
    return addNode(this.#input, { file: this.#file, row, id, attributes: stated });
  }

  #addEdge({ attributes, row }: OpenElement): Promise<void> | null {
    const item = this.#item;
    this.#item = null;
    const { id, source, target, directed } = attributes;
    if (item === null) return null;
    if (source === undefined) return this.#telling.require(row, "edge", "source");
    if (target === undefined) return this.#telling.require(row, "edge", "target");
    const others = Object.fromEntries(Object.entries(attributes).filter(([name]) => !edgeEnds.has(name)));
    const stated: Attributes = { id, ...plain(others), ...item.attributes(this.#declared.usual("edge"), null) };
    const isDirected = directed === undefined ? this.#isDirected : directed === "true";
    const ends = { from: source, to: target, directed: isDirected };
    return addEdge(this.#input, { file: this.#file, row, ...ends, attributes: stated });
  }
}

function isLabel(name: string): boolean {
  return /(?:^|:)(?:Node|Edge)Label$/u.test(name);
}

/** Without what only helps a parser or names a namespace. */
function plain(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !/^(?:parse\.|xml)/u.test(name)));
}
