import { portfolioAims } from "../measures/portfolio/portfolio-result.ts";
import {
  joinPortfolio,
  planPortfolio,
  type PortfolioPart,
  portfolioPiece,
  type PortfolioPlan,
} from "../measures/portfolio/portfolio.ts";
import { limits } from "../model/limits.ts";
import { Parameters } from "../run/parameters.ts";
import type { PiecedAnalysis } from "../run/protocol.ts";
import { secondsPerLoss } from "./loss-seconds.ts";
import { scanParameters } from "./scan-parameters.ts";

const defaults = { k: 3, losses: 20, among: 30 } as const;
const mostLosses = 200;
const mostAmong = 200;

/** Backups against the worst losses. */
export const portfolio: PiecedAnalysis<PortfolioPlan, PortfolioPart> = {
  id: "portfolio",
  title: "Protection portfolio",
  question: "Which few backups would take the most away from the worst losses?",
  parameters: {
    type: "object",
    additionalProperties: false,
    properties: {
      k: {
        type: "integer",
        title: "How many backups",
        minimum: 1,
        maximum: limits.setSize,
        unit: "backups",
        default: defaults.k,
      },
      aim: {
        type: "string",
        title: "What they are to lower of the listed losses",
        enum: portfolioAims,
        default: "worst",
      },
      ...scanParameters,
      losses: {
        type: "integer",
        title: "How many of the worst losses are listed",
        minimum: 1,
        maximum: mostLosses,
        unit: "losses",
        default: defaults.losses,
      },
      among: {
        type: "integer",
        title: "Also list pairs among so many assets, those whose loss alone is worst (0 or 1 for none)",
        minimum: 0,
        maximum: mostAmong,
        unit: "assets",
        default: defaults.among,
      },
    },
  },
  outputs:
    "Backups one after another with what is left of the listed losses; the best portfolio and the gap where found",
  cost: "N cascades, one per pair, and per backup one for every listed loss and asset that it lowers",
  // How many assets a loss lowers is known only once it has been run; ten were measured.
  estimate: ({ assets }, parameters) => {
    const { k, losses, among } = { ...defaults, ...numbersOf(parameters) };
    return secondsPerLoss * (assets + (among * (among - 1)) / 2 + (k + 1) * losses * 10);
  },
  limits: "Measured by the listed losses only; a backup is taken to be perfect and to be at hand at once",
  source: "model.md section 5; security.md section 4.4",
  checked: "Equal to trying every backup for every pick, never better than the best portfolio, on random systems",
  plan: (ground, parameters) => {
    const read = new Parameters(parameters, ["k", "aim", "by", "hours", "horizonHours", "losses", "among"]);
    const question = {
      ...read.rankQuestion(),
      backups: read.integer("k", defaults.k, 1, limits.setSize),
      aim: read.oneOf("aim", "worst", portfolioAims),
      losses: read.integer("losses", defaults.losses, 1, mostLosses),
      among: read.integer("among", defaults.among, 0, mostAmong),
    };
    const count = ground.cascade.system.assetIds.length;
    if (read.issues.length === 0 && question.backups > count) {
      read.refuse("k", question.backups, `the dataset has only ${count} assets`);
    }
    return read.issues.length > 0 ? { kind: "refused", issues: read.issues } : planPortfolio(ground, question);
  },
  piece: portfolioPiece,
  join: joinPortfolio,
};

function numbersOf(parameters: unknown): { k?: number; losses?: number; among?: number } {
  return Object.fromEntries(Object.entries(parameters ?? {}).filter(([, value]) => typeof value === "number"));
}
