import type { Draft } from "../draft.ts";
import type { Region } from "../region.ts";
import { gridOf } from "./national-grids.ts";

/**
 * G4: a line between two States that the region file states, with its MW both ways where they are known, connects their
 * national grids. Authored; the confidence is the file's, the note is kept in `x_note`, the year in `x_as_of`.
 */
export function joinInterconnectors(draft: Draft, lines: NonNullable<Region["interconnectors"]>): void {
  for (const { id, name, a, b, mw, asOf, confidence, note } of lines) {
    const [from, to] = [gridOf(a), gridOf(b)];
    if (!draft.assets.has(from) || !draft.assets.has(to)) {
      draft.notes.push(`G4: ${id} has an end in a State without a national grid`);
      continue;
    }
    draft.connections.push({
      id: `G4:${id}`,
      a: from,
      b: to,
      commodity: "electricity",
      ...(mw === undefined ? {} : { capacity: mw, unit: "MW" }),
      method: "authored",
      ruleId: "G4",
      confidence,
      source: "authored",
      extra: { x_as_of: asOf, x_name: name, x_note: note },
    });
  }
}
