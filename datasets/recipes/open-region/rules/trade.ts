import type { Dependency } from "../../../../analyzer/index.ts";
import { addAsset, assetOf, assetsOfKind, type Draft, roundedKm, stateOf } from "../draft.ts";
import type { TradeShare } from "../sources/trade-shares.ts";
import { need, type Rule } from "./rule.ts";

/** The kind of the one node that stands for the foreign trade of a State. */
const tradeKind = "foreign trade";

/**
 * T1: the foreign trade of a State takes the share of its imports that comes from a partner as its loss when the partner's
 * trade is down, each partner in a group of its own, `imports-XX`. Observed; confidence 1. Source: `world-factbook`, the
 * year in `x_as_of`. The node stands at the capital, which is assumed.
 */
export function joinTrade(draft: Draft, shares: readonly TradeShare[], stateName: (code: string) => string): void {
  for (const state of new Set(shares.flatMap((each) => [each.state, each.partner]))) {
    const seat = draft.assets.get(`fin:${state}`);
    if (seat === undefined) {
      draft.notes.push(`T1: ${state} has no capital in the data: its trade is left out`);
      continue;
    }
    addAsset(draft, {
      id: tradeOf(state),
      name: `Foreign trade of ${stateName(state)}`,
      sector: "supply",
      kind: tradeKind,
      states: [{ state, share: 1 }],
      lon: seat.lon,
      lat: seat.lat,
      source: "world-factbook",
      licence: "public domain",
      assumed: ["name", "lon", "lat"],
    });
  }
  for (const { state, partner, share, year } of shares) {
    const [from, to] = [tradeOf(partner), tradeOf(state)];
    if (!draft.assets.has(from) || !draft.assets.has(to)) continue;
    draft.dependencies.push(importsOf(draft, from, to, `imports-${partner}`, share, year));
  }
}

function importsOf(
  draft: Draft,
  provider: string,
  dependent: string,
  group: string,
  loss: number,
  year: string,
): Dependency {
  return {
    id: `T1:${provider}>${dependent}`,
    provider,
    dependent,
    kind: "logical",
    commodity: "goods",
    group,
    loss,
    distanceKm: roundedKm(assetOf(draft, provider), assetOf(draft, dependent)),
    method: "observed",
    ruleId: "T1",
    confidence: 1,
    source: "world-factbook",
    extra: { x_as_of: year },
  };
}

/** T2: the ports of a State carry its foreign trade, in equal parts. Group `sea-access`. Weak: confidence 0.3. */
export const t2: Rule = {
  id: "T2",
  title: "ports to foreign trade (weak)",
  group: "sea-access",
  settable: [],
  join(draft) {
    for (const trade of assetsOfKind(draft, tradeKind)) {
      const ports = assetsOfKind(draft, "port").filter((port) => stateOf(port) === stateOf(trade));
      for (const port of ports) {
        draft.dependencies.push(
          need(draft, port.id, trade.id, 0.3, {
            ruleId: "T2",
            kind: "physical",
            commodity: "sea-freight",
            group: "sea-access",
            ...(ports.length > 1 ? { share: 1 / ports.length } : {}),
          }),
        );
      }
    }
  },
};

function tradeOf(state: string): string {
  return `trade:${state}`;
}
