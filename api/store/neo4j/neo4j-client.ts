import {
  auth,
  type Driver,
  driver,
  int,
  type ManagedTransaction,
  type RecordShape,
  type Record as Row,
  type Session,
} from "neo4j-driver";
import { isDeadlock, withNeo4jErrors } from "./neo4j-errors.ts";

/** Values for the `$names` of a query. A JavaScript number arrives as Float; `whole` makes an Integer. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Runs one query in the transaction at hand; rows come as they arrive, all at once to who waits for the whole. */
export type Query = <Columns extends RecordShape>(
  cypher: string,
  parameters: Parameters,
) => AsyncIterable<Row<Columns>> & Promise<{ records: Row<Columns>[] }>;

/**
 * How long a failed transaction is tried again (the driver looks between tries, so about twice this until it gives
 * up).
 */
const retryMs = 3_000;
const connectMs = 2_000;
/** Records a server sends before it waits to be asked for more. */
const fetchSize = 5_000;
const deadlockTries = 3;

/** A number for a property or a clause that takes whole numbers only. */
export const whole = (value: number) => int(value);

/** One database of one server. Each call is a transaction; errors are `StoreError`s. */
export class Neo4jClient {
  readonly address: string;
  readonly #driver: Driver;
  readonly #database: string;

  constructor(server: string, database: string, user: string, password: string) {
    this.address = `${server}/${database}`;
    this.#driver = driver(server, auth.basic(user, password), {
      disableLosslessIntegers: true,
      maxTransactionRetryTime: retryMs,
      connectionTimeout: connectMs,
      connectionAcquisitionTimeout: retryMs,
      telemetryDisabled: true,
      userAgent: "knockon",
    });
    this.#database = database;
  }

  /** Queries that change nothing, tried again where the server says that it may help. */
  read<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.#with("READ", (session) => session.executeRead((transaction) => work(queryIn(transaction))));
  }

  /** A change that is whole or not at all. It may be run more than once, also after it took place unheard. */
  write<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.#with("WRITE", (session) => session.executeWrite((transaction) => work(queryIn(transaction))));
  }

  /**
   * One statement that is its own transaction, as `CALL .. IN TRANSACTIONS` asks for. It is not tried again: what
   * fails for want of memory would only do so once more. A deadlock is the exception.
   */
  once(cypher: string, parameters: Parameters): Promise<void> {
    return this.#with("WRITE", async (session) => {
      for (let tries = 1; ; tries += 1) {
        try {
          await session.run(cypher, parameters);
          return;
        } catch (error) {
          if (!isDeadlock(error) || tries === deadlockTries) throw error;
        }
      }
    });
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  #with<T>(defaultAccessMode: "READ" | "WRITE", work: (session: Session) => Promise<T>): Promise<T> {
    return withNeo4jErrors(this.address, async () => {
      const session = this.#driver.session({
        database: this.#database,
        defaultAccessMode,
        fetchSize,
        bookmarkManager: this.#driver.executeQueryBookmarkManager,
      });
      try {
        return await work(session);
      } finally {
        await session.close();
      }
    });
  }
}

const queryIn =
  (transaction: ManagedTransaction): Query =>
  (cypher, parameters) =>
    transaction.run(cypher, parameters);
