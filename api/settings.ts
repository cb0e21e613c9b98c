import { readFileSync } from "node:fs";
import { availableParallelism, homedir, platform } from "node:os";
import { isAbsolute, join } from "node:path";

/** What the environment and the command line decide. */
export interface Settings {
  readonly store: string;
  readonly neo4jUser?: string;
  readonly neo4jPassword?: string;
  /** The server of graphs that are adopted, where the user names one. */
  readonly adoptFrom?: string;
  /** For that server; left out, those of the store. */
  readonly adoptUser?: string;
  readonly adoptPassword?: string;
  readonly host: string;
  readonly port: number;
  readonly threads: number;
  /** The most memory a job may take; left out, half of what the machine has. */
  readonly jobMemoryMebibytes?: number;
  /** The most rows of a table in files of this machine; left out, as the caps on them say. */
  readonly mostRows?: number;
}

/** What the command line gives; it goes before the environment. */
export interface SettingOptions {
  readonly store?: string | undefined;
  readonly host?: string | undefined;
  readonly port?: string | undefined;
}

/** Every way settings can be wrong. */
const settingErrors = {
  SERVE_HOST_NOT_LOOPBACK:
    "The service is for this machine only: it has no sign-in yet. Use 127.0.0.1, ::1 or localhost",
  SETTING_BAD_PORT: "A port is a whole number from 0 to 65535; 0 takes any free one",
  SETTING_BAD_THREADS: "KNOCKON_THREADS is a whole number from 1 to 64",
  SETTING_BAD_JOB_MEMORY: "KNOCKON_JOB_MEMORY_MB is a whole number of mebibytes from 64 to 1048576",
  SETTING_BAD_MOST_ROWS: "KNOCKON_MOST_ROWS is a whole number from 1000 to 50000000",
  SETTING_PASSWORD_FILE:
    "A password file (KNOCKON_..._PASSWORD_FILE) has to be readable, with the password in its first line",
  SETTING_TWO_PASSWORDS: "Give KNOCKON_..._PASSWORD or KNOCKON_..._PASSWORD_FILE, not both",
  SETTING_GRAPH_UNNAMED:
    "Say where the graph is: --from neo4j://HOST:PORT/DATABASE, KNOCKON_ADOPT_FROM, or server in the mapping",
  SETTING_GRAPH_UNCONFIRMED:
    "The mapping names a server that is neither on this machine nor the store's. Confirm it with --from or KNOCKON_ADOPT_FROM: your password would go there",
} as const;

/** A setting that cannot be used. The message says which and what to do. */
export class SettingError extends Error {
  override readonly name = "SettingError";
  readonly code: keyof typeof settingErrors;

