import type { Static } from "typebox";
import { type AnalysisText, catalogue, hasErrors, type Overlay } from "../../analyzer/index.ts";
import { parseOverlay, parseScenario } from "../../datasets/formats/index.ts";
import { checkParameters } from "../analyses/check-parameters.ts";
import { findAnalysis } from "../analyses/find-analysis.ts";
import { parameterIssues } from "../analyses/parameter-issues.ts";
import type { JobRequest } from "../jobs/job-port.ts";
import type { DatasetCache } from "./dataset-cache.ts";
import { findDataset } from "./find-dataset.ts";
import { ProblemError } from "./problems.ts";
import type { JobRequestSchema } from "./schemas/job.ts";
import type { Services } from "./services.ts";

/** Turns the body of `POST /jobs` into a job: finds what it names, and refuses at once what cannot run. */
export async function readJobRequest(
  body: Static<typeof JobRequestSchema>,
  services: Services,
  cache: DatasetCache,
): Promise<JobRequest> {
  const { analysis, parameters = {}, overlays = [] } = body;
  const entry = findAnalysis(analysis);
  if (entry === null) {
    const ids = catalogue.map(({ id }) => id).join(", ");
    throw new ProblemError("ANALYSIS_NOT_FOUND", `There is no analysis "${analysis}". There are: ${ids}.`);
  }
  const summary = await findDataset(services.store, body.dataset, body.asOf);
  refuseMisfits(entry, parameters);
  refuseBadScenario(parameters["scenario"]);
  return {
    analysis,
    parameters,
    overlays: await readOverlays(body.dataset, overlays, services),
    dataset: { id: summary.id, version: summary.version, hash: summary.hash, revision: summary.revision },
    load: () => cache.read(summary),
  };
}

function refuseMisfits(analysis: AnalysisText, parameters: object): void {
  const faults = checkParameters(analysis, parameters);
  const [first] = faults;
  if (first === undefined) return;
  const pointer = `/parameters${first.pointer}`;
  const issues = parameterIssues(faults, "/parameters");
  throw new ProblemError("PARAMETERS_INVALID", `${pointer} ${first.text}.`, issues, pointer);
}

function refuseBadScenario(scenario: unknown): void {
  if (scenario === undefined) return;
  const { issues } = parseScenario(scenario, "scenario");
  if (hasErrors(issues)) throw new ProblemError("SCENARIO_REFUSED", undefined, issues);
}

async function readOverlays(
  datasetId: string,
  ids: readonly string[],
  { store, shipped }: Services,
): Promise<readonly Overlay[]> {
  if (ids.length === 0) return [];
  const description = await store.description(datasetId);
  const offered = await shipped.documents(datasetId, "overlay");
  const overlays: Overlay[] = [];
  for (const id of ids) {
    const document = (await store.document(datasetId, "overlay", id)) ?? offered.find((each) => each.id === id);
    if (!document) throw new ProblemError("OVERLAY_NOT_FOUND", `Dataset "${datasetId}" has no overlay "${id}".`);
    const { overlay, issues } = parseOverlay(document.body, description, `${id}.json`);
    if (overlay === null || hasErrors(issues)) throw new ProblemError("OVERLAY_REFUSED", undefined, issues);
    overlays.push(overlay);
  }
  return overlays;
}
