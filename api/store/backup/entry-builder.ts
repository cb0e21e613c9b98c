import type {
  Asset,
  Connection,
  DatasetChange,
  DatasetDescription,
  Dependency,
  RowsChange,
  Table,
} from "../../../analyzer/index.ts";
import type { ArchivedDocument, Revision, RunRecord } from "../store.ts";
import type { Entry, EntryName } from "./entry.ts";

interface Rows {
  readonly assets: Asset[];
  readonly dependencies: Dependency[];
  readonly connections: Connection[];
}

/** A row under the name of its table. */
interface OneRow {
  readonly assets?: Asset;
  readonly dependencies?: Dependency;
  readonly connections?: Connection;
}

interface ChangeRows {
  readonly description: DatasetChange["description"];
  readonly removed: Rows;
  readonly added: Rows;
}

/**
 * Puts an entry together from the values of its lines (see entry-lines.ts). It takes what it knows and leaves the rest:
 * whoever reads a file compares the hash of what came of it with that of the lines.
 */
export class EntryBuilder {
  readonly name: EntryName;
  #description: DatasetDescription | undefined;
  #record: RunRecord | undefined;
  readonly #rows = noRows();
  readonly #revisions: Revision[] = [];
  readonly #changes: (ChangeRows | null)[] = [];
  readonly #documents: ArchivedDocument[] = [];

  constructor(name: EntryName) {
    this.name = name;
  }

  /** `value` is parsed JSON. Throws where it cannot be used at all. */
  add(key: string, value: unknown): void {
    switch (key) {
      case "description":
        this.#description = value as DatasetDescription;
        break;
      case "record":
        this.#record = value as RunRecord;
        break;
      case "revision":
        this.#revisions.push(value as Revision);
        break;
      case "change":
        this.#changes.push(value === null ? null : { ...(value as DatasetChange), removed: noRows(), added: noRows() });
        break;
      case "removed":
      case "added":
        addRow(this.#changes.at(-1)?.[key], value as OneRow);
        break;
      case "document":
        this.#documents.push(value as ArchivedDocument);
        break;
      default:
        addRow(this.#rows, { [key]: value });
    }
  }

  /** The entry, or null where its main part is missing or goes by another name. */
  build(): Entry | null {
    const { kind, id } = this.name;
    if (kind === "run") return this.#record?.id === id ? { kind, id, record: this.#record } : null;
    const description = this.#description;
    if (description?.id !== id) return null;
    const dataset = { description, ...this.#rows };
    const changes = this.#changes.map((change) => change && wholeChange(change));
    return { kind, id, archive: { dataset, revisions: this.#revisions, changes, documents: this.#documents } };
  }
}

function noRows(): Rows {
  return { assets: [], dependencies: [], connections: [] };
}

function addRow(rows: Rows | null | undefined, { assets, dependencies, connections }: OneRow): void {
  if (assets !== undefined) rows?.assets.push(assets);
  if (dependencies !== undefined) rows?.dependencies.push(dependencies);
  if (connections !== undefined) rows?.connections.push(connections);
}

function wholeChange({ description, removed, added }: ChangeRows): DatasetChange {
  const of = <T extends Table>(table: T): RowsChange<Rows[T][number]> => ({
    removed: removed[table],
    added: added[table],
  });
  return {
    description,
    assets: of("assets"),
    dependencies: of("dependencies"),
    connections: of("connections"),
  };
}
