import { addAsset, type Draft } from "../draft.ts";
import type { Region } from "../region.ts";
import { need } from "./rule.ts";

/**
 * O5: the payment systems of the members settle in a common system, as the region file says. Group `settlement`.
 * Confidence 1. Source: `authored`, a fact with its note.
 */
export function joinSettlement(
  draft: Draft,
  { id, name, state, lon, lat, members, note }: NonNullable<Region["settlement"]>,
): void {
  addAsset(draft, {
    id,
    name,
    sector: "finance",
    kind: "payment system",
    states: [{ state, share: 1 }],
    lon,
    lat,
    source: "authored",
    licence: "Apache-2.0",
    extra: { x_note: note },
  });
  for (const member of members.map((code) => `fin:${code}`)) {
    if (!draft.assets.has(member)) {
      draft.notes.push(`O5: ${member} is no payment system of the dataset`);
      continue;
    }
    draft.dependencies.push(
      need(draft, id, member, 1, {
        ruleId: "O5",
        kind: "cyber",
        commodity: "payments",
        group: "settlement",
        method: "observed",
      }),
    );
  }
}
