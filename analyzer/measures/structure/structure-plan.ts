import { type StateClasses, stateClasses } from "../../algorithms/brandes/state-classes.ts";
import type { Digraph } from "../../algorithms/digraph/digraph.ts";
import { localityOrder } from "../../algorithms/digraph/locality-order.ts";
import { renumbered } from "../../algorithms/digraph/renumbered.ts";
import { reversed } from "../../algorithms/digraph/reversed.ts";
import { whoFailsWhom } from "../../algorithms/digraph/who-fails-whom.ts";
import { supplySources } from "../../algorithms/dominators/supply-sources.ts";
import type { Dataset } from "../../model/dataset.ts";
import { networkCommodity } from "../../model/dependency.ts";
import type { RunGround } from "../ground.ts";
import { pieceCount, type Round } from "../round.ts";

/** How betweenness is to be found. */
export interface BetweennessQuestion {
  readonly method: "auto" | "exact" | "sampled";
  /** Half width of the interval of a sampled betweenness, as a share of all ordered pairs of assets. */
  readonly errorShare: number;
  readonly confidence: number;
  readonly seed: number;
}

/** What every piece has to know. Places are positions in an order in which neighbours lie close together. */
export interface StructurePlan {
  /** [place] asset. */
  readonly order: Int32Array;
  readonly graph: Digraph;
  readonly predecessors: Digraph;
  readonly classes: StateClasses;
  /** [place] 1 where supply begins. */
  readonly isSource: Uint8Array;
  readonly question: BetweennessQuestion;
  /** Paths to draw, 0 where betweenness is exact. */
  readonly samples: number;
}

/** Pieces that are not about betweenness: PageRank, sole supply, cohesion. */
export const linearPieces = 3;

/** Betweenness is exact up to this many assets unless it is asked for. */
export const exactAssets = 20_000;
/** Sources or paths of a piece at least, and numbers that all parts together may hold. */
const leastPiece = 64;
const mostNumbers = 2 ** 25;

/** Plans the structural baselines of every asset. O(assets + dependencies + connections). */
export function planStructure({ dataset, territory }: RunGround, question: BetweennessQuestion): Round<StructurePlan> {
  const classes = stateClasses(territory.shareStart, territory.stateOf);
  return planGraph(whoFailsWhom(dataset), classes, knownSources(dataset), question);
}

/**
 * Plans the structural baselines of a graph by position. O(nodes + edges).
 *
 * @param isKnownSource [node] 1 for a node known to be a source of supply
 */
export function planGraph(
  byPosition: Digraph,
  classes: StateClasses,
  isKnownSource: Uint8Array,
  question: BetweennessQuestion,
): Round<StructurePlan> {
  const order = localityOrder(byPosition);
  const graph = renumbered(byPosition, order);
  const isSource = supplySources(byPosition, isKnownSource);
  const isSampled = question.method === "sampled" || (question.method === "auto" && order.length > exactAssets);
  const plan: StructurePlan = {
    order,
    graph,
    predecessors: reversed(graph),
    classes: { ...classes, classOf: order.map((asset) => classes.classOf[asset]!) },
    isSource: Uint8Array.from(order, (asset) => isSource[asset]!),
    question,
    samples: isSampled && order.length > 1 ? sampleCount(order.length, question) : 0,
  };
  return { kind: "planned", plan, pieces: linearPieces + pieceCount(betweennessItems(plan), betweennessPiece(plan)) };
}

/** Sources to search from, or paths to draw. */
export function betweennessItems({ samples, order }: StructurePlan): number {
  return samples > 0 ? samples : order.length;
}

/** How many of them a piece has at least: more where the parts would else be too much to hold. */
export function betweennessPiece(plan: StructurePlan): number {
  const mostPieces = Math.max(1, Math.floor(mostNumbers / Math.max(1, 2 * plan.order.length)));
  return Math.max(leastPiece, Math.ceil(betweennessItems(plan) / mostPieces));
}

/**
 * Paths to draw so that, with the confidence asked for, both kinds of betweenness of every asset are within the bound at
 * once: each is the mean of independent zeros and ones (Hoeffding 1963), of which there are two per asset (union bound).
 */
export function sampleCount(
  assets: number,
  { errorShare, confidence }: Pick<BetweennessQuestion, "errorShare" | "confidence">,
): number {
  return Math.ceil(Math.log((4 * assets) / (1 - confidence)) / (2 * errorShare ** 2));
}

/** [asset] 1 for assets that produce something and depend on no other asset. */
function knownSources({ assets, dependencies }: Dataset): Uint8Array {
  const dependents = new Set(
    dependencies.filter(({ provider }) => networkCommodity(provider) === null).map(({ dependent }) => dependent),
  );
  return Uint8Array.from(assets, ({ id, produces }) => ((produces ?? []).length > 0 && !dependents.has(id) ? 1 : 0));
}
