import countryToCurrency, { type Countries } from "country-to-currency";
import { distanceKm } from "../../../../analyzer/index.ts";
import { addService, statedBy } from "../add-service.ts";
import { assetOf, assetsOfKind, type Draft, homeState } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";

/** States that use the euro without settling in the Eurosystem. */
const outsideSettlement: ReadonlySet<string> = new Set(["ME", "XK"]);
/** Currencies settled in T2: the euro, and the Danish krone since April 2025. */
const settledCurrencies: ReadonlySet<string> = new Set(["EUR", "DKK"]);

/** Rule O5: the payment systems of the euro area and of Denmark settle in T2. */
export function giveSettlement(draft: Draft, tables: EuropeTables): void {
  const settlement = assetOf(draft, "t2");
  for (const system of assetsOfKind(draft, "payment system")) {
    const state = homeState(system);
    const currency = state in countryToCurrency ? countryToCurrency[state as Countries] : "";
    if (!settledCurrencies.has(currency) || outsideSettlement.has(state)) continue;
    addService(draft, tables, system, [{ asset: settlement, km: distanceKm(system, settlement) }], {
      group: "settlement",
      ruleId: "O5",
      kind: "cyber",
      commodity: "payments",
      evidence: () => ({ method: "observed", source: "country-to-currency", confidence: 0.95 }),
    });
  }
}

/** Rule R14: the people of a city pay through the payment system of its State, or the one its State uses, as `states.csv` says. */
export function givePayments(draft: Draft, tables: EuropeTables): void {
  for (const city of assetsOfKind(draft, "city")) {
    const id = tables.states.get(homeState(city))?.paymentSystem;
    if (id === undefined) continue;
    const system = assetOf(draft, id);
    addService(draft, tables, city, [{ asset: system, km: distanceKm(city, system) }], {
      group: "payments",
      ruleId: "R14",
      kind: "cyber",
      commodity: "payments",
      evidence: (provider) => statedBy(provider, 0.6),
    });
  }
}
