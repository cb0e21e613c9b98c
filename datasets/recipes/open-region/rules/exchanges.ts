import type { Draft } from "../draft.ts";
import type { RawFiles } from "../../raw-files.ts";
import type { Exchange } from "../sources/exchanges.ts";
import { gridOf } from "./national-grids.ts";

/**
 * X1: an exchange of electricity between two States connects their national grids, as observed, with its MW where they are
 * stated. A pair that an interconnector of the region file joins already is left to it. Confidence 1 for the connection.
 * Source: `electricitymaps`.
 */
export function joinExchanges(draft: Draft, raw: RawFiles, file: string, exchanges: readonly Exchange[]): void {
  const joined = new Set(
    draft.connections.filter(({ ruleId }) => ruleId === "G4").map(({ a, b }) => [a, b].sort().join()),
  );
  for (const { id, a, b, mw } of exchanges) {
    const [from, to] = [gridOf(a), gridOf(b)];
    if (!draft.assets.has(from) || !draft.assets.has(to)) raw.leaveOut(file, "an end outside the region");
    else if (joined.has([from, to].sort().join())) raw.leaveOut(file, "a pair that the region file states");
    else {
      draft.connections.push({
        id: `X1:${id}`,
        a: from,
        b: to,
        commodity: "electricity",
        ...(mw === null ? {} : { capacity: mw, unit: "MW" }),
        method: "observed",
        ruleId: "X1",
        confidence: 1,
        source: "electricitymaps",
      });
    }
  }
}
