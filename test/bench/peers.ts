import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectFolder } from "../../api/project-folder.ts";
import { LineServer } from "./line-server.ts";

const run = promisify(execFile);
const environment = join(projectFolder(), ".cache", "peers", "venv");
const script = join(projectFolder(), "test", "bench", "peers.py");

/** The peers, and what they need. */
const pinned = {
  networkx: "3.4.2",
  igraph: "1.0.0",
  rustworkx: "0.18.1",
  networkit: "11.3",
  numpy: "2.4.6",
  pandas: "3.1.1",
  scipy: "1.17.1",
};

/** Python peers at work, or why there are none. */
export type PeersOutcome = { readonly kind: "ready"; readonly peers: LineServer } | Missing;
export interface Missing {
  readonly kind: "missing";
  readonly reason: string;
}

/** Starts the Python peers, in an environment of their own that is made where it is not there yet. */
export async function startPeers(): Promise<PeersOutcome> {
  const python = join(environment, "bin", "python");
  try {
    if (!existsSync(python)) await run("python3", ["-m", "venv", environment]);
    if (!(await hasPinned(python))) {
      process.stderr.write(`installing ${wanted().join(", ")} into ${environment}\n`);
      await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...wanted()]);
    }
  } catch (error) {
    return {
      kind: "missing",
      reason: `no Python environment: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  const single = { OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1", RAYON_NUM_THREADS: "1" };
  return { kind: "ready", peers: new LineServer(python, [script], { ...process.env, ...single }) };
}

function wanted(): string[] {
  return Object.entries(pinned).map(([name, version]) => `${name}==${version}`);
}

async function hasPinned(python: string): Promise<boolean> {
  const ask =
    "import importlib.metadata as m, sys; print(all(m.version(n) == v for n, v in (w.split('==') for w in sys.argv[1:])))";
  try {
    return (await run(python, ["-c", ask, ...wanted()])).stdout.trim() === "True";
  } catch {
    return false;
  }
}
