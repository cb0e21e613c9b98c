import { existsSync } from "node:fs";
import { hasErrors } from "../analyzer/index.ts";
import { libraryFolder, libraryNames, sourceFromPath } from "./dataset-source.ts";
import type { Store } from "./store/store.ts";

const importer = "library";

/**
 * Puts the bundled datasets into the store where they are missing or have changed; the same content writes nothing. A dataset of
 * the same id that a user imported is left alone. `say` is told what happens.
 */
export async function importLibrary(store: Store, now: () => Date, say: (text: string) => void): Promise<void> {
  for (const name of libraryNames) {
    if (existsSync(libraryFolder(name))) await importBundled(name, store, now, say);
  }
}

async function importBundled(name: string, store: Store, now: () => Date, say: (text: string) => void): Promise<void> {
  const { dataset, hash, issues } = await sourceFromPath(libraryFolder(name), "library");
  if (dataset === null || hasErrors(issues)) {
    const [first] = issues.filter(({ severity }) => severity === "error");
    say(`${name}: the bundled dataset has errors and was not imported. ${first?.text ?? ""}`);
    return;
  }
  const { id } = dataset.description;
  const stored = await store.dataset(id);
  if (stored?.hash === hash) return;
  const isOwn = stored !== null && (await store.revisions(id)).at(-1)?.by !== importer;
  if (isOwn) {
    say(`${id}: the store holds a dataset of this id that did not come with the program; it stays.`);
    return;
  }
  const { assets, dependencies, connections } = dataset;
  say(
    `${id}: importing ${assets.length} assets, ${dependencies.length} dependencies, ${connections.length} connections`,
  );
  await store.importDataset(dataset, {
    by: importer,
    at: now().toISOString(),
    why: "Comes with the program",
    onProgress: everyTenth((percent) => say(`${id}: ${percent} %`)),
  });
}

/** Turns many reports of progress into one for each tenth that is full, but for the last. */
function everyTenth(report: (percent: number) => void): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    const tenths = total === 0 ? 0 : Math.floor((10 * done) / total);
    if (tenths <= told || tenths === 10) return;
    told = tenths;
    report(10 * tenths);
  };
}
