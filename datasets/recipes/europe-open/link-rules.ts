import type { DependencyKind } from "../../../analyzer/index.ts";
import type { RawEdge } from "./raw-graph.ts";

/** A raw rule whose links convey something: they become connections. */
export interface ConveyingRule {
  readonly as: "connection";
  readonly commodity: string;
  readonly title: string;
  /** What the raw capacity is: the voltage of a line, or a capacity in this unit. Absent: the links have none. */
  readonly capacity?: "kV" | "GWh/h";
}

/** A raw rule whose links are needs: they become dependencies. All of one dependent under one rule share a group. */
export interface SupplyingRule {
  readonly as: "dependency";
  readonly group: string;
  readonly commodity: string;
  readonly kind: DependencyKind;
  readonly title: string;
  /** The providers cover only a part each: their shares sum to 1. Absent: any one of them is enough. */
  readonly inParts?: true;
  /** Why a link of this rule cannot be true, or null where it can. */
  readonly refuse?: (edge: RawEdge) => string | null;
}

type LinkRule = ConveyingRule | SupplyingRule;

/** A hydro plant and a wind farm of one name were merged in the raw set: a wind farm has no reservoir. */
function refuseDryPlant({ sink }: RawEdge): string | null {
  const dry = ["plant/wind", "plant/solar"].includes(sink.subtype);
  return dry ? `a reservoir cannot feed a plant of type ${sink.subtype}: two plants were merged in the source` : null;
}

const power = { as: "dependency", group: "power", commodity: "electricity", kind: "physical" } as const;
const gas = { as: "dependency", group: "gas", commodity: "gas", kind: "physical" } as const;
const water = { as: "dependency", commodity: "water", kind: "physical" } as const;
const sea = { as: "dependency", group: "sea-access", commodity: "sea-freight", kind: "physical" } as const;

/** Every raw rule, by its short name, and what its links become. */
export const linkRules: Readonly<Record<string, LinkRule>> = {
  O1: { as: "connection", commodity: "electricity", capacity: "kV", title: "line and HVDC topology" },
  O2: { as: "connection", commodity: "gas", capacity: "GWh/h", title: "pipe topology" },
  O3: { as: "connection", commodity: "air-traffic", title: "scheduled air route" },
  O4: { ...water, group: "water", title: "reservoir to plant of the same JRC id", refuse: refuseDryPlant },
  O5: {
    as: "dependency",
    group: "settlement",
    commodity: "payments",
    kind: "cyber",
    title: "common settlement to euro-area payment system",
  },
  R1: { as: "connection", commodity: "electricity", title: "plant to nearest substation <= 60 km (2 if >= 1 GW)" },
  R2: { ...gas, title: "gas node to gas plant <= 60 km" },
  R3: { ...power, title: "2 nearest substations to airport <= 80 km" },
  R4: { ...power, title: "nearest substation to port <= 80 km" },
  R4b: { ...power, title: "nearest substation to fertiliser plant" },
  R6: { as: "connection", commodity: "electricity", title: "2 nearest substations to city <= 80 km" },
  R8: { ...gas, title: "gas node to fertiliser plant <= 80 km" },
  R9: { ...power, title: "2 nearest substations to payment system" },
  R10: { ...sea, title: "port to fertiliser plant <= 100 km" },
  R11: {
    as: "dependency",
    group: "air-access",
    commodity: "air-traffic",
    kind: "physical",
    title: "2 nearest airports to city <= 60 km, over borders too",
  },
  R12: { ...sea, title: "port to city <= 60 km" },
  R13: { ...water, group: "water", title: "2 nearest reservoirs to city <= 80 km (weak)", inParts: true },
  R14: {
    as: "dependency",
    group: "payments",
    commodity: "payments",
    kind: "logical",
    title: "national payment system to city",
  },
  R17: { ...water, group: "cooling-water", title: "reservoir to plant cooled with fresh water <= 50 km (weak)" },
};
