import type { DatabaseSyncInstance, StatementSyncInstance } from "@photostructure/sqlite";
import { checkTexts } from "../check-text.ts";
import { StoreError } from "../store-error.ts";
import type { BusyWait } from "./busy-wait.ts";
import { fileIdentity, type OpenDatabase, openDatabase, type OpenOptions } from "./open-database.ts";
import { asStoreError, withSqliteErrors } from "./sqlite-errors.ts";

/** A value for a `?`, or one object with values for names (`:id`). */
export type Parameter = string | number | null | Readonly<Record<string, string | number | null>>;

/**
 * Statements of one handle, each prepared once and kept: the library lets go of a statement, and with it of the file,
 * only when garbage is collected. All of them are fixed texts of this program.
 *
 * The handle is of the file at the path: a file that was taken away is not written to any more, although it could be,
 * since nobody would ever find again what is written; one that was put in its place is opened.
 */
export class Statements {
  readonly #path: string;
  readonly #busyWait: BusyWait;
  readonly #prepared = new Map<string, StatementSyncInstance>();
  #handle: OpenDatabase;
  #identity: string | null;

  /** Opens the file, which is made where it is missing. */
  constructor(path: string, busyWait: BusyWait, options: OpenOptions = {}) {
    this.#path = path;
    this.#busyWait = busyWait;
    this.#handle = withSqliteErrors(path, () => openDatabase(path, options));
    this.#identity = fileIdentity(path);
  }

  /** Several queries that see one state of the file, whatever another program writes meanwhile. */
  read<T>(work: () => T): T {
    try {
      this.#useFile();
      this.#database.exec("BEGIN");
      const outcome = work();
      this.#database.exec("COMMIT");
      return outcome;
    } catch (error) {
      throw this.#undone(error);
    }
  }

  /** A change, durable when this returns and undone when it throws. */
  async write<T>(work: () => T): Promise<T> {
    try {
      this.#useFile(true);
      // From begin to commit in one turn: the queries of others use the same handle.
      return await this.#busyWait.until(() => {
        this.#database.exec("BEGIN IMMEDIATE");
        const outcome = work();
        this.#commit();
        return outcome;
      });
    } catch (error) {
      throw this.#undone(error);
    }
  }

  /** The same for a change that takes several turns of the event loop; nothing else may use this handle meanwhile. */
  async writeInTurns<T>(work: () => Promise<T>): Promise<T> {
    try {
      this.#useFile(true);
      await this.#busyWait.until(() => this.#database.exec("BEGIN IMMEDIATE"));
      const outcome = await work();
      this.#commit();
      return outcome;
    } catch (error) {
      throw this.#undone(error);
    }
  }

  all<Row>(sql: string, ...parameters: Parameter[]): Row[] {
    checkParameters(parameters);
    return this.#statement(sql).all(...parameters);
  }

  /** The JSON values of a query's column `body`. */
  bodies<Value>(sql: string, ...parameters: Parameter[]): Value[] {
    return this.all<{ body: string }>(sql, ...parameters).map((row): Value => JSON.parse(row.body));
  }

  /** Runs a change and returns how many rows it touched. */
  run(sql: string, ...parameters: Parameter[]): number {
    checkParameters(parameters);
    return this.#statement(sql).run(...parameters).changes;
  }

  get #database(): DatabaseSyncInstance {
    return this.#handle.database;
  }

  /** Makes sure that the handle is of the file at the path, and can write where that is asked. */
  #useFile(toWrite = false): void {
    const identity = fileIdentity(this.#path);
    if (identity === null) throw goneError(this.#path);
    if (identity === this.#identity && !(toWrite && this.#handle.readOnly)) return;
    const handle = openDatabase(this.#path);
    this.close();
    this.#prepared.clear();
    this.#handle = handle;
    this.#identity = fileIdentity(this.#path);
    if (toWrite && handle.readOnly) throw new StoreError("STORE_READ_ONLY", this.#path);
  }

  /** A file that was taken away in the meantime would take the change with it. */
  #commit(): void {
    if (fileIdentity(this.#path) !== this.#identity) throw goneError(this.#path);
    this.#database.exec("COMMIT");
  }

  /** Takes back what was begun; a full disk ends a transaction by itself. Returns the error as it is to be thrown. */
  #undone(error: unknown): unknown {
    try {
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
    } catch {
      // What made the change fail makes its undoing fail too; it is undone when the file is next opened or written.
    }
    return asStoreError(this.#path, error);
  }

  /**
   * Brings the log back into the file, so that a store that was closed is one file whole in itself. Another reader, a
   * full disk or a medium that cannot be written may stand in the way: then the log stays, and is read.
   */
  close(): void {
    try {
      this.#database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch {
      // What is committed is safe in the log as well.
    }
    this.#database.close();
  }

  #statement(sql: string): StatementSyncInstance {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }
}

function goneError(path: string): StoreError {
  return new StoreError("STORE_UNREACHABLE", `${path} is not there any more`);
}

/** A text that would be bound cut off is refused, wherever it is to go. */
function checkParameters(parameters: readonly Parameter[]): void {
  for (const parameter of parameters) {
    if (typeof parameter === "string") checkTexts(parameter);
    else if (typeof parameter === "object" && parameter !== null) checkParameters(Object.values(parameter));
  }
}