  constructor(code: keyof typeof settingErrors, value: string) {
    super(`"${value}": ${settingErrors[code]}.`);
    this.code = code;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const defaultHost = "127.0.0.1";
const defaultPort = 4242;
const loopbackHosts = new Set(["127.0.0.1", "::1", "localhost"]);
const maxThreads = 64;
const defaultMaxThreads = 8;
const leastJobMebibytes = 64;
const mostJobMebibytes = 1_048_576;
const rowsBetween = [1000, 50_000_000] as const;

/** Reads and checks all settings. Throws `SettingError`. Variables that are set to nothing count as not set. */
export function readSettings(options: SettingOptions = {}, environment: Environment = process.env): Settings {
  const stated = (name: string): string | undefined => environment[name] || undefined;
  const host = options.host ?? stated("KNOCKON_HOST") ?? defaultHost;
  if (!loopbackHosts.has(host)) throw new SettingError("SERVE_HOST_NOT_LOOPBACK", host);
  const neo4jUser = stated("KNOCKON_NEO4J_USER");
  const adoptFrom = stated("KNOCKON_ADOPT_FROM");
  const adoptUser = stated("KNOCKON_ADOPT_USER");
  const adoptPassword = readPassword(stated("KNOCKON_ADOPT_PASSWORD"), stated("KNOCKON_ADOPT_PASSWORD_FILE"));
  const mostRows = readMostRows(stated("KNOCKON_MOST_ROWS"));
  const jobMemoryMebibytes = readJobMemory(stated("KNOCKON_JOB_MEMORY_MB"));
  const neo4jPassword = readPassword(stated("KNOCKON_NEO4J_PASSWORD"), stated("KNOCKON_NEO4J_PASSWORD_FILE"));
  return {
    store:
      options.store ?? stated("KNOCKON_STORE") ?? `sqlite:${join(dataFolder(environment), "knockon", "knockon.db")}`,
    ...(neo4jUser === undefined ? {} : { neo4jUser }),
    ...(neo4jPassword === undefined ? {} : { neo4jPassword }),
    ...(adoptFrom === undefined ? {} : { adoptFrom }),
    ...(adoptUser === undefined ? {} : { adoptUser }),
    ...(adoptPassword === undefined ? {} : { adoptPassword }),
    host,
    port: readPort(options.port ?? stated("KNOCKON_PORT")),
    threads: readThreads(stated("KNOCKON_THREADS")),
    ...(jobMemoryMebibytes === undefined ? {} : { jobMemoryMebibytes }),
    ...(mostRows === undefined ? {} : { mostRows }),
  };
}

/** Where a program keeps a user's data on this system. A relative XDG_DATA_HOME is ignored, as its specification asks. */
export function dataFolder(environment: Environment, system: NodeJS.Platform = platform()): string {
  if (system === "win32") return environment["LOCALAPPDATA"] || join(homedir(), "AppData", "Local");
  if (system === "darwin") return join(homedir(), "Library", "Application Support");
  const xdg = environment["XDG_DATA_HOME"];
  return xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), ".local", "share");
}

/** Where a program keeps what it can make again. */
export function cacheFolder(environment: Environment, system: NodeJS.Platform = platform()): string {
  if (system === "win32") return join(dataFolder(environment, system), "Temp");
  if (system === "darwin") return join(homedir(), "Library", "Caches");
  const xdg = environment["XDG_CACHE_HOME"];
  return xdg !== undefined && isAbsolute(xdg) ? xdg : join(homedir(), ".cache");
}

function readPassword(password: string | undefined, file: string | undefined): string | undefined {
  if (file === undefined) return password;
  if (password !== undefined) throw new SettingError("SETTING_TWO_PASSWORDS", file);
  try {
    const [line] = readFileSync(file, "utf8").split(/\r?\n/u, 1);
    if (line) return line;
  } catch {
    // Answered below like an empty file: the setting has to change either way.
  }
  throw new SettingError("SETTING_PASSWORD_FILE", file);
}

function readPort(text: string | undefined): number {
  if (text === undefined) return defaultPort;
  const port = /^\d{1,5}$/u.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535) throw new SettingError("SETTING_BAD_PORT", text);
  return port;
}

/** As many as there are cores: what answers requests needs little, and the system gives it its turn. */
function readThreads(text: string | undefined): number {
  if (text === undefined) return Math.min(defaultMaxThreads, availableParallelism());
  const threads = /^\d{1,2}$/u.test(text) ? Number(text) : 0;
  if (threads < 1 || threads > maxThreads) throw new SettingError("SETTING_BAD_THREADS", text);
  return threads;
}

function readJobMemory(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const mebibytes = /^\d{1,7}$/u.test(text) ? Number(text) : 0;
  if (mebibytes >= leastJobMebibytes && mebibytes <= mostJobMebibytes) return mebibytes;
  throw new SettingError("SETTING_BAD_JOB_MEMORY", text);
}

function readMostRows(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const rows = /^\d{1,8}$/u.test(text) ? Number(text) : 0;
  if (rows >= rowsBetween[0] && rows <= rowsBetween[1]) return rows;
  throw new SettingError("SETTING_BAD_MOST_ROWS", text);
}
