import type { Top } from "../measures/chance-worlds.ts";
import type { RunGround } from "../measures/ground.ts";
import {
  type ImportancePart,
  type ImportancePlan,
  importancePiece,
  joinImportance,
  mostEnumerated,
  planImportance,
} from "../measures/importance.ts";
import { limits } from "../model/limits.ts";
import { aftermathHours, scanLossHours } from "../model/scenario.ts";
import { Parameters } from "../run/parameters.ts";
import type { PiecedAnalysis } from "../run/protocol.ts";
import { chanceLosses } from "./chance-losses.ts";
import { secondsPerLoss } from "./loss-seconds.ts";
import { hoursSchema, scanParameters } from "./scan-parameters.ts";

const defaultTrials = 10_000;
const defaultLikelihood = 0.01;
const parameterNames = [
  "likelihood",
  "scenario",
  "asset",
  "atLeast",
  "by",
  "hours",
  "horizonHours",
  "trials",
  "seed",
] as const;

/** Which assets carry the risk, when any may be lost with some probability. */
export const importance: PiecedAnalysis<ImportancePlan, ImportancePart> = {
  id: "importance",
  title: "Importance under chance",
  question: "When any asset may be lost by chance, which one's protection lowers the risk most?",
  parameters: {
    type: "object",
    additionalProperties: false,
    properties: {
      likelihood: {
        type: "number",
        title: "Probability that an asset is lost, the same for all",
        minimum: 0,
        maximum: 1,
        unit: "probability",
        default: defaultLikelihood,
      },
      scenario: { type: "object", title: "Or: scenario whose shocks have a likelihood each" },
      asset: { type: "string", title: "Look at whether this asset goes down (else at a consequence)" },
      atLeast: {
        type: "number",
        title: "Look at whether the consequence reaches this (its expected value unless said)",
        exclusiveMinimum: 0,
        unit: "as the consequence",
      },
      by: { ...scanParameters.by, title: "Consequence to look at" },
      hours: hoursSchema("How long an asset is lost", scanLossHours),
      horizonHours: hoursSchema(`How long each world is watched (hours + ${aftermathHours} unless said)`, null),
      trials: {
        type: "integer",
        title: `Trials where more than ${mostEnumerated} assets are uncertain`,
        minimum: 2,
        maximum: limits.trials,
        unit: "trials",
        default: defaultTrials,
      },
      seed: {
        type: "integer",
        title: "Seed of the trials",
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        unit: "number",
        default: 1,
      },
    },
  },
  outputs:
    "Per asset: Birnbaum importance, criticality, diagnostic importance, risk achievement and risk reduction worth, with 90 % intervals where trials were used",
  cost: `One cascade per world: 2^n for n uncertain assets up to ${mostEnumerated}, one per trial above`,
  estimate: ({ assets }, parameters) => secondsPerLoss * worldsOf(assets, parameters),
  limits: "Assets are lost independently of each other; every dependency transmits; intervals are of the first order",
  source: "validation.md section 9; Birnbaum 1969; Esary and Proschan 1963 for the bound by minimal sets",
  checked: "SCRAM's two-train system and the bridge network, to printed digits; trials against exact numbers",
  plan: (ground, parameters) => {
    const read = new Parameters(parameters, parameterNames);
    const top = readTop(read, ground);
    const losses = chanceLosses(read, ground, defaultLikelihood);
    const trials = read.integer("trials", defaultTrials, 2, limits.trials);
    const seed = read.integer("seed", 1, 0, Number.MAX_SAFE_INTEGER);
    if (losses === null || read.issues.length > 0) return { kind: "refused", issues: read.issues };
    return planImportance({ losses, top, trials, seed });
  },
  piece: importancePiece,
  join: joinImportance,
};

function readTop(read: Parameters, { cascade, territory }: RunGround): Top {
  const by = read.consequence();
  if (read.has("asset")) {
    const id = read.text("asset");
    const asset = cascade.system.assetIds.indexOf(id);
    if (asset === -1) read.refuse("asset", id, `no asset ${id}; correct the id`);
    for (const name of ["by", "atLeast"]) {
      if (read.has(name)) read.refuse(name, name, "says nothing where an asset is looked at; leave one of them out");
    }
    return { kind: "down", asset };
  }
  if (by === "personHours" && territory.peopleServed.every((people) => Number.isNaN(people))) {
    read.refuse("by", by, "no asset of the dataset states people_served");
  }
  if (!read.has("atLeast")) return { kind: "expected", by };
  return { kind: "reaches", by, atLeast: read.amount("atLeast") };
}

function worldsOf(assets: number, parameters: unknown): number {
  if (assets <= mostEnumerated) return 2 ** assets;
  const stated =
    parameters !== null && typeof parameters === "object" && "trials" in parameters ? parameters.trials : null;
  return typeof stated === "number" ? stated : defaultTrials;
}
