import type { CountedIssues } from "./counted-issues.ts";

/** What an attribute of a graph may be of. */
export type Domain = "node" | "edge" | "graph";

/** An attribute that a graph declares once and its nodes or edges refer to by its id. */
export interface DeclaredAttribute {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly Domain[];
  readonly type: string;
  /** What holds where a node or edge does not state it. */
  readonly usual: string | null;
}

const fractional = new Set(["double", "float"]);

/** The attributes that a graph declares. */
export class DeclaredAttributes {
  readonly #known = new Map<string, DeclaredAttribute>();
  readonly #usual: { readonly [domain in Domain]: Map<string, string> } = {
    node: new Map(),
    edge: new Map(),
    graph: new Map(),
  };

  add(attribute: DeclaredAttribute): void {
    for (const domain of attribute.domains) {
      this.#known.set(`${domain}\n${attribute.id}`, attribute);
      if (attribute.usual !== null) this.#usual[domain].set(attribute.name, attribute.usual);
    }
  }

  /** One that is not declared is called by its id. */
  get(domain: Domain, id: string): Pick<DeclaredAttribute, "name" | "type"> {
    return this.#known.get(`${domain}\n${id}`) ?? { name: id, type: "string" };
  }

  usual(domain: Domain): ReadonlyMap<string, string> {
    return this.#usual[domain];
  }
}

/** A node or edge while it is read: what it states, attribute by attribute. */
export class GraphItem {
  readonly row: number;
  readonly #values = new Map<string, string>();
  readonly #file: string;
  readonly #counted: CountedIssues;

  constructor(row: number, file: string, counted: CountedIssues) {
    this.row = row;
    this.#file = file;
    this.#counted = counted;
  }

  state({ name, type }: Pick<DeclaredAttribute, "name" | "type">, value: string, row: number): void {
    const isNotANumber = fractional.has(type) && /^\s*[+-]?nan\s*$/iu.test(value);
    if (isNotANumber) {
      const text = `${name} is NaN, which is taken as unknown`;
      this.#counted.count({ code: "VALUE_REPAIRED", file: this.#file, column: name, text }, row);
    }
    if (!this.#values.has(name)) {
      this.#values.set(name, isNotANumber ? "" : value);
      return;
    }
    const text = `${name} is stated twice of one node or edge: the first is kept`;
    this.#counted.count({ code: "ATTRIBUTE_REPEATED", file: this.#file, column: name, text }, row, value);
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** All it states, and what holds besides. An attribute called as the id it has anyway is told apart from it. */
  attributes(usual: ReadonlyMap<string, string>, id: string | null): Record<string, string> {
    const all = new Map([...usual, ...this.#values]);
    const other = all.get("id");
    if (id !== null && other !== undefined) {
      all.delete("id");
      if (other !== id) all.set("stated_id", other);
    }
    return Object.fromEntries(all);
  }
}
