import type { Asset, Connection, Dataset, Dependency } from "../../analyzer/index.ts";

const source = "made up for tests";

/** Two States, a network, own columns, and every kind of row. Ids sort by code unit: upper case first. */
export function sampleDataset(id: string): Dataset {
  return {
    description: {
      id,
      title: 'Sample "quoted"',
      version: "1.0",
      description: "Rows of every kind",
      licence: "CC0-1.0",
      sources: [
        {
          id: "a",
          title: "A",
          licence: "CC0-1.0",
          retrieved: "2024-01-31",
          credit: "nobody",
          url: "https://a.invalid",
        },
      ],
      states: [{ code: "XA", name: "Alphaland" }],
      vocabulary: { kinds: [{ id: "mill", title: "Mill", sector: "food" }] },
      assumptions: [{ id: "one", text: "First line\nsecond `line`" }],
      networks: { electricity: { balance: "island" } },
    },
    assets,
    dependencies,
    connections,
  };
}

const assets: readonly Asset[] = [
  {
    id: "G1",
    name: "Generator Zürich",
    sector: "energy",
    kind: "power plant",
    source,
    states: [{ state: "XA", share: 1 }],
    lon: 8.54,
    lat: 47.37,
    placeClass: "Z3",
    capacity: 0.1,
    unit: "MW",
    peopleServed: 0,
    blackStart: true,
    repairHours: 1e-9,
    repairLowHours: 0,
    repairHighHours: 1e21,
    confidence: 1,
    assumed: ["capacity", "lon"],
    produces: [{ commodity: "electricity", amount: 100.25 }, { commodity: "heat" }],
    extra: { x_note: "}) DETACH DELETE (a) //", x_größe: "3" },
  },
  {
    id: "N1",
    name: "Node '); DROP TABLE asset; --",
    sector: "energy",
    kind: "substation",
    source,
    states: [
      { state: "XA", share: 0.5 },
      { state: "XB", share: 0.5 },
    ],
    operatorStates: ["XA", "XB"],
    blackStart: false,
    marking: "TLP:AMBER+STRICT",
    licence: "ODbL",
  },
  {
    id: "mill `back` 🏭",
    name: "Mill\\ \" ' $snapshot",
    sector: "food",
    kind: "mill",
    source,
    states: [
      { state: "XB", share: 1 / 3 },
      { state: "XA", share: 2 / 3 },
    ],
    subsector: "flour",
    operator: "null",
    mtpdHours: 72,
    rtoHours: 24.5,
    restartHours: 3,
    consumes: [{ commodity: "electricity", amount: 0.30000000000000004 }],
  },
  {
    id: "plain",
    name: "Plain mill",
    sector: "food",
    kind: "mill",
    source,
    states: [{ state: "XB", share: 1 }],
  },
];

const dependencies: readonly Dependency[] = [
  { id: "D1", provider: "@electricity", dependent: "mill `back` 🏭", group: "power", bufferHours: 0.5, need: 1 },
  { id: "D2", provider: "G1", dependent: "mill `back` 🏭", group: "power", share: 0.7, rule: "threshold", loss: 0.25 },
  {
    id: "D3",
    provider: "mill `back` 🏭",
    dependent: "plain",
    kind: "logical",
    commodity: "food",
    lagHours: 12,
    likelihood: 0,
    method: "inferred",
    ruleId: "nearest",
    distanceKm: 12.5,
    confidence: 0.4,
    source,
    marking: "TLP:RED",
    extra: { x_why: "only supplier" },
  },
  { id: "D4", provider: "mill `back` 🏭", dependent: "plain", kind: "cyber" },
];

const connections: readonly Connection[] = [
  { id: "C1", a: "G1", b: "N1", commodity: "electricity", directed: false, capacity: 380, unit: "kV", lengthKm: 1e-7 },
  {
    id: "C2",
    a: "N1",
    b: "mill `back` 🏭",
    commodity: "electricity",
    directed: true,
    method: "observed",
    extra: { x_id: "7" },
  },
  { id: "C3", a: "N1", b: "G1", commodity: "electricity" },
];
