import type { DatabaseSyncInstance, StatementSyncInstance } from "@photostructure/sqlite";
import { asStoreError } from "./sqlite-errors.ts";

/** A value for a `?`, or one object with values for names (`:id`). */
export type Parameter = string | number | null | Readonly<Record<string, string | number | null>>;

/**
 * Statements of one handle, each prepared once and kept: the library lets go of a statement, and with it of the file,
 * only when garbage is collected. All of them are fixed texts of this program.
 */
export class Statements {
  readonly #path: string;
  readonly #database: DatabaseSyncInstance;
  readonly #prepared = new Map<string, StatementSyncInstance>();

  constructor(path: string, database: DatabaseSyncInstance) {
    this.#path = path;
    this.#database = database;
  }

  /** Several queries that see one state of the file, whatever another program writes meanwhile. */
  read<T>(work: () => T): T {
    return this.#transaction("BEGIN", work);
  }

  /** A change, durable when this returns and undone when it throws. */
  write<T>(work: () => T): T {
    return this.#transaction("BEGIN IMMEDIATE", work);
  }

  /** The same for a change that takes several turns of the event loop; nothing else may use this handle meanwhile. */
  async writeInTurns<T>(work: () => Promise<T>): Promise<T> {
    try {
      this.#database.exec("BEGIN IMMEDIATE");
      const outcome = await work();
      this.#database.exec("COMMIT");
      return outcome;
    } catch (error) {
      this.#undo();
      throw asStoreError(this.#path, error);
    }
  }

  all<Row>(sql: string, ...parameters: Parameter[]): Row[] {
    return this.#statement(sql).all(...parameters);
  }

  /** The JSON values of a query's column `body`. */
  bodies<Value>(sql: string, ...parameters: Parameter[]): Value[] {
    return this.all<{ body: string }>(sql, ...parameters).map((row): Value => JSON.parse(row.body));
  }

  /** Runs a change and returns how many rows it touched. */
  run(sql: string, ...parameters: Parameter[]): number {
    return this.#statement(sql).run(...parameters).changes;
  }

  #transaction<T>(begin: string, work: () => T): T {
    try {
      this.#database.exec(begin);
      const outcome = work();
      this.#database.exec("COMMIT");
      return outcome;
    } catch (error) {
      this.#undo();
      throw asStoreError(this.#path, error);
    }
  }

  /** A full disk ends a transaction by itself. */
  #undo(): void {
    if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
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
