import { ManagedTransaction, Session } from "neo4j-driver";
import { vi } from "vitest";
import type { SqliteModule } from "../../api/store/sqlite/choose-sqlite.ts";

const sent = new Set<string>();

/** The texts of all statements that were handed to SQLite or to the driver of Neo4j while `work` was done. */
export async function textsSentBy(work: () => Promise<void>): Promise<readonly string[]> {
  sent.clear();
  await work();
  return [...sent].sort();
}

/** A library of SQLite with ears. */
export function overheardSqlite(library: SqliteModule): SqliteModule {
  class Overheard extends library.DatabaseSync {
    override prepare(sql: string) {
      sent.add(sql);
      return super.prepare(sql);
    }
    override exec(sql: string): void {
      sent.add(sql);
      super.exec(sql);
    }
  }
  return { DatabaseSync: Overheard };
}

/** Listens to the driver of Neo4j until the mocks are restored. */
export function overhearNeo4j(): void {
  for (const { prototype } of [ManagedTransaction, Session]) {
    const run = prototype.run;
    vi.spyOn(prototype, "run").mockImplementation(function (this: typeof prototype, ...given: unknown[]) {
      sent.add(String(given[0]));
      return Reflect.apply(run, this, given);
    });
  }
}
