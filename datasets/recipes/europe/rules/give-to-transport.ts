import { distanceKm } from "../../../../analyzer/index.ts";
import { addService, statedBy } from "../add-service.ts";
import { requireAutonomy } from "../autonomy.ts";
import { addRow, assetOf, assetsOfKind, type Draft, homeState, isIn, type PlacedAsset } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { nearest } from "../nearest.ts";

/** Which narrow passages the deep-sea traffic of each sea needs: one group each, alternatives within a group. */
const passages: Readonly<Record<string, readonly (readonly [string, Readonly<Record<string, number>>])[]>> = {
  baltic: [["belts", { "danish-straits": 0.8, "kiel-canal": 0.4 }]],
  "black-sea": [
    ["passage", { bosporus: 1 }],
    ["passage-2", { dardanelles: 1 }],
  ],
  danube: [["passage", { sulina: 1 }]],
  marmara: [["passage", { dardanelles: 1 }]],
  mediterranean: [
    ["gibraltar", { "gibraltar-strait": 1 }],
    ["suez", { suez: 1 }],
  ],
  atlantic: [["suez", { suez: 1 }]],
};

/** Rules R12, A2, A3, T1: fuel and air traffic control for airports, passages for ports. */
export function giveToTransport(draft: Draft, tables: EuropeTables): void {
  giveAirTrafficControl(draft, tables);
  giveFuel(draft, tables);
  for (const [code, sea] of tables.ports) {
    const port = draft.assets.get(`port-${code.toLowerCase()}`);
    if (port === undefined) continue;
    for (const [group, providers] of passages[sea] ?? []) givePassage(draft, tables, { port, sea, group, providers });
  }
}

interface Passage {
  readonly port: PlacedAsset;
  readonly sea: string;
  readonly group: string;
  /** Id of each passage to its share. */
  readonly providers: Readonly<Record<string, number>>;
}

/** The State is no member of EUROCONTROL; that its flow management is used there as well is inferred. */
const outsideFlowManagement: ReadonlySet<string> = new Set(["XK"]);

/** Rule T1. The autonomy of a second passage is that of the first. */
function givePassage(draft: Draft, tables: EuropeTables, { port, sea, group, providers }: Passage): void {
  const { loss, bufferHours } = requireAutonomy(tables.autonomy, "port", group.replace(/-2$/, ""));
  const several = Object.keys(providers).length > 1;
  for (const [id, share] of Object.entries(providers)) {
    addRow(draft.dependencies, {
      id: `${port.id}.${group}.${id}`,
      provider: id,
      dependent: port.id,
      kind: "geographic",
      commodity: "sea-freight",
      group,
      loss,
      bufferHours,
      ...(several ? { share } : {}),
      method: "authored",
      ruleId: "T1",
      distanceKm: Math.round(distanceKm(port, assetOf(draft, id))),
      confidence: 0.6,
      source: "facts",
      assumed: ["loss", "buffer_hours", ...(several ? ["share"] : [])],
      extra: {
        x_source_note: `lies on the sea "${sea}" (ports.csv)`,
        x_as_of: assetOf(draft, id).extra?.["x_as_of"] ?? "",
      },
    });
  }
}

/** Rules A2, A3: the control centres of an airport's State each handle a part; the flow management has a second site. */
function giveAirTrafficControl(draft: Draft, tables: EuropeTables): void {
  const centres = assetsOfKind(draft, "air traffic control");
  const flow = centres.filter(({ id }) => id.startsWith("network-manager"));
  const area = centres.filter((centre) => !flow.includes(centre));
  for (const airport of airportsOf(draft, tables)) {
    const own = area.filter((centre) => isIn(centre, homeState(airport)));
    addService(draft, tables, airport, nearest(airport, own, own.length), {
      group: "air-traffic-control",
      ruleId: "A2",
      kind: "cyber",
      commodity: "air-traffic",
      standing: "parts",
      evidence: (provider) => statedBy(provider, 0.6),
    });
    addService(draft, tables, airport, nearest(airport, flow, flow.length), {
      group: "flow-management",
      ruleId: "A3",
      kind: "cyber",
      commodity: "air-traffic",
      confidence: 0.5,
      evidence: (provider) =>
        outsideFlowManagement.has(homeState(airport))
          ? undefined
          : statedBy(provider, 0.7, "member States of EUROCONTROL"),
    });
  }
}

/** Rule R12: jet fuel from either of the two nearest refineries, over borders too. */
function giveFuel(draft: Draft, tables: EuropeTables): void {
  const refineries = assetsOfKind(draft, "refinery");
  const named = new Set(
    tables.namedDependencies.filter(({ cells }) => cells["group"] === "fuel").map(({ cells }) => cells["dependent"]),
  );
  const { providers, maxKm } = requireAutonomy(tables.autonomy, "airport", "fuel");
  for (const airport of airportsOf(draft, tables)) {
    if (named.has(airport.id)) continue;
    addService(draft, tables, airport, nearest(airport, refineries, providers, maxKm), {
      group: "fuel",
      ruleId: "R12",
      commodity: "fuel",
      confidence: 0.4,
    });
  }
}

/** The airports of full States: what those at the edge of the dataset live on is outside of it. */
function airportsOf(draft: Draft, tables: EuropeTables): PlacedAsset[] {
  return assetsOfKind(draft, "airport").filter(
    (airport) => tables.states.get(homeState(airport))?.paymentSystem !== undefined,
  );
}
