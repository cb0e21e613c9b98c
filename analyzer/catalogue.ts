import { compareRanks, compareRuns } from "./measures/compare.ts";
import { rankAssets } from "./measures/rank.ts";
import { type RunGround, runScenario } from "./measures/run-scenario.ts";
import { structure } from "./measures/structure.ts";
import { hasErrors, type Issue, nowhere } from "./model/issue.ts";
import { limits } from "./model/limits.ts";
import type { Overlay } from "./model/overlay.ts";
import { consequences, type RunResult } from "./model/result.ts";
import { aftermathHours, type Scenario, scanLossHours } from "./model/scenario.ts";
import { canonicalHash } from "./run/canonical-hash.ts";
import { prepareGround } from "./run/ground.ts";
import { Parameters } from "./run/parameters.ts";
import type { AnalysisHost, AnalysisInput, AnalysisOutcome } from "./run/protocol.ts";
import { resolveScenario } from "./system/resolve-scenario.ts";

/** One question the core can answer. Command line, HTTP and screen are drawn from these entries. */
export interface Analysis {
  readonly id: string;
  readonly title: string;
  /** The question in plain words. */
  readonly question: string;
  /** JSON Schema of the parameters, with units and defaults. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly outputs: string;
  /** What it costs, in words; N assets, M rows. */
  readonly cost: string;
  readonly limits: string;
  readonly source: string;
  readonly run: (input: AnalysisInput, parameters: unknown, host: AnalysisHost) => AnalysisOutcome;
}

const hoursSchema = (title: string, fallback: number | null) => ({
  type: "number",
  title,
  exclusiveMinimum: 0,
  maximum: limits.horizonHours,
  unit: "h",
  ...(fallback === null ? {} : { default: fallback }),
});

const scanParameters = {
  hours: hoursSchema("How long each asset is lost", scanLossHours),
  horizonHours: hoursSchema(`How long each loss is watched (hours + ${aftermathHours} unless said)`, null),
  by: { type: "string", title: "Consequence to rank by", enum: consequences, default: "outageHours" },
} as const;

const limitParameter = { type: "integer", title: "Rows to give (all unless said)", minimum: 1, unit: "rows" } as const;

/** Every analysis of the core, in the order they are offered. */
export const catalogue: readonly Analysis[] = [
  {
    id: "run",
    title: "Cascade",
    question: "If this fails, what fails next, where, when, and across which borders?",
    parameters: {
      type: "object",
      required: ["scenario"],
      additionalProperties: false,
      properties: {
        scenario: { type: "object", title: "Scenario: shocks and horizon" },
        disruptedBelow: {
          type: "number",
          title: "Level below which an asset counts as disrupted",
          exclusiveMinimum: 0,
          maximum: 1,
          unit: "share of full function",
          default: 1,
        },
      },
    },
    outputs: "Outages of every disrupted asset with cause and chain; totals; States; State x State and sector matrices",
    cost: "One cascade: in proportion to what is reached, under 0.1 s for 11,000 assets",
    limits: "Networks are balanced per island; not monotone in the shock: a cut can help what it leaves behind",
    source: "model.md sections 2 and 4",
    run: (input, parameters) => runCascade(input, parameters),
  },
  {
    id: "rank",
    title: "Single-failure scan",
    question: "Whose loss alone does the most harm, at home and abroad?",
    parameters: {
      type: "object",
      additionalProperties: false,
      properties: { ...scanParameters, limit: limitParameter },
    },
    outputs: "One row per asset: outage hours, person-hours, foreign loss, assets, States and sectors reached",
    cost: "N cascades",
    limits: "One asset at a time, lost totally; no probability of the loss",
    source: "model.md section 5",
    run: (input, parameters, host) => rank(input, parameters, host),
  },
  {
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
    limits: "As of the analysis compared",
    source: "model.md section 2; requirements: overlays, before and after",
    run: (input, parameters, host) => compare(input, parameters, host),
  },
  {
    id: "structure",
    title: "Structural baselines",
    question: "Where does each asset stand in the graph, whatever it does?",
    parameters: { type: "object", additionalProperties: false, properties: {} },
    outputs: "Degree, betweenness and PageRank per asset",
    cost: "N x M steps for betweenness: about a minute for 11,000 assets",
    limits: "Shape only: agrees with a cascade only mildly",
    source: "model.md section 5; Brandes 2001; Page and Brin 1998",
    run: (input, parameters) => structureOf(input, parameters),
  },
];

