import { openStore } from "../../../../api/store/open-store.ts";
import { largeDataset } from "../../../contract/large-dataset.ts";

/**
 * Imports a dataset into the file named on the command line and prints what came of it as JSON: the outcome, or the code of the
 * error. Says that it has opened the file and begins when its input ends, so that several processes meet.
 */
const [, , file = "", version = ""] = process.argv;
const sizes = { assets: 3_000, dependencies: 3_000, connections: 0 };
const { description, ...rows } = largeDataset("one", sizes);
const dataset = { ...rows, description: { ...description, version } };
const store = await openStore(`sqlite:${file}`, {});
process.stdout.write("open\n");
for await (const _ of process.stdin);
try {
  const outcome = await store.importDataset(dataset, { by: version, at: "2025-03-01T10:00:00.000Z" });
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ code: error instanceof Error && "code" in error ? error.code : null })}\n`);
}
await store.close();
