import { rm } from "node:fs/promises";
import { openStore } from "../../api/store/open-store.ts";
import { readSound } from "./analysis-rows.ts";
import { amount } from "./row.ts";

/** What this is started with: the dataset's folder and the file of the store. */
export type ImportOnceWords = readonly [folder: string, file: string];

// Reads a folder into a new SQLite file and prints the wall time and the most memory that it took.

const [folder = "", file = ""] = process.argv.slice(2);
await rm(file, { force: true });
const start = performance.now();
const dataset = await readSound(folder);
const store = await openStore(`sqlite:${file}`, {});
const { hash } = await store.importDataset(dataset, { by: "bench", at: "2026-01-01T00:00:00.000Z" });
await store.close();
const milliseconds = performance.now() - start;
const mebibytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ milliseconds, checksum: hash, work: `${amount(mebibytes)} MiB at most` })}\n`);
