import { compileSystem } from "../../analyzer/system/compile-system.ts";
import {
  aftermathHours,
  type AnalysisInput,
  canonicalHash,
  type Dataset,
  datasetHash,
  runAnalysis,
  type Scenario,
  scanLossHours,
} from "../../analyzer/index.ts";
import { readDataset } from "../../datasets/formats/index.ts";
import { openPath } from "../../datasets/open-path.ts";
import { type BenchRow, measure } from "./measure.ts";

const host = { progress: () => undefined, aborted: () => false };
const horizonHours = scanLossHours + aftermathHours;

/** Reads a dataset folder that has to be sound. */
export async function readSound(folder: string): Promise<Dataset> {
  const { dataset } = await readDataset(await openPath(folder));
  if (dataset === null) throw new Error(`${folder} has errors`);
  return dataset;
}

/** Reading with all checks and compiling; one cascade; the full single-failure scan. */
export async function analysisRows(folder: string): Promise<BenchRow[]> {
  const read = await measure({ name: "read, check and compile", runs: 5, floor: null }, async () => {
    const system = compileSystem(await readSound(folder));
    return `${system.assetIds.length} assets`;
  });
  const dataset = await readSound(folder);
  const input = { dataset, hash: datasetHash(dataset), overlays: [], engine: "bench" };
  const { code, plants } = stateWithMostPlants(dataset);
  const scenario: Scenario = {
    id: "bench",
    title: `All power plants of ${code}`,
    horizonHours,
    shocks: [{ select: { kind: "power plant", states: [code] }, hours: scanLossHours }],
  };
  const cascade = await measure(
    { name: "one cascade", runs: 15, warmUps: 3, floor: 100, about: (sum) => `${plants} plants of ${code}, ${sum}` },
    () => ask("run", input, { scenario }),
  );
  const scan = await measure(
    {
      name: "full single-failure scan",
      runs: 5,
      floor: 500,
      about: (sum) => `${dataset.assets.length} assets, ${sum}`,
    },
    () => ask("rank", input, { hours: scanLossHours, horizonHours }),
  );
  return [read, cascade, scan];
}

/** The answer as a short hash. */
function ask(analysis: string, input: AnalysisInput, parameters: object): string {
  const outcome = runAnalysis(analysis, input, parameters, host);
  if (outcome.kind !== "done") throw new Error(`${analysis} ended as ${outcome.kind}`);
  return `result ${canonicalHash(outcome.result).slice(0, 8)}`;
}

/** The State with most power plants, ties by code. */
function stateWithMostPlants({ assets }: Dataset): { readonly code: string; readonly plants: number } {
  const plants = new Map<string, number>();
  for (const { kind, states } of assets) {
    if (kind !== "power plant") continue;
    for (const { state } of states) plants.set(state, (plants.get(state) ?? 0) + 1);
  }
  const [most] = [...plants].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1));
  if (most === undefined) throw new Error("there is no power plant");
  return { code: most[0], plants: most[1] };
}
