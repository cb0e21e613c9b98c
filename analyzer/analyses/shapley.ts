import {
  joinShapley,
  mostEnumeratedPlayers,
  planShapley,
  type ShapleyPart,
  shapleyPiece,
  type ShapleyPlan,
} from "../measures/shapley.ts";
import { limits } from "../model/limits.ts";
import { Parameters } from "../run/parameters.ts";
import type { PiecedAnalysis } from "../run/protocol.ts";
import { secondsPerLoss } from "./loss-seconds.ts";
import { scanParameters } from "./scan-parameters.ts";

const defaultOrders = 200;

/** How the harm of a joint loss is shared among what is lost. */
export const shapley: PiecedAnalysis<ShapleyPlan, ShapleyPart> = {
  id: "shapley",
  title: "Shares of a joint loss",
  question: "If all of these were lost together, how much of the harm is each one's share?",
  parameters: {
    type: "object",
    required: ["ids"],
    additionalProperties: false,
    properties: {
      ids: { type: "array", items: { type: "string" }, minItems: 1, title: "Assets that are lost together" },
      ...scanParameters,
      orders: {
        type: "integer",
        title: `Orders to draw where there are more than ${mostEnumeratedPlayers} assets`,
        minimum: 2,
        maximum: limits.trials,
        unit: "orders",
        default: defaultOrders,
      },
      seed: {
        type: "integer",
        title: "Seed of the orders",
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        unit: "number",
        default: 1,
      },
    },
  },
  outputs:
    "Per asset its Shapley value, with a 90 % interval where orders were drawn; the values sum to the joint loss",
  cost: `2^n cascades for n assets up to ${mostEnumeratedPlayers}, n per order above`,
  estimate: (_, parameters) => secondsPerLoss * runsOf(parameters),
  limits: `At most ${limits.trials} cascades; all assets are lost at the same hour, wholly`,
  source: "model.md section 5; Shapley 1953; Castro, Gomez, Tejada 2009 for drawn orders",
  checked:
    "Values sum to the joint loss, equals get the same, an asset that adds nothing gets nothing; drawn against exact",
  plan: (ground, parameters) => {
    const read = new Parameters(parameters, ["ids", "by", "hours", "horizonHours", "orders", "seed"]);
    const ids = read.ids("ids");
    const positions = new Map(ground.cascade.system.assetIds.map((id, position) => [id, position]));
    for (const id of ids) if (!positions.has(id)) read.refuse("ids", id, `no asset ${id}; correct the id`);
    const assets = Int32Array.from(new Set(ids), (id) => positions.get(id) ?? -1).sort();
    if (ids.length === 0) read.refuse("ids", ids, "must name at least one asset");
    const question = { ...read.rankQuestion(), assets, ...readOrders(read, assets.length) };
    const noPeople = ground.territory.peopleServed.every((people) => Number.isNaN(people));
    if (question.by === "personHours" && noPeople) {
      read.refuse("by", question.by, "no asset of the dataset states people_served");
    }
    return read.issues.length > 0 ? { kind: "refused", issues: read.issues } : planShapley(question);
  },
  piece: shapleyPiece,
  join: joinShapley,
};

function readOrders(read: Parameters, players: number): { orders: number; seed: number } {
  const orders = read.integer("orders", defaultOrders, 2, limits.trials);
  if (players > mostEnumeratedPlayers && orders * players > limits.trials) {
    read.refuse("orders", orders, `${orders} orders of ${players} assets are more than ${limits.trials} cascades`);
  }
  return { orders, seed: read.integer("seed", 1, 0, Number.MAX_SAFE_INTEGER) };
}

function runsOf(parameters: unknown): number {
  const { ids, orders } = (parameters ?? {}) as { readonly ids?: unknown; readonly orders?: unknown };
  const players = Array.isArray(ids) ? ids.length : 0;
  if (players <= mostEnumeratedPlayers) return 2 ** players;
  return players * (typeof orders === "number" ? orders : defaultOrders);
}
