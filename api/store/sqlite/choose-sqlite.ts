import { createRequire } from "node:module";
import type { DatabaseSync as Constructor } from "@photostructure/sqlite";

/** What this program uses of `node:sqlite` and of the package that mirrors it. */
export interface SqliteModule {
  readonly DatabaseSync: typeof Constructor;
}

/** Where SQLite may come from. */
export interface SqliteSources {
  /** Node's own, undefined where this Node has none or wants a flag for it. */
  readonly builtIn: () => SqliteModule | undefined;
  readonly package: () => SqliteModule;
}

const sources: SqliteSources = {
  builtIn: () => withoutWarnings(() => process.getBuiltinModule("node:sqlite") as SqliteModule | undefined),
  package: () => createRequire(import.meta.url)("@photostructure/sqlite") as SqliteModule,
};

/**
 * Node's own SQLite where it can do all that is asked of it here (from 22.16: waiting for a lock, and telling whether a
 * transaction is open), the package of the same interface below that, which is then loaded.
 */
export function chooseSqlite({ builtIn, package: fromPackage }: SqliteSources = sources): SqliteModule {
  const own = builtIn();
  return own !== undefined && isAble(own) ? own : fromPackage();
}

/** The property is one of each handle and not of their class. */
function isAble({ DatabaseSync }: SqliteModule): boolean {
  const database = new DatabaseSync(":memory:");
  try {
    return "isTransaction" in database;
  } finally {
    database.close();
  }
}

/** Node says on stderr that its SQLite may change: the tests of this program would find out. */
function withoutWarnings<T>(load: () => T): T {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = () => undefined;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
