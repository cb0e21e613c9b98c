import type { Influence } from "../../algorithms/sets/influence.ts";
import type { System } from "../../system/system.ts";
import type { PieceGround } from "../ground.ts";
import { type LossQuestion, type RunCount, SetLosses } from "../set-losses.ts";
import type { Watch } from "../watch.ts";
import { detailWidth, writeDetail } from "./footprints.ts";

/** The losses of some assets, each alone, in order: what they brought, and how many of them came by each node. */
export interface SingleLosses extends RunCount {
  readonly value: Float64Array;
  readonly detail: Float64Array;
  /** [node of the influence graph] */
  readonly crowd: Int32Array;
}

/** What the losses of some assets, each alone, came by, in order. */
export interface SingleTrails extends RunCount {
  /** How many nodes of the influence graph each came by, and these nodes. */
  readonly nodeCounts: Int32Array;
  readonly nodes: Int32Array;
}

/** Loses assets, each alone. Null where the caller aborted. Cost: a cascade per asset. */
export function singleLosses(
  ground: PieceGround,
  question: LossQuestion,
  influence: Influence,
  assets: Int32Array,
  watch: Watch,
): SingleLosses | null {
  const { cascade, territory } = ground;
  const losses = new SetLosses(ground, question);
  const trail = new Trail(cascade.system, influence);
  const width = detailWidth(question.by, territory);
  const value = new Float64Array(assets.length);
  const detail = new Float64Array(assets.length * width);
  const crowd = new Int32Array(influence.nodeCount);
  for (const [at, asset] of assets.entries()) {
    if (watch.aborted()) return null;
    value[at] = losses.value([asset]);
    if (width > 0) writeDetail(question.by, asset, losses.tally, territory, detail, at * width);
    trail.of(asset, cascade.state.touched, (node) => {
      crowd[node]! += 1;
    });
    watch.progress(at + 1, assets.length);
  }
  return { value, detail, crowd, ...losses.count };
}

/**
 * Loses assets again and notes what each came by. Null where the caller aborted.
 *
 * A loss *comes by* an asset when the engine had to look at it, and by a connected part of a network when the lost asset
 * stands in it or a producer of it was looked at. Two losses that come by nothing in common do not meet: no asset has an
 * input that both of them change, no island has a producer or a cut of both, so that lost together each runs exactly as it
 * does alone. For, instant by instant, every rule reads only what it read in one of the two runs: of the inputs of an asset
 * that the first came by none is changed by the second.
 *
 * Cost: a cascade per asset.
 */
export function singleTrails(
  ground: PieceGround,
  question: LossQuestion,
  influence: Influence,
  assets: Int32Array,
  watch: Watch,
): SingleTrails | null {
  const { cascade } = ground;
  const losses = new SetLosses(ground, question);
  const trail = new Trail(cascade.system, influence);
  const nodeCounts = new Int32Array(assets.length);
  const nodes: number[] = [];
  for (const [at, asset] of assets.entries()) {
    if (watch.aborted()) return null;
    losses.run([asset]);
    const before = nodes.length;
    trail.of(asset, cascade.state.touched, (node) => nodes.push(node));
    nodeCounts[at] = nodes.length - before;
    watch.progress(at + 1, assets.length);
  }
  return { nodeCounts, nodes: Int32Array.from(nodes), ...losses.count };
}

/** Tells the nodes that runs came by. */
class Trail {
  private readonly toldIn: Int32Array;
  private run = 0;

  constructor(
    private readonly system: System,
    private readonly influence: Influence,
  ) {
    this.toldIn = new Int32Array(influence.nodeCount);
  }

  /** Every node once. */
  of(lost: number, looked: readonly number[], tell: (node: number) => void): void {
    const { assetNetworkStart, assetNetwork, assetNode, networks } = this.system;
    this.run += 1;
    for (const asset of looked) {
      this.tellOnce(asset, tell);
      for (let at = assetNetworkStart[asset]!; at < assetNetworkStart[asset + 1]!; at += 1) {
        const [network, node] = [assetNetwork[at]!, assetNode[at]!];
        const produces = networks[network]?.nodeMember[node] === -1;
        if (asset === lost || produces) this.tellOnce(this.influence.partOf[network]![node]!, tell);
      }
    }
  }

  private tellOnce(node: number, tell: (node: number) => void): void {
    if (this.toldIn[node] === this.run) return;
    this.toldIn[node] = this.run;
    tell(node);
  }
}
