import { g1, g2, g3 } from "./national-grids.ts";
import { r10 } from "./r10-fertiliser-ports.ts";
import { r11 } from "./r11-city-airports.ts";
import { r12 } from "./r12-city-ports.ts";
import { r13 } from "./r13-city-reservoirs.ts";
import { r14 } from "./r14-city-payments.ts";
import { r15 } from "./r15-hospital-airports.ts";
import { r16 } from "./r16-hospital-reservoirs.ts";
import { r1 } from "./r1-plants.ts";
import { r18 } from "./r18-railway-stations.ts";
import { r2 } from "./r2-gas-plants.ts";
import { r3 } from "./r3-airports.ts";
import { r4 } from "./r4-ports.ts";
import { r4b } from "./r4b-fertiliser-plants.ts";
import { r5 } from "./r5-hospitals.ts";
import { r6 } from "./r6-cities.ts";
import { r7 } from "./r7-city-hospitals.ts";
import { r8 } from "./r8-fertiliser-gas.ts";
import { r9 } from "./r9-payment-systems.ts";
import type { Rule } from "./rule.ts";
import { t2 } from "./trade.ts";

/** The rules that need nothing but the assets, in the order in which they are applied: networks before what they feed. */
export const inferenceRules: readonly Rule[] = [
  g1,
  g2,
  r1,
  r6,
  g3,
  r2,
  r3,
  r4,
  r4b,
  r5,
  r7,
  r8,
  r9,
  r10,
  r11,
  r12,
  r13,
  r14,
  r15,
  r16,
  r18,
  t2,
];

/** What made the rows of other rules: those that need what was read, and the assumptions that join assets. */
const otherTitles: Readonly<Record<string, string>> = {
  A4: "second site of a payment system in another large city (assumed)",
  A5: "ring of a city between two grids that the data do not join (assumed)",
  G4: "line between two States, as the region file states it",
  O1: "line or link of direct current between substations, joints contracted",
  O1d: "link of direct current with more than two ends, or converter between substations",
  O2: "pipe, nodes with two neighbours contracted",
  O3: "scheduled air route",
  O4: "reservoir to plant of the same JRC id",
  O5: "common settlement to payment system, as the region file states it",
  R17: "reservoir to plant cooled with fresh water <= 50 km (weak)",
  T1: "share of a partner in the imports of a State",
  X1: "exchange of electricity between two States",
};

/** What a rule id on a row means, in a few words. */
export const ruleTitles: ReadonlyMap<string, string> = new Map([
  ...Object.entries(otherTitles),
  ...inferenceRules.map(({ id, title }) => [id, title] as const),
]);

/** What a region file may name: these rules, and R17, which needs what a source says of cooling. */
export const ruleIds: readonly string[] = [...inferenceRules.map(({ id }) => id), "R17"];
