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
