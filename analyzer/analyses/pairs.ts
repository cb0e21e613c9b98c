import { joinPairs, pairsPiece, type PairsPart, type PairsPlan, planPairs } from "../measures/pairs/pairs.ts";
import { limits } from "../model/limits.ts";
import { Parameters } from "../run/parameters.ts";
import type { PiecedAnalysis } from "../run/protocol.ts";
import { secondsPerLoss } from "./loss-seconds.ts";
import { scanParameters } from "./scan-parameters.ts";

const defaultRows = 20;
const mostRows = 1000;
/** Pairs among so many assets are never too many. */
const mostAmong = Math.floor(Math.sqrt(2 * limits.pairRuns));

/** Pairs of assets lost together. */
export const pairs: PiecedAnalysis<PairsPlan, PairsPart> = {
  id: "pairs",
  title: "Pairs (N-2)",
  question:
    "Which two assets would be missed most if both were lost, and where does one no longer stand in for the other?",
  parameters: {
    type: "object",
    additionalProperties: false,
    properties: {
      ...scanParameters,
      among: {
        type: "integer",
        title: "Only pairs among so many assets, those whose loss alone is worst (all unless said)",
        minimum: 2,
        maximum: mostAmong,
        unit: "assets",
      },
      rows: {
        type: "integer",
        title: "Pairs to give",
        minimum: 1,
        maximum: mostRows,
        unit: "pairs",
        default: defaultRows,
      },
    },
  },
  outputs: "The pairs whose joint loss is worst, and those worse together than the sum of both; how many had to be run",
  cost: "Two cascades per asset, and one per pair whose losses meet and that is not ruled out",
  // How many losses meet is known only once they have been run; a tenth was measured.
  estimate: ({ assets }, parameters) => {
    const sources = amongOf(parameters) ?? assets;
    return secondsPerLoss * (2 * assets + Math.min(limits.pairRuns, (0.1 * sources * (sources - 1)) / 2));
  },
  limits: `At most ${limits.pairRuns} pairs whose losses meet; both lost at the same hour, wholly`,
  source: "model.md section 5; performance.md section 3.6",
  checked: "Equal to running every pair on random systems with networks, loops, buffers and groups",
  plan: (ground, parameters) => {
    const read = new Parameters(parameters, ["by", "hours", "horizonHours", "among", "rows"]);
    const count = ground.cascade.system.assetIds.length;
    if (count < 2) read.refuse("parameters", count, "a pair takes two assets; the dataset has fewer");
    const among = read.has("among") ? read.integer("among", 2, 2, Math.max(2, Math.min(count, mostAmong))) : null;
    const question = { ...read.rankQuestion(), among, rows: read.integer("rows", defaultRows, 1, mostRows) };
    return read.issues.length > 0 ? { kind: "refused", issues: read.issues } : planPairs(ground, question);
  },
  piece: pairsPiece,
  join: (ground, plan, parts) => {
    const joined = joinPairs(ground, plan, parts);
    if (joined.kind !== "tooMany") return joined;
    const read = new Parameters({}, ["among"]);
    const text = `${joined.meeting} pairs of losses or more meet, at most ${limits.pairRuns} are run; state up to ${mostAmong}`;
    read.refuse("among", plan.question.among, text);
    return { kind: "refused", issues: read.issues };
  },
};

function amongOf(parameters: unknown): number | null {
  const stated =
    parameters !== null && typeof parameters === "object" && "among" in parameters ? parameters.among : null;
  return typeof stated === "number" ? stated : null;
}
