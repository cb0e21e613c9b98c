import { compareRanks, compareRuns } from "../measures/compare.ts";
import type { RunGround } from "../measures/ground.ts";
import { rankAssets } from "../measures/rank.ts";
import { prepareGround } from "../run/ground.ts";
import { Parameters } from "../run/parameters.ts";
import type { AnalysisHost, AnalysisInput, AnalysisOutcome, WholeAnalysis } from "../run/protocol.ts";
import { cascadeSeconds, scanSeconds } from "./cascade-seconds.ts";
import { runOn } from "./run.ts";
import { scanParameters } from "./scan-parameters.ts";

/** Before and after a change set. */
export const compare: WholeAnalysis = {
  id: "compare",
  title: "Before and after",
  question: "What does this change set make better, and for whom does it make things worse?",
  parameters: {
    type: "object",
    additionalProperties: false,
    properties: {
      scenario: { type: "object", title: "Scenario to run on both sides" },
      scan: {
        type: "object",
        title: "Or: single-failure scan on both sides",
        additionalProperties: false,
        properties: scanParameters,
      },
    },
  },
  outputs: "Both results and the differences per total, State and asset",
  cost: "Twice a cascade, or twice a scan",
  estimate: (size, parameters) => 2 * (isScan(parameters) ? scanSeconds(size) : cascadeSeconds(size)),
  limits: "As of the analysis compared",
  source: "model.md section 2; requirements: overlays, before and after",
  checked: "Golden case GC-2 by hand; a change set that changes nothing differs in nothing",
  run: compareBoth,
};

function isScan(parameters: unknown): boolean {
  return parameters !== null && typeof parameters === "object" && "scan" in parameters;
}

function compareBoth(input: AnalysisInput, parameters: unknown, host: AnalysisHost): AnalysisOutcome {
  const read = new Parameters(parameters, ["scenario", "scan"]);
  if (read.has("scan") && read.has("scenario")) {
    read.refuse("scan", "scan", "a scenario is stated as well; leave one of them out");
  }
  if (read.issues.length > 0) return { kind: "refused", issues: read.issues };
  const plain = prepareGround(input.dataset, []);
  const changed = prepareGround(input.dataset, input.overlays);
  if (plain.kind === "refused") return plain;
  if (changed.kind === "refused") return changed;
  return read.has("scan")
    ? compareScans(plain.ground, changed.ground, parameters, host)
    : compareRunsOf(plain.ground, changed.ground, input, read);
}

function compareRunsOf(plain: RunGround, changed: RunGround, input: AnalysisInput, read: Parameters): AnalysisOutcome {
  const scenario = read.scenario();
  if (scenario === null) return { kind: "refused", issues: read.issues };
  const before = runOn(plain, input, [], scenario, undefined);
  if ("issues" in before) return { kind: "refused", issues: before.issues };
  const after = runOn(changed, input, input.overlays, scenario, undefined);
  if ("issues" in after) return { kind: "refused", issues: after.issues };
  return { kind: "done", result: compareRuns(before, after) };
}

function compareScans(plain: RunGround, changed: RunGround, parameters: unknown, host: AnalysisHost): AnalysisOutcome {
  const { scan } = parameters as { readonly scan: unknown };
  const read = new Parameters(scan, ["by", "hours", "horizonHours"]);
  const question = read.rankQuestion();
  if (read.issues.length > 0) return { kind: "refused", issues: read.issues };
  const total = plain.dataset.assets.length + changed.dataset.assets.length;
  const watch = (offset: number): AnalysisHost => ({
    progress: (done) => host.progress(offset + done, total),
    aborted: () => host.aborted(),
  });
  const before = rankAssets(plain, question, watch(0));
  if (before === null) return { kind: "aborted" };
  const after = rankAssets(changed, question, watch(plain.dataset.assets.length));
  return after === null ? { kind: "aborted" } : { kind: "done", result: compareRanks(before, after) };
}
