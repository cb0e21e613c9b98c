import {
  auth,
  type Driver,
  driver,
  int,
  type ManagedTransaction,
  type RecordShape,
  type ResultSummary,
  type Record as Row,
  type Session,
} from "neo4j-driver";
import { checkTexts } from "../check-text.ts";
import { isDeadlock, poolSize, withNeo4jErrors } from "./neo4j-errors.ts";
import { Presence } from "./presence.ts";
import { unlessSilent } from "./silence.ts";

/** Values for the `$names` of a query. A JavaScript number arrives as Float; `whole` makes an Integer. */
export type Parameters = Readonly<Record<string, unknown>>;

/** Runs one query in the transaction at hand; rows come as they arrive, all at once to who waits for the whole. */
export type Query = <Columns extends RecordShape>(
  cypher: string,
  parameters: Parameters,
) => AsyncIterable<Row<Columns>> & PromiseLike<{ records: Row<Columns>[]; summary: ResultSummary }>;

/**
 * How long a failed transaction is tried again. The driver looks at it between tries, which are 1 and 2 seconds apart:
 * with this it gives up after at most 3.6.
 */
const retryMs = 2_000;
const connectMs = 2_000;
/** How long to wait for one of the connections, where all are in use. */
const acquireMs = 3_000;
/** A connection unused for so long is tried before it is used again: a firewall may have forgotten it. */
const idleMs = 30_000;
/** Records a server sends before it waits to be asked for more. */
const fetchSize = 5_000;
const deadlockTries = 3;

/** A number for a property or a clause that takes whole numbers only. */
export const whole = (value: number) => int(value);

/**
 * Deletes the nodes that a query deletes and says whether there were any. Of two who find the same node at the same time
 * both get its row, since neither looks again once it has the lock: only the count of what was deleted tells who did it.
 */
export async function deletesAny(client: Neo4jClient, cypher: string, parameters: Parameters): Promise<boolean> {
  const { summary } = await client.write((query) => query(cypher, parameters));
  return summary.counters.updates().nodesDeleted > 0;
}

/** One database of one server. Each call is a transaction; errors are `StoreError`s. */
export class Neo4jClient {
  readonly address: string;
  readonly #driver: Driver;
  readonly #database: string;
  readonly #presence: Presence;

  constructor(server: string, database: string, user: string, password: string) {
    this.address = `${server}/${database}`;
    const token = auth.basic(user, password);
    this.#driver = driver(server, token, {
      disableLosslessIntegers: true,
      maxTransactionRetryTime: retryMs,
      connectionTimeout: connectMs,
      maxConnectionPoolSize: poolSize,
      connectionAcquisitionTimeout: acquireMs,
      connectionLivenessCheckTimeout: idleMs,
      telemetryDisabled: true,
      userAgent: "knockon",
    });
    this.#database = database;
    this.#presence = new Presence(this.address, server, token);
  }

  /** Queries that change nothing, tried again where the server says that it may help. */
  read<T>(work: (query: Query) => PromiseLike<T>): Promise<T> {
    return this.#with("READ", (session, heard) =>
      session.executeRead(async (transaction) => work(queryIn(transaction, heard))),
    );
  }

  /** A change that is whole or not at all. It may be run more than once, also after it took place unheard. */
  write<T>(work: (query: Query) => PromiseLike<T>): Promise<T> {
    return this.#with("WRITE", (session, heard) =>
      session.executeWrite(async (transaction) => work(queryIn(transaction, heard))),
    );
  }

  /**
   * One statement that is its own transaction, as `CALL .. IN TRANSACTIONS` asks for. It is not tried again: what
   * fails for want of memory would only do so once more. A deadlock is the exception.
   */
  once(cypher: string, parameters: Parameters): Promise<void> {
    return this.#with("WRITE", async (session) => {
      for (let tries = 1; ; tries += 1) {
        try {
          await session.run(cypher, checked(parameters));
          return;
        } catch (error) {
          if (!isDeadlock(error) || tries === deadlockTries) throw error;
        }
      }
    });
  }

  async close(): Promise<void> {
    await this.#driver.close();
    this.#presence.close();
  }

  #with<T>(defaultAccessMode: "READ" | "WRITE", work: (session: Session, heard: () => void) => Promise<T>): Promise<T> {
    const inSession = async (heard: () => void): Promise<T> => {
      const session = this.#driver.session({
        database: this.#database,
        defaultAccessMode,
        fetchSize,
        bookmarkManager: this.#driver.executeQueryBookmarkManager,
      });
      try {
        return await work(session, heard);
      } finally {
        await session.close();
      }
    };
    return withNeo4jErrors(this.address, () => unlessSilent(this.#presence, inSession));
  }
}

/** Queries in a transaction; whatever comes back is a word of the server. */
function queryIn(transaction: ManagedTransaction, heard: () => void): Query {
  heard();
  return (cypher, parameters) => {
    const result = transaction.run(cypher, checked(parameters));
    const allRows = async (): Promise<Awaited<typeof result>> => {
      const rows = await result;
      heard();
      return rows;
    };
    return {
      // oxlint-disable-next-line no-thenable -- as the driver's own result: all rows to who awaits, else one by one
      then: (onRows, onError) => allRows().then(onRows, onError),
      async *[Symbol.asyncIterator]() {
        for await (const row of result) {
          heard();
          yield row;
        }
      },
    };
  };
}

/** Names and words are parameters of their own; texts within rows and bodies are looked at where these come in. */
function checked(parameters: Parameters): Parameters {
  for (const value of Object.values(parameters)) if (typeof value === "string") checkTexts(value);
  return parameters;
}
