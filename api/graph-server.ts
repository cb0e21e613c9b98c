import { type Settings, SettingError } from "./settings.ts";
import type { StoreSecrets } from "./store/open-store.ts";

/** Where a graph is, and who asks. */
export interface GraphServer {
  readonly url: string;
  readonly secrets: StoreSecrets;
}

/** What the command line and the mapping say of the place of a graph. */
export interface GraphPlace {
  readonly from?: string | undefined;
  /** `server` of the mapping. */
  readonly server?: string | undefined;
}

const loopbackHosts = ["127.0.0.1", "[::1]", "localhost"];

/**
 * The server of a graph: `--from`, else KNOCKON_ADOPT_FROM, else what the mapping names, else the store. A mapping may come
 * from somebody else, and whoever it names would be sent the password: its server is taken only on this machine, or where
 * the store is too. Throws `SettingError`.
 */
export function chooseGraphServer({ from, server }: GraphPlace, settings: Settings): GraphServer {
  const { store, adoptFrom } = settings;
  const secrets = secretsOf(settings);
  const url = from ?? adoptFrom;
  if (url !== undefined) return { url, secrets };
  if (server !== undefined) {
    const isOfStore = hostOf(store) !== null && hostOf(server) === hostOf(store);
    if (isOnThisMachine(server) || isOfStore) return { url: server, secrets };
    throw new SettingError("SETTING_GRAPH_UNCONFIRMED", server);
  }
  if (hostOf(store) === null) throw new SettingError("SETTING_GRAPH_UNNAMED", "");
  return { url: store, secrets };
}

/** A user and password of its own, or those of the store; never one's user with the other's password. */
function secretsOf({ adoptUser, adoptPassword, neo4jUser, neo4jPassword }: Settings): StoreSecrets {
  const own = adoptPassword !== undefined;
  const [user, password] = own ? [adoptUser, adoptPassword] : [neo4jUser, neo4jPassword];
  return { ...(user === undefined ? {} : { user }), ...(password === undefined ? {} : { password }) };
}

function isOnThisMachine(url: string): boolean {
  return URL.canParse(url) && loopbackHosts.includes(new URL(url).hostname);
}

/** Protocol, host and port of a server; null for a store that is none. */
function hostOf(url: string): string | null {
  if (!/^(?:neo4j|bolt)/.test(url) || !URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
