import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  type AnalysisInput,
  type Dataset,
  datasetHash,
  type Overlay,
  type RunResult,
  runAnalysis,
  type Scenario,
} from "../../../analyzer/index.ts";
import { parseOverlay, parseScenario, readDataset } from "../../../datasets/formats/index.ts";
import { openPath } from "../../../datasets/open-path.ts";

/** The folder of the bundled default dataset. */
export const europeFolder = fileURLToPath(new URL("../../../datasets/library/europe/", import.meta.url));

/** What the reader makes of it. */
export type EuropeRead = Awaited<ReturnType<typeof readDataset>>;

export async function readEurope(): Promise<EuropeRead> {
  return readDataset(await openPath(europeFolder));
}

/** The JSON documents of a subfolder by file name. */
function documents(folder: "scenarios" | "overlays"): [string, unknown][] {
  return readdirSync(`${europeFolder}${folder}`)
    .sort()
    .map((file) => [file, JSON.parse(readFileSync(`${europeFolder}${folder}/${file}`, "utf8"))]);
}

/** The shipped scenarios. Throws where one does not read without an issue. */
export function readScenarios(): Scenario[] {
  return documents("scenarios").map(([file, value]) => {
    const { scenario, issues } = parseScenario(value, file);
    if (scenario === null || issues.length > 0) throw new Error(`${file}: ${JSON.stringify(issues)}`);
    return scenario;
  });
}

/** The shipped overlays. Throws where one does not read. */
export function readOverlays(dataset: Dataset): Overlay[] {
  return documents("overlays").map(([file, value]) => {
    const { overlay, issues } = parseOverlay(value, dataset.description, file);
    if (overlay === null) throw new Error(`${file}: ${JSON.stringify(issues)}`);
    return overlay;
  });
}

/** What the engine is given for this dataset. */
export function analysisInput(dataset: Dataset, overlays: readonly Overlay[] = []): AnalysisInput {
  return { dataset, hash: datasetHash(dataset), overlays, engine: "test" };
}

/** Runs a scenario. Throws where it is refused. */
export function run(input: AnalysisInput, scenario: Scenario): RunResult {
  const outcome = runAnalysis("run", input, { scenario }, { progress: () => undefined, aborted: () => false });
  if (outcome.kind !== "done" || outcome.result.kind !== "run") throw new Error(JSON.stringify(outcome));
  return outcome.result;
}
