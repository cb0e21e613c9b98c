import type { Term } from "../../../analyzer/index.ts";

/** Carriers of buses that are commodities of ours by another name. */
const commodities: readonly (readonly [RegExp, string])[] = [
  [/^(|ac|dc|electricity|elec|low voltage)$/iu, "electricity"],
  [/^(gas|natural gas|ch4|methane)$/iu, "gas"],
  [/^(h2|hydrogen)$/iu, "hydrogen"],
  [/heat/iu, "heat"],
  [/^oil$/iu, "oil"],
  [/^(nh3|ammonia)$/iu, "ammonia"],
];
/** What a megawatt is in the unit of the commodity; of those in tonnes the amount stays unknown. */
const perMegawatt: Readonly<Record<string, number | null>> = { gas: 24 / 1000, oil: null, ammonia: null };

/** What buses carry, in our words. A carrier that we have no word for becomes one of the dataset's own. */
export class Carriers {
  readonly #own = new Map<string, Term>();

  commodity(carrier: string): string {
    const known = commodities.find(([pattern]) => pattern.test(carrier.trim()));
    if (known !== undefined) return known[1];
    const id = carrier.replace(/[|:@\s]+/gu, " ").trim() || "other carrier";
    this.#own.set(id, { id, title: carrier.trim(), unit: "MW" });
    return id;
  }

  /** Words to add to the vocabulary. */
  get own(): readonly Term[] {
    return [...this.#own.values()];
  }
}

/** So many megawatts of a commodity as a cell of `produces` or `consumes`; null: an unknown amount. */
export function amountOf(commodity: string, megawatts: number | null): string {
  const factor = Object.hasOwn(perMegawatt, commodity) ? (perMegawatt[commodity] ?? null) : 1;
  return megawatts === null || factor === null ? commodity : `${commodity}:${megawatts * factor}`;
}

/** The kind of what feeds a commodity into a bus. */
export function supplierKind(carrier: string, commodity: string): string {
  if (/nuclear|uranium/iu.test(carrier)) return "nuclear power plant";
  if (/hydro(?!gen)|\bror\b|\bphs\b|run.of.river|reservoir/iu.test(carrier)) return "hydro power plant";
  if (commodity === "electricity") return "power plant";
  if (commodity === "gas" || commodity === "hydrogen") return "gas producer";
  return commodity === "oil" ? "oil terminal" : "power supply";
}

/** The kind of what holds a commodity back. */
export function storeKind(commodity: string): string {
  if (commodity === "gas" || commodity === "hydrogen") return "gas storage";
  return commodity === "oil" ? "oil terminal" : "power supply";
}
