import type { CommodityAmount } from "../model/asset.ts";
import type { Issue } from "../model/issue.ts";
import type { Facts } from "./facts.ts";
import { descriptionIssue, rowIssue } from "./make-issue.ts";

/** Where sums of amounts count as equal. */
const tolerance = 1e-9;

/** Can every island of a network feed itself? Tells networks and islands without a producer, and islands that ask for more than they produce. */
export function checkIslandSupply(facts: Facts): Issue[] {
  return [...facts.islands].flatMap(([commodity, { members }]) => {
    const produced = members.map((island) => amounts(facts, island, "produces", commodity));
    if (produced.every((list) => list.length === 0)) return [networkWithoutProducer(facts, commodity)];
    return members.flatMap((island, index) => islandIssues(facts, commodity, island, produced[index] ?? []));
  });
}

function amounts(facts: Facts, island: readonly number[], side: "produces" | "consumes", commodity: string) {
  return island.flatMap((asset) =>
    (facts.dataset.assets[asset]?.[side] ?? []).filter((amount) => amount.commodity === commodity),
  );
}

function networkWithoutProducer({ context }: Facts, commodity: string): Issue {
  return descriptionIssue(context, {
    code: "NETWORK_WITHOUT_PRODUCER",
    value: commodity,
    text: `No asset produces ${commodity}: its network binds nobody and only tells who is connected.`,
  });
}

function islandIssues(
  facts: Facts,
  commodity: string,
  island: readonly number[],
  produced: readonly CommodityAmount[],
): Issue[] {
  const first = island[0] ?? 0;
  const name = facts.dataset.assets[first]?.id ?? "";
  const who = island.length === 1 ? name : `${name} and ${island.length - 1} more`;
  if (produced.length === 0) {
    const text = `The ${commodity} island of ${who} has no producer: it counts as fed from outside the data, and never fails.`;
    const found = { code: "ISLAND_WITHOUT_PRODUCER", column: "produces", text } as const;
    return [rowIssue(facts.context, "assets", first, found)];
  }
  if (produced.some(({ amount }) => amount === undefined)) return [];
  const sum = (list: readonly CommodityAmount[]) => list.reduce((total, { amount }) => total + (amount ?? 0), 0);
  const supply = sum(produced);
  const demand = sum(amounts(facts, island, "consumes", commodity));
  if (demand <= supply + tolerance) return [];
  const text = `The ${commodity} island of ${who} asks for ${demand} but produces ${supply}: levels count from that state as normal.`;
  const found = { code: "ISLAND_DEMAND_ABOVE_SUPPLY", column: "consumes", value: demand, text } as const;
  return [rowIssue(facts.context, "assets", first, found)];
}
