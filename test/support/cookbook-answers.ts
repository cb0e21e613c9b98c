import { placeAnswers } from "./cookbook-places.ts";
import { supplyAnswers } from "./cookbook-supply.ts";
import type { CookbookAnswer, Parameters } from "./cookbook-world.ts";

/** How each question of api/store/neo4j/COOKBOOK.md is answered without a database, by its words. */
export const cookbookAnswers: Readonly<Record<string, CookbookAnswer>> = { ...supplyAnswers, ...placeAnswers };

const everywhere: readonly Parameters[] = ["golden", "golden-network", "golden-loop", "golden-zones", "sample"].map(
  (dataset) => ({ dataset }),
);
const goldenStates = ["XA", "XB", "XC"].map((state) => ({ dataset: "golden", state }));
const sampleStates = ["XA", "XB"].map((state) => ({ dataset: "sample", state }));
const noSuch = { dataset: "golden", asset: "nothing" };

/** What each question is asked with beside its own example. */
export const cookbookCases: Readonly<Record<string, readonly Parameters[]>> = {
  "Which hospitals lie two steps from a substation of another State?": [
    { dataset: "golden", kind: "hospital", providerKind: "substation" },
    { dataset: "golden", kind: "payment switch", providerKind: "substation" },
    { dataset: "golden", kind: "distribution centre", providerKind: "telecom exchange" },
    { dataset: "europe", kind: "airport", providerKind: "internet exchange" },
  ],
  "Who is the only supplier of something in a State?": [
    ...goldenStates,
    ...sampleStates,
    { dataset: "europe", state: "DE" },
    { dataset: "europe", state: "nowhere" },
  ],
  "What crosses the border between two States?": [
    { dataset: "golden", stateA: "XA", stateB: "XB" },
    { dataset: "golden", stateA: "XC", stateB: "XB" },
    { dataset: "golden-zones", stateA: "XB", stateB: "XA" },
    { dataset: "sample", stateA: "XA", stateB: "XB" },
    { dataset: "europe", stateA: "DE", stateB: "NL" },
  ],
  "Which assets have an input whose only supplier lies abroad?": everywhere,
  "What is the shortest supply path from one asset to another?": [
    { dataset: "golden", asset: "F1", provider: "P1" },
    { dataset: "golden", asset: "P1", provider: "F1" },
    { dataset: "golden", asset: "H1", provider: "P1" },
    { dataset: "sample", asset: "plain", provider: "G1" },
    { dataset: "europe", asset: "hospital-charite", provider: "grid-pl-warsaw" },
  ],
  "Which dependencies run in a loop?": [{ dataset: "europe" }, ...everywhere],
  "How many connections join each pair of States?": everywhere,
  "Which assets of a State run on their own for less than so many hours?": [
    ...[...goldenStates, ...sampleStates].flatMap((where) => [0.5, 8, 48.5].map((hours) => ({ ...where, hours }))),
    { dataset: "europe", state: "DE", hours: 24 },
  ],
  "Which providers have the most dependents in other States?": [
    { dataset: "golden", limit: 3 },
    { dataset: "sample", limit: 3 },
    { dataset: "europe", limit: 500 },
  ],
  "What changed between two revisions?": [
    { dataset: "two-revisions", before: 1, after: 2 },
    { dataset: "two-revisions", before: 2, after: 1 },
    { dataset: "two-revisions", before: 1, after: 1 },
  ],
  "What does an asset need, and what stands in for what?": [
    { dataset: "golden", asset: "S2" },
    { dataset: "golden", asset: "B1" },
    { dataset: "sample", asset: "mill `back` 🏭" },
    { dataset: "sample", asset: "plain" },
    { dataset: "europe", asset: "zaporizhzhia" },
    noSuch,
  ],
  "Which States feel the loss of an asset within three steps?": [
    { dataset: "golden", asset: "P1" },
    { dataset: "golden", asset: "S1" },
    { dataset: "golden-loop", asset: "N" },
    { dataset: "europe", asset: "mix-milan" },
    noSuch,
  ],
  "Which assets are tied to nothing?": [...everywhere, { dataset: "untied" }],
  "Which States rely on which others?": everywhere,
  "Which assets draw on a network, and what stands in for it?": [
    { dataset: "sample", commodity: "electricity" },
    { dataset: "sample", commodity: "gas" },
  ],
  "Which stand-ins hang on one and the same provider?": [
    ...goldenStates,
    ...sampleStates,
    { dataset: "europe", state: "CH" },
  ],
  "What is on the same network as an asset?": [
    { dataset: "golden-network", asset: "C1", commodity: "electricity" },
    { dataset: "golden-zones", asset: "NB", commodity: "electricity" },
    { dataset: "golden-zones", asset: "NB", commodity: "gas" },
    { dataset: "europe", asset: "grid-de-berlin", commodity: "electricity" },
    { dataset: "europe", asset: "grid-al-tirana", commodity: "electricity" },
  ],
  "Which assets of the same kind are near?": [
    { dataset: "golden", asset: "P1", km: 2000 },
    { dataset: "golden", asset: "P1", km: 10 },
    { dataset: "sample", asset: "plain", km: 20_000 },
    { dataset: "europe", asset: "airport-ams", km: 1000.5 },
  ],
  "Which sectors need which?": everywhere,
  "Which assets differ between two datasets?": [
    { dataset: "sample", other: "two-revisions" },
    { dataset: "sample", other: "golden-network" },
    { dataset: "golden-network", other: "golden-zones" },
    { dataset: "golden", other: "golden" },
  ],
};
