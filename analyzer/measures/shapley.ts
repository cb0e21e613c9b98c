import { Chance, purposes } from "../algorithms/chance/chance.ts";
import { entityKeys } from "../algorithms/chance/entity-keys.ts";
import { shapleyValues } from "../algorithms/sets/shapley-value.ts";
import { compareIds } from "../model/dataset.ts";
import type { Consequence } from "../model/result.ts";
import type { PieceGround } from "./ground.ts";
import type { Watch } from "./watch.ts";
import { type Finished, pieceCount, pieceRange, type Round } from "./round.ts";
import { addCounts, known, type LossQuestion, type RunCount, SetLosses } from "./set-losses.ts";
import type { Interval } from "./statistics/interval.ts";
import { MeanEstimator } from "./statistics/mean-estimator.ts";
import { Moments } from "./statistics/moments.ts";

/** Up to so many assets every set of them is lost, above that orders are drawn. */
export const mostEnumeratedPlayers = 12;

/** The intervals hold the true value with this probability. */
const confidence = 0.9;

export interface ShapleyQuestion extends LossQuestion {
  /** Assets that are lost together, ascending, at least one. */
  readonly assets: Int32Array;
  /** Orders to draw where there are too many sets. */
  readonly orders: number;
  readonly seed: number;
}

export interface ShapleyPlan extends ShapleyQuestion {
  readonly method: "exact" | "orders";
}

/** What a piece found: the consequences of a range of sets; or, per order and asset, what the asset added. */
export interface ShapleyPart extends RunCount {
  readonly values: Float64Array;
}

export interface ShapleyRow {
  readonly rank: number;
  readonly id: string;
  /** The asset's part of the total. */
  readonly value: number;
  /** Null where the value is exact. */
  readonly interval: Interval | null;
  /** What its loss alone brings, and what it adds when all others are lost already; null where it is not known. */
  readonly alone: number | null;
  readonly last: number | null;
}

/** How the harm of a joint loss is shared among what is lost. */
export interface ShapleyResult extends RunCount {
  readonly kind: "shapley";
  readonly by: Consequence;
  readonly hours: number;
  readonly horizonHours: number;
  readonly method: "exact" | "orders";
  /** What all of them bring when they are lost together: the sum of the values. */
  readonly total: number;
  readonly confidence: number;
  /** Null where all sets were lost. */
  readonly orders: number | null;
  readonly seed: number | null;
  /** Assets of the dataset that state no people, where person-hours are asked: they are left out. */
  readonly assetsWithoutPeople: number;
  readonly rows: readonly ShapleyRow[];
}

const leastSets = 64;
const leastOrders = 4;

/**
 * Shapley values of assets for the consequence of losing them all (model.md section 5). Exact for at most
 * `mostEnumeratedPlayers` assets, else by drawn orders: in each, an asset's value is what its loss adds to the loss of those
 * before it. In an order assets stand by a draw keyed by their id, so that others' orders do not change with the list.
 *
 * Cost: 2^assets runs, or `assets` runs per order.
 */
export function planShapley(question: ShapleyQuestion): Round<ShapleyPlan> {
  const players = question.assets.length;
  const method = players <= mostEnumeratedPlayers ? "exact" : "orders";
  const pieces = method === "exact" ? pieceCount(2 ** players, leastSets) : pieceCount(question.orders, leastOrders);
  return { kind: "planned", plan: { ...question, method }, pieces };
}

/** One piece. Null where the caller aborted. */
export function shapleyPiece(ground: PieceGround, plan: ShapleyPlan, index: number, watch: Watch): ShapleyPart | null {
  const losses = new SetLosses(ground, plan);
  const values =
    plan.method === "exact"
      ? setValues(plan, index, losses, watch)
      : orderGains(plan, ground.cascade.system.assetIds, index, losses, watch);
  return values === null ? null : { values, ...losses.count };
}

