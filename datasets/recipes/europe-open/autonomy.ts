/** How long a kind of asset runs without a service, and what it loses when the service stays away. */
interface Autonomy {
  /** Kind of the dependent. */
  readonly kind: string;
  /** Input group, named after the service. */
  readonly group: string;
  /** Hours on its own: battery, diesel, tank, stock, deferred work. */
  readonly bufferHours: number;
  /** Share of function lost after that, 0..1. */
  readonly loss: number;
  readonly why: string;
}

/**
 * The default autonomy of every kind: assumed, none of it measured; replace it here. Of a range in the literature the
 * lower end is taken. What differs from the engine's own defaults (0 h, loss 1) is marked `assumed` on the rows.
 */
export const autonomies: readonly Autonomy[] = [
  { kind: "payment system", group: "power", bufferHours: 72, loss: 1, why: "emergency power for 72 h" },
  { kind: "payment system", group: "settlement", bufferHours: 24, loss: 1, why: "settlement put off by a day" },
  { kind: "airport", group: "power", bufferHours: 12, loss: 1, why: "emergency power for 12 to 24 h" },
  { kind: "port", group: "power", bufferHours: 0, loss: 1, why: "cranes have no emergency power (0 to 4 h)" },
  { kind: "fertiliser plant", group: "power", bufferHours: 0, loss: 1, why: "stops at once" },
  { kind: "fertiliser plant", group: "gas", bufferHours: 0, loss: 1, why: "gas is the feedstock" },
  { kind: "fertiliser plant", group: "sea-access", bufferHours: 72, loss: 0.5, why: "stores, and a way by land" },
  { kind: "power plant", group: "gas", bufferHours: 0, loss: 1, why: "no second fuel is known" },
  { kind: "power plant", group: "water", bufferHours: 0, loss: 1, why: "the head of its own reservoir" },
  { kind: "power plant", group: "cooling-water", bufferHours: 0, loss: 0.1, why: "weak rule: other water is likely" },
  { kind: "city", group: "payments", bufferHours: 24, loss: 0.2, why: "cash for a day" },
  { kind: "city", group: "air-access", bufferHours: 0, loss: 0.05, why: "travel is a small part of a city" },
  { kind: "city", group: "sea-access", bufferHours: 48, loss: 0.1, why: "shop stocks of 2 to 3 days" },
  { kind: "city", group: "water", bufferHours: 12, loss: 0.1, why: "weak rule; water works store 12 to 24 h" },
];

/** The autonomy of a kind in an input group. Throws where the table has no row: every rule needs one. */
export function autonomyOf(kind: string, group: string): Autonomy {
  const found = autonomies.find((row) => row.kind === kind && row.group === group);
  if (found === undefined) throw new Error(`the table of autonomies lacks ${kind}, ${group}`);
  return found;
}
