import { join } from "node:path";

/** Where the jars, the prepared empty home and the servers made from it lie, all under one folder. */
export interface ServerFolder {
  readonly root: string;
  readonly jars: string;
  /** An empty, initialised home; each new server starts with a copy of it. */
  readonly seed: string;
  /** Java's archive of loaded classes: halves the start. */
  readonly classArchive: string;
  /** Readable by its owner alone. */
  readonly passwordFile: string;
}

export function serverFolder(root: string): ServerFolder {
  return {
    root,
    jars: join(root, "jars"),
    seed: join(root, "seed"),
    classArchive: join(root, "classes.jsa"),
    passwordFile: join(root, "password"),
  };
}

/** One server's own files: servers of different names have different data and may run side by side. */
export interface ServerFiles {
  readonly home: string;
  /** What runs the server, and its port, while it runs. */
  readonly state: string;
  readonly console: string;
  /** Variables of a container's first start; there only until it has its lasting password. */
  readonly firstStart: string;
}

export function serverFiles(folder: ServerFolder, name: string): ServerFiles {
  const own = join(folder.root, "servers", name);
  return {
    home: join(own, "home"),
    state: join(own, "running.json"),
    console: join(own, "console.log"),
    firstStart: join(own, "first-start.env"),
  };
}
