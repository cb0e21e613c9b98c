import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { missingTools } from "../../api/neo4j-server/missing-tools.ts";
import { projectFolder } from "../../api/project-folder.ts";
import { type KillBed, neo4jBed, sqliteBed } from "./kills/kill-bed.ts";
import { killRounds } from "./kills/kill-rounds.ts";
import { servedRounds } from "./kills/served-rounds.ts";
import { victimsOf } from "./kills/victims.ts";
import { faultsOf, resultsPage, storeSection, type StoreKills } from "./results-page.ts";

const usage = `npm run faults -- [--kills N] [--seed N] [--only sqlite|neo4j] [--served]

Kills programs that write, and the servers they write to, N times on each store (default: 200) and holds the store
against what was acknowledged. With --served it is the service itself that writes, for clients over HTTP. Writes what it found of each store into test/faults/RESULTS.md. Exit code 1 where
anything was lost, half-applied or too slow.`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Options {
  readonly kills: number;
  readonly seed: number;
  readonly only: string | undefined;
  readonly served: boolean;
}

function readOptions(): Options | null {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({ options: { kills: text, seed: text, only: text, served: flag, help: flag } });
  const { kills = "200", seed = "1", only, served, help } = values;
  const isUsable = /^\d+$/u.test(kills) && /^\d+$/u.test(seed) && [undefined, "sqlite", "neo4j"].includes(only);
  return help || !isUsable ? null : { kills: Number(kills), seed: Number(seed), only, served };
}

/** About how long a write takes. */
const writeMs = { SQLite: 200, Neo4j: 1_000 } as const;

async function measure(bed: KillBed, { kills, seed, served }: Options): Promise<StoreKills> {
  const begun = performance.now();
  try {
    const victims = victimsOf(bed.name, kills, seed);
    const rounds = served ? servedRounds : killRounds;
    const figures = await rounds(bed, { victims, seed, writeMs: writeMs[bed.name], say });
    return { store: served ? `${bed.name}, served` : bed.name, figures, minutes: (performance.now() - begun) / 60_000 };
  } finally {
    await bed.clear();
  }
}

async function main(options: Options): Promise<void> {
  const load = loadavg()[0] ?? 0;
  const kills: StoreKills[] = [];
  if (options.only !== "neo4j") kills.push(await measure(await sqliteBed(), options));
  if (options.only !== "sqlite") {
    const missing = await missingTools();
    if (missing !== null) throw new Error(`Neo4j cannot be killed here: ${missing}`);
    const root = resolve(process.env["KNOCKON_NEO4J_FOLDER"] ?? join(projectFolder(), ".cache", "neo4j"));
    kills.push(await measure(await neo4jBed(root), options));
  }
  const command = ["npm run faults", ...(process.argv.length > 2 ? ["--", ...process.argv.slice(2)] : [])].join(" ");
  const machine = `Node ${process.versions.node}, ${cpus().length} cores shared with other work (load ${load.toFixed(1)} at the start)`;
  const date = new Date().toISOString().slice(0, 10);
  const sections = kills.map((each) => storeSection(each, date, command, machine));
  say(`\n${sections.join("\n")}`);
  const file = join(projectFolder(), "test", "faults", "RESULTS.md");
  await writeFile(file, resultsPage(existsSync(file) ? await readFile(file, "utf8") : "", sections));
  if (kills.some((each) => faultsOf(each).length > 0)) process.exitCode = 1;
}

const options = readOptions();
if (options === null) {
  say(usage);
  process.exitCode = 2;
} else await main(options);
