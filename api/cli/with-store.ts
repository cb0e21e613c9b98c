import { existsSync } from "node:fs";
import { readSettings } from "../settings.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { parseStoreAddress } from "../store/store-address.ts";
import { StoreError } from "../store/store-error.ts";
import type { Io } from "./io.ts";

/** What `--store` gives a command. */
export interface StoreOption {
  readonly store?: string;
}

/**
 * Does `work` with the store that `--store` or the environment names, which is opened when it is first asked for and closed at
 * the end. Throws `SettingError`, `StoreError`.
 */
export async function withStore<T>(
  io: Pick<Io, "environment">,
  { store: url }: StoreOption,
  work: (open: () => Promise<Store>) => Promise<T>,
): Promise<T> {
  const { store, neo4jUser: user, neo4jPassword: password } = readSettings({ store: url }, io.environment);
  const secrets = { ...(user === undefined ? {} : { user }), ...(password === undefined ? {} : { password }) };
  let opened: Promise<Store> | undefined;
  try {
    return await work(() => (opened ??= openStore(store, secrets)));
  } finally {
    // A store that could not be opened has told so already.
    const toClose = await opened?.catch(() => undefined);
    await toClose?.close();
  }
}

/** For a command that only reads: opening would make the file of an SQLite store that is not there. Throws `StoreError`. */
export function assertStoreThere(io: Pick<Io, "environment">, { store: url }: StoreOption): void {
  const address = parseStoreAddress(readSettings({ store: url }, io.environment).store);
  if (address.kind === "sqlite" && !existsSync(address.path))
    throw new StoreError("STORE_BAD_ADDRESS", `There is no store ${address.path}`);
}
