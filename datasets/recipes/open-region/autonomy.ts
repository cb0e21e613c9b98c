import { type Dependency, dependencyAttributes } from "../../../analyzer/index.ts";

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
  { kind: "hospital", group: "power", bufferHours: 48, loss: 1, why: "emergency power for 48 to 96 h" },
  { kind: "hospital", group: "water", bufferHours: 24, loss: 0.1, why: "weak rule: other water is likely" },
  { kind: "hospital", group: "air-access", bufferHours: 0, loss: 0.05, why: "weak rule: most patients come by road" },
  { kind: "railway station", group: "power", bufferHours: 0, loss: 1, why: "signals and trains stop" },
  { kind: "foreign trade", group: "sea-access", bufferHours: 168, loss: 0.5, why: "stores, and ways by land" },
  { kind: "port", group: "power", bufferHours: 0, loss: 1, why: "cranes have no emergency power (0 to 4 h)" },
  { kind: "fertiliser plant", group: "power", bufferHours: 0, loss: 1, why: "stops at once" },
  { kind: "fertiliser plant", group: "gas", bufferHours: 0, loss: 1, why: "gas is the feedstock" },
  { kind: "fertiliser plant", group: "sea-access", bufferHours: 72, loss: 0.5, why: "stores, and a way by land" },
  { kind: "power plant", group: "gas", bufferHours: 0, loss: 1, why: "no second fuel is known" },
  { kind: "power plant", group: "water", bufferHours: 0, loss: 1, why: "the head of its own reservoir" },
  { kind: "power plant", group: "cooling-water", bufferHours: 0, loss: 0.1, why: "weak rule: other water is likely" },
  { kind: "city", group: "health", bufferHours: 0, loss: 0.2, why: "hospitals are a part of what a city is for" },
  { kind: "city", group: "payments", bufferHours: 24, loss: 0.2, why: "cash for a day" },
  { kind: "city", group: "air-access", bufferHours: 0, loss: 0.05, why: "travel is a small part of a city" },
  { kind: "city", group: "sea-access", bufferHours: 48, loss: 0.1, why: "shop stocks of 2 to 3 days" },
  { kind: "city", group: "water", bufferHours: 12, loss: 0.1, why: "weak rule; water works store 12 to 24 h" },
];

/**
 * The columns in which a need of a kind differs from the engine's defaults (0 h, loss 1), and their names, for `assumed`.
 * Throws where the table has no row: every rule needs one.
 */
export function autonomyColumns(
  kind: string,
  group: string,
): { readonly columns: Pick<Dependency, "bufferHours" | "loss">; readonly assumed: readonly string[] } {
  const { bufferHours, loss } = autonomyOf(kind, group);
  const columns = { ...(bufferHours > 0 ? { bufferHours } : {}), ...(loss < 1 ? { loss } : {}) };
  const assumed = dependencyAttributes.filter(({ name }) => Object.hasOwn(columns, name)).map(({ column }) => column);
  return { columns, assumed };
}

function autonomyOf(kind: string, group: string): Autonomy {
  const found = autonomies.find((row) => row.kind === kind && row.group === group);
  if (found === undefined) throw new Error(`the table of autonomies lacks ${kind}, ${group}`);
  return found;
}