function setValues({ assets }: ShapleyPlan, index: number, losses: SetLosses, watch: Watch): Float64Array | null {
  const [from, to] = pieceRange(2 ** assets.length, leastSets, index);
  const values = new Float64Array(to - from);
  for (let set = from; set < to; set += 1) {
    if (watch.aborted()) return null;
    values[set - from] = stated(losses.value(assets.filter((_, player) => ((set >>> player) & 1) === 1)));
    watch.progress(set - from + 1, to - from);
  }
  return values;
}

/** [order x asset] what each asset adds in each order of the piece. */
function orderGains(
  { assets, orders, seed }: ShapleyPlan,
  assetIds: readonly string[],
  index: number,
  losses: SetLosses,
  watch: Watch,
): Float64Array | null {
  const players = assets.length;
  const chance = new Chance(seed);
  const keys = entityKeys(Array.from(assets, (asset) => assetIds[asset]!));
  const draws = new Float64Array(players);
  const [from, to] = pieceRange(orders, leastOrders, index);
  const gains = new Float64Array((to - from) * players);
  for (let order = from; order < to; order += 1) {
    for (let player = 0; player < players; player += 1) {
      draws[player] = chance.uniform(purposes.sampling, keys[2 * player]!, keys[2 * player + 1]!, order);
    }
    const sequence = Int32Array.from(draws.keys()).sort((x, y) => draws[x]! - draws[y]! || x - y);
    let before = 0;
    for (let place = 0; place < players; place += 1) {
      if (watch.aborted()) return null;
      const total = stated(losses.value(sequence.subarray(0, place + 1).map((player) => assets[player]!)));
      gains[(order - from) * players + sequence[place]!] = total - before;
      before = total;
      watch.progress((order - from) * players + place + 1, gains.length);
    }
  }
  return gains;
}

/** Person-hours leave out assets that state no people, as a run's totals do. */
function stated(value: number): number {
  return known(value) ?? 0;
}

/** What the parts come to. */
export function joinShapley(
  ground: PieceGround,
  plan: ShapleyPlan,
  parts: readonly ShapleyPart[],
): Finished<ShapleyResult> {
  const players = plan.assets.length;
  const { by, hours, horizonHours, method } = plan;
  const found = method === "exact" ? fromSets(joinValues(parts), players) : fromOrders(joinValues(parts), plan);
  const { peopleServed } = ground.territory;
  const rows = found
    .map(({ value, interval, alone, last }, player) => ({
      id: ground.cascade.system.assetIds[plan.assets[player]!]!,
      value,
      interval,
      alone,
      last,
    }))
    .toSorted((x, y) => y.value - x.value || compareIds(x.id, y.id))
    .map((row, place) => ({ rank: place + 1, ...row }));
  const result: ShapleyResult = {
    kind: "shapley",
    by,
    hours,
    horizonHours,
    method,
    total: rows.reduce((sum, { value }) => sum + value, 0),
    confidence,
    orders: method === "exact" ? null : plan.orders,
    seed: method === "exact" ? null : plan.seed,
    assetsWithoutPeople: by === "personHours" ? peopleServed.filter((people) => Number.isNaN(people)).length : 0,
    rows,
    ...addCounts(parts),
  };
  return { kind: "done", result };
}

function joinValues(parts: readonly ShapleyPart[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { values }) => sum + values.length, 0));
  let at = 0;
  for (const { values } of parts) {
    whole.set(values, at);
    at += values.length;
  }
  return whole;
}

type Found = Pick<ShapleyRow, "value" | "interval" | "alone" | "last">;

function fromSets(values: Float64Array, players: number): Found[] {
  const all = values.length - 1;
  return Array.from(shapleyValues(values, players), (value, player) => ({
    value,
    interval: null,
    alone: values[1 << player]!,
    last: values[all]! - values[all ^ (1 << player)]!,
  }));
}

function fromOrders(gains: Float64Array, { assets, orders }: ShapleyPlan): Found[] {
  const estimator = new MeanEstimator(orders, confidence);
  return Array.from(assets, (_, player) => {
    const moments = new Moments();
    for (let at = player; at < gains.length; at += assets.length) moments.add(gains[at]!);
    const { mean, interval } = estimator.estimate(moments);
    return { value: mean, interval, alone: null, last: null };
  });
}
