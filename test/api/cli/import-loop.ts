import { openStore } from "../../../api/store/open-store.ts";
import { sampleDataset } from "../../contract/sample-dataset.ts";

/**
 * A program that imports one version of a dataset after another and acknowledges each on stdout (`REVISION HASH`), until
 * its stdin ends: `import-loop.ts STORE ID`.
 */
const [url = "", id = ""] = process.argv.slice(2);
const stop = new AbortController();
process.stdin.on("end", () => stop.abort()).resume();

const store = await openStore(url, {});
const { description, ...rows } = sampleDataset(id);
for (let version = 1; !stop.signal.aborted; version += 1) {
  const dataset = { description: { ...description, version: String(version) }, ...rows };
  const { revision, hash } = await store.importDataset(dataset, { by: "loop", at: new Date().toISOString() });
  process.stdout.write(`${revision} ${hash}\n`);
  // A service has pauses; without them a reader of the same file could wait for ever on a slow machine.
  await new Promise((resolve) => setTimeout(resolve, 5));
}
await store.close();
