import { distanceKm } from "../../../../analyzer/index.ts";
import { addService, type Service, statedBy } from "../add-service.ts";
import { requireAutonomy } from "../autonomy.ts";
import { assetOf, assetsOfKind, type Draft, homeState, type PlacedAsset } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { nearest } from "../nearest.ts";

/** Organ exchanges and the States that take part in them (their own public pages). */
const organExchanges: readonly (readonly [string, readonly string[]])[] = [
  ["eurotransplant", ["AT", "BE", "DE", "HR", "HU", "LU", "NL", "SI"]],
  ["scandiatransplant", ["DK", "EE", "FI", "IS", "NO", "SE"]],
];

/** Supplies that a few plants make for the hospitals of all States: each plant carries its part. */
const supplies: readonly (readonly [readonly string[], Service])[] = [
  [
    ["ire-fleurus", "curium-petten"],
    { group: "isotopes", ruleId: "H2", commodity: "medicine", standing: "parts", confidence: 0.5 },
  ],
  [
    ["kalundborg", "frankfurt-insulin"],
    { group: "insulin", ruleId: "H2", commodity: "medicine", standing: "parts", confidence: 0.4 },
  ],
];

/** Rules R16, H1, H2: water, organ exchange and medicines for hospitals. */
export function giveToHospitals(draft: Draft, tables: EuropeTables): void {
  const works = assetsOfKind(draft, "water works", "desalination plant");
  const water = requireAutonomy(tables.autonomy, "hospital", "water");
  for (const hospital of assetsOfKind(draft, "hospital")) {
    const own = works.filter((provider) => homeState(provider) === homeState(hospital));
    addService(draft, tables, hospital, nearest(hospital, own, water.providers, water.maxKm), {
      group: "water",
      ruleId: "R16",
      commodity: "water",
      standing: "parts",
    });
    for (const [ids, service] of supplies) {
      addService(
        draft,
        tables,
        hospital,
        ids.map((id) => found(draft, hospital, id)),
        service,
      );
    }
    for (const [id, states] of organExchanges) {
      if (!states.includes(homeState(hospital))) continue;
      addService(draft, tables, hospital, [found(draft, hospital, id)], {
        group: "organ-exchange",
        ruleId: "H1",
        kind: "cyber",
        commodity: "health-care",
        evidence: (provider) => statedBy(provider, 0.7, "States that take part, public pages of the exchange"),
      });
    }
  }
}

function found(draft: Draft, hospital: PlacedAsset, id: string): { asset: PlacedAsset; km: number } {
  const asset = assetOf(draft, id);
  return { asset, km: distanceKm(hospital, asset) };
}
