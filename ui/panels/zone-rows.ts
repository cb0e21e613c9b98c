import { compareIds, type ZoneFlowRow, type ZoneResult, type ZoneTable } from "../../analyzer/index.ts";

/** One State's part of a network at one time; parts that lie in different islands are put together. */
export interface ZoneSide {
  readonly production: number;
  readonly demand: number;
  /** Share of the demand that is met, null where nothing is asked. */
  readonly met: number | null;
}

/** One State before the loss and when least demand was met; null on a side it has no part in. */
export interface ZoneStateRow {
  readonly code: string;
  readonly before: ZoneSide | null;
  readonly worst: ZoneSide | null;
}

/** What one State sends another; null on a side on which nothing is sent. */
export interface ZoneSendRow {
  readonly from: string;
  readonly to: string;
  readonly before: ZoneFlowRow | null;
  readonly worst: ZoneFlowRow | null;
}

/** States by what they lose of the demand that is met, the most first; equal ones by code. */
export function zoneStateRows({ before, worst }: ZoneResult): readonly ZoneStateRow[] {
  const sides = [sidesOf(before), worst === null ? new Map<string, ZoneSide>() : sidesOf(worst)] as const;
  const codes = [...new Set(sides.flatMap((side) => [...side.keys()]))].sort(compareIds);
  const rows = codes.map((code) => ({ code, before: sides[0].get(code) ?? null, worst: sides[1].get(code) ?? null }));
  if (worst === null) return rows;
  // In millionths: what only rounding tells apart is equal.
  const lost = (row: ZoneStateRow) => Math.round(1e6 * ((row.before?.met ?? 0) - (row.worst?.met ?? 0)));
  return rows.sort((a, b) => lost(b) - lost(a) || compareIds(a.code, b.code));
}

function sidesOf({ zones }: ZoneTable): Map<string, ZoneSide> {
  const sums = new Map<string, { production: number; demand: number; got: number }>();
  for (const { code, production, demand, share } of zones) {
    const sum = sums.get(code) ?? { production: 0, demand: 0, got: 0 };
    sums.set(code, {
      production: sum.production + production,
      demand: sum.demand + demand,
      got: sum.got + share * demand,
    });
  }
  return new Map(
    [...sums].map(([code, { production, demand, got }]) => [
      code,
      { production, demand, met: demand > 0 ? got / demand : null },
    ]),
  );
}

/** Every pair of States of which one sends the other something on a side: where a limit holds at the worst first, then the largest amount. */
export function zoneSendRows({ before, worst }: ZoneResult): readonly ZoneSendRow[] {
  const rows = new Map<string, ZoneSendRow>();
  const put = (flow: ZoneFlowRow, side: "before" | "worst") => {
    const key = JSON.stringify([flow.from, flow.to]);
    const row = rows.get(key) ?? { from: flow.from, to: flow.to, before: null, worst: null };
    const known = row[side];
    rows.set(key, { ...row, [side]: known === null ? flow : joined(known, flow) });
  };
  for (const flow of before.flows) put(flow, "before");
  for (const flow of worst?.flows ?? []) put(flow, "worst");
  const holds = (row: ZoneSendRow) => (row.worst?.binds === true ? 1 : 0);
  const most = ({ before: b, worst: w }: ZoneSendRow) => Math.max(b?.amount ?? 0, w?.amount ?? 0);
  return [...rows.values()]
    .filter((row) => most(row) > 0 || row.before?.binds === true || row.worst?.binds === true)
    .sort((a, b) => holds(b) - holds(a) || most(b) - most(a) || compareIds(a.from, b.from) || compareIds(a.to, b.to));
}

/** The same two States in two islands. */
function joined(a: ZoneFlowRow, b: ZoneFlowRow): ZoneFlowRow {
  return {
    ...a,
    amount: a.amount + b.amount,
    capacity: a.capacity === null || b.capacity === null ? null : a.capacity + b.capacity,
    binds: a.binds || b.binds,
  };
}
