import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { once } from "node:events";
import { SeededRandom } from "../support/seeded-random.ts";

const kinds = [
  { short: "sub", kind: "substation", sector: "energy" },
  { short: "tel", kind: "telecom exchange", sector: "digital" },
  { short: "wat", kind: "water works", sector: "water" },
  { short: "hos", kind: "hospital", sector: "health" },
] as const;
const states = ["XA", "XB", "XC", "XD", "XE", "XF", "XG", "XH", "XI", "XJ", "XL", "XM", "XN", "XO", "XP"] as const;
const supplies = ["electricity", "electricity", "water", "telecom"] as const;
const linesPerWrite = 4096;

/** Of the input with 250,000 assets and seed 1: what is measured today is what was measured before. */
export const importInputChecksum = "4dd59df7ecf35bdc5b951c3f991e897bf46d0c70e23cf6b6fc3378dcce1da5c6";

/**
 * Writes a dataset folder of so many assets, each with four providers: columns and lengths of cells as `knockon generate`
 * writes them, rows of the dependencies in random order. The same numbers give the same bytes; returns their SHA-256.
 */
export async function writeImportInput(folder: string, assets: number, seed: number): Promise<string> {
  await mkdir(folder, { recursive: true });
  const random = new SeededRandom(seed);
  const ids = Array.from({ length: assets }, (_, n) => {
    return `${states[random.below(states.length)]}-${kinds[n % kinds.length]?.short}-${String(n + 1).padStart(6, "0")}`;
  });
  await writeFile(join(folder, "dataset.json"), JSON.stringify(description(assets, seed), null, 2));
  const hash = createHash("sha256");
  await writeLines(join(folder, "assets.csv"), hash, assetLines(ids, random));
  await writeLines(join(folder, "dependencies.csv"), hash, dependencyLines(ids, random));
  return hash.digest("hex");
}

function description(assets: number, seed: number): object {
  return {
    id: "import-bench",
    title: `Made-up system of ${assets} assets, seed ${seed}`,
    version: "1",
    description: "Nothing in it is real.",
    licence: "CC0-1.0",
    sources: [{ id: "synthetic", title: "Made up", licence: "CC0-1.0", retrieved: "2026", credit: "Made up" }],
    states: states.map((code) => ({ code, name: `State ${code}` })),
  };
}

function* assetLines(ids: readonly string[], random: SeededRandom): Generator<string> {
  yield "id,name,sector,kind,states,lon,lat,place_class,capacity,unit,people_served,restart_hours,repair_hours,source";
  for (const [n, id] of ids.entries()) {
    const { kind, sector } = kinds[n % kinds.length]!;
    const place = `${(random.unit() * 40 - 60).toFixed(4)},${(random.unit() * 20 + 15).toFixed(4)}`;
    const people = sector === "health" ? 1000 * (1 + random.below(200)) : "";
    const capacity = sector === "water" ? `${100 * (1 + random.below(90))},m3/d` : ",";
    yield `${id},Somewhere ${kind} ${id.slice(-6)},${sector},${kind},${id.slice(0, 2)},${place},Z5,${capacity},${people},${random.below(5)},48,synthetic`;
  }
}

function* dependencyLines(ids: readonly string[], random: SeededRandom): Generator<string> {
  yield "id,provider,dependent,kind,commodity,group,need,loss,buffer_hours,share,method,distance_km,source";
  const assets = ids.length;
  const steps = new Set<number>();
  while (steps.size < supplies.length) steps.add(1 + random.below(assets - 1));
  const step = [...steps];
  for (const row of random.permutation(assets * supplies.length)) {
    const dependent = Math.floor(row / supplies.length);
    const supply = row % supplies.length;
    const [from, to] = [ids[(dependent + step[supply]!) % assets], ids[dependent]];
    const commodity = supplies[supply];
    const hours = commodity === "electricity" ? 8 : commodity === "water" ? 24 : 4;
    const loss = commodity === "telecom" ? 0.5 : 1;
    const distance = (random.unit() * 120).toFixed(1);
    yield `${from}>${to},${from},${to},physical,${commodity},${commodity},1,${loss},${hours},1,inferred,${distance},synthetic`;
  }
}

async function writeLines(path: string, hash: ReturnType<typeof createHash>, lines: Iterable<string>): Promise<void> {
  const file = createWriteStream(path);
  let waiting: string[] = [];
  const flush = async (): Promise<void> => {
    const text = waiting.map((line) => `${line}\n`).join("");
    waiting = [];
    hash.update(text);
    if (!file.write(text)) await once(file, "drain");
  };
  for (const line of lines) if (waiting.push(line) === linesPerWrite) await flush();
  await flush();
  file.end();
  await once(file, "finish");
}
