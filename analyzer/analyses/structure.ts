import { joinStructure } from "../measures/structure/join-structure.ts";
import { type StructurePart, structurePiece } from "../measures/structure/structure-piece.ts";
import { exactAssets, planStructure, sampleCount, type StructurePlan } from "../measures/structure/structure-plan.ts";
import type { RunGround } from "../measures/ground.ts";
import { Parameters } from "../run/parameters.ts";
import type { DatasetSize, PiecedAnalysis, Planned, Refused } from "../run/protocol.ts";
import { confidenceSchema, readConfidence, readSeed, seedSchema } from "./trial-parameters.ts";

const methods = ["auto", "exact", "sampled"] as const;
const defaultErrorShare = 0.01;
const leastErrorShare = 0.002;
const mostErrorShare = 0.5;

/** Structural baselines. */
export const structure: PiecedAnalysis<StructurePlan, StructurePart> = {
  id: "structure",
  title: "Structural baselines",
  question: "Where does each asset stand in the graph, whatever it does?",
  parameters: {
    type: "object",
    additionalProperties: false,
    properties: {
      betweenness: {
        type: "string",
        title: "How betweenness is found (auto: exact up to 20,000 assets, sampled above)",
        enum: methods,
        default: "auto",
      },
      errorShare: {
        type: "number",
        title: "Sampled: how far off it may be at most",
        minimum: leastErrorShare,
        maximum: mostErrorShare,
        unit: "share of all ordered pairs of assets",
        default: defaultErrorShare,
      },
      confidence: confidenceSchema,
      seed: seedSchema,
    },
  },
  outputs:
    "Per asset degree, betweenness, cross-border betweenness (pairs that share no State), PageRank, core number, articulation point, bridges, strong component, sole supplier and how many it solely supplies",
  cost: "N x M steps for exact betweenness: about 2 s for 10,000 assets and 40,000 edges on one core; a sample of paths above 20,000 assets",
  estimate: structureSeconds,
  limits:
    "Shape only: agrees with a cascade only mildly. Joint assets: a pair counts as cross-border where its ends share no State. Sole supply is supply reachability from producers that depend on nothing and from loops fed from outside the data; groups, buffers and levels are not looked at",
  source:
    "model.md section 5; Brandes 2001; Borassi and Natale 2019; Hoeffding 1963; Page and Brin 1998; Batagelj and Zaversnik 2003; Hopcroft and Tarjan 1973; Georgiadis 2005",
  checked:
    "Karate club, Les Miserables and Florentine families (four libraries agree); closed forms of star, path and cycle; definitions on 1,000 random graphs each",
  plan: planned,
  piece: (_, plan, index, host) => structurePiece(plan, index, host),
  join: (ground, plan, parts) => ({
    kind: "done",
    result: joinStructure(ground.cascade.system.assetIds, plan, parts),
  }),
};

function planned(ground: RunGround, parameters: unknown): Planned<StructurePlan> | Refused {
  const read = new Parameters(parameters, ["betweenness", "errorShare", "confidence", "seed"]);
  const errorShare = read.share("errorShare", defaultErrorShare);
  if (errorShare < leastErrorShare || errorShare > mostErrorShare) {
    read.refuse("errorShare", errorShare, `must be from ${leastErrorShare} to ${mostErrorShare}`);
  }
  const question = {
    method: read.oneOf("betweenness", "auto", methods),
    errorShare,
    confidence: readConfidence(read),
    seed: readSeed(read),
  };
  if (read.issues.length > 0) return { kind: "refused", issues: read.issues };
  return planStructure(ground, question);
}

/** Seconds per source and edge; per path drawn on real graphs (on a chain it is the whole chain); per edge for the rest. */
const sourceSeconds = 5e-9;
const pathSeconds = 2e-5;
const edgeSeconds = 1e-5;

function structureSeconds({ assets, dependencies, connections }: DatasetSize, parameters: unknown): number {
  const edges = assets + dependencies + 2 * connections;
  const { betweenness, errorShare } = (parameters ?? {}) as { betweenness?: unknown; errorShare?: unknown };
  const isSampled = betweenness === "sampled" || (betweenness !== "exact" && assets > exactAssets);
  const share = typeof errorShare === "number" ? errorShare : defaultErrorShare;
  const question = { errorShare: share, confidence: confidenceSchema.default };
  const paths = isSampled ? pathSeconds * sampleCount(assets, question) : sourceSeconds * assets * edges;
  return paths + edgeSeconds * edges;
}