/**
 * Runs an analysis of the catalogue. Nothing is thrown for bad input: an unknown id, wrong parameters, an overlay that does
 * not fit or a scenario that selects nothing are refused with issues.
 */
export function runAnalysis(
  id: string,
  input: AnalysisInput,
  parameters: unknown,
  host: AnalysisHost,
): AnalysisOutcome {
  const analysis = catalogue.find((candidate) => candidate.id === id);
  if (analysis !== undefined) return analysis.run(input, parameters, host);
  const text = `no such analysis; there is ${catalogue.map((candidate) => candidate.id).join(", ")}`;
  return refused([{ ...nowhere, severity: "error", code: "ANALYSIS_UNKNOWN", column: "analysis", value: id, text }]);
}

function refused(issues: readonly Issue[]): AnalysisOutcome {
  return { kind: "refused", issues };
}

function runCascade(input: AnalysisInput, parameters: unknown): AnalysisOutcome {
  const read = new Parameters(parameters, ["scenario", "disruptedBelow"]);
  const scenario = read.scenario();
  const disruptedBelow = read.level("disruptedBelow");
  if (scenario === null || read.issues.length > 0) return refused(read.issues);
  const prepared = prepareGround(input.dataset, input.overlays);
  if (prepared.kind === "refused") return prepared;
  const outcome = runOn(prepared.ground, input, input.overlays, scenario, disruptedBelow);
  return "issues" in outcome ? refused(outcome.issues) : { kind: "done", result: outcome };
}

function runOn(
  ground: RunGround,
  input: AnalysisInput,
  overlays: readonly Overlay[],
  scenario: Scenario,
  disruptedBelow: number | undefined,
): RunResult | { readonly issues: readonly Issue[] } {
  const { resolved, issues } = resolveScenario(ground.dataset, scenario);
  if (hasErrors(issues)) return { issues };
  const { id, version } = ground.dataset.description;
  const numbers = runScenario(ground, scenario, resolved, disruptedBelow === undefined ? {} : { disruptedBelow });
  const dataset = { id, version, hash: input.hash };
  const overlaid = overlays.length === 0 ? {} : { overlays: overlays.map((overlay) => overlay.id) };
  const { scenario: ran, horizonHours, stopped, ...found } = numbers;
  const resultHash = canonicalHash({ dataset, ...overlaid, ...numbers });
  return {
    kind: "run",
    engine: input.engine,
    dataset,
    ...overlaid,
    scenario: ran,
    horizonHours,
    stopped,
    resultHash,
    ...found,
  };
}

function rank(input: AnalysisInput, parameters: unknown, host: AnalysisHost): AnalysisOutcome {
  const read = new Parameters(parameters, ["by", "hours", "horizonHours", "limit"]);
  const question = read.rankQuestion();
  if (read.issues.length > 0) return refused(read.issues);
  const prepared = prepareGround(input.dataset, input.overlays);
  if (prepared.kind === "refused") return prepared;
  const result = rankAssets(prepared.ground, question, host);
  return result === null ? { kind: "aborted" } : { kind: "done", result };
}

function compare(input: AnalysisInput, parameters: unknown, host: AnalysisHost): AnalysisOutcome {
  const read = new Parameters(parameters, ["scenario", "scan"]);
  if (read.issues.length > 0) return refused(read.issues);
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
  if (scenario === null) return refused(read.issues);
  const before = runOn(plain, input, [], scenario, undefined);
  if ("issues" in before) return refused(before.issues);
  const after = runOn(changed, input, input.overlays, scenario, undefined);
  if ("issues" in after) return refused(after.issues);
  return { kind: "done", result: compareRuns(before, after) };
}

function compareScans(plain: RunGround, changed: RunGround, parameters: unknown, host: AnalysisHost): AnalysisOutcome {
  const { scan } = parameters as { readonly scan: unknown };
  const read = new Parameters(scan, ["by", "hours", "horizonHours"]);
  const question = read.rankQuestion();
  if (read.issues.length > 0) return refused(read.issues);
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

function structureOf(input: AnalysisInput, parameters: unknown): AnalysisOutcome {
  const read = new Parameters(parameters, []);
  if (read.issues.length > 0) return refused(read.issues);
  const prepared = prepareGround(input.dataset, input.overlays);
  return prepared.kind === "refused" ? prepared : { kind: "done", result: structure(prepared.ground.dataset) };
}
