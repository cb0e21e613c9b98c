import type { RunResult } from "../../analyzer/index.ts";
import type { GraphColumns } from "../../ui/data/api-types.ts";
import { type GraphIndex, indexGraph } from "../../ui/data/graph-index.ts";

/** Four assets of two States: P (XA) > S (XA) > B (XB), and a joint asset J of both; B also lives on electricity. */
const smallColumns: GraphColumns = {
  hash: "h",
  revision: 1,
  states: [
    { code: "XA", name: "Arlenia" },
    { code: "XB", name: "Berenza" },
  ],
  sectors: [
    { id: "energy", title: "Energy" },
    { id: "finance", title: "Finance" },
  ],
  kinds: [
    { id: "power plant", title: "Power plant" },
    { id: "bank", title: "Bank" },
  ],
  commodities: [{ id: "electricity", title: "Electricity" }],
  assets: {
    id: ["B", "J", "P", "S"],
    name: ["Bank of Köln", "Joint line", "Plant", "Station"],
    sector: [1, 0, 0, 0],
    kind: [1, 0, 0, 0],
    states: [[1], [0, 1], [0], [0]],
    lon: [20, null, 10, 12],
    lat: [50, null, 40, 45],
    peopleServed: [100, null, null, 50],
  },
  dependencies: {
    id: ["d1", "d2", "d3", "d4"],
    provider: [2, 3, -1, 1],
    dependent: [3, 0, 0, 0],
    group: ["power", "power", "@electricity", "line"],
    method: [3, 3, 0, 2],
    confidence: [1, 0.5, null, null],
  },
  connections: { id: ["c1"], a: [2], b: [1], commodity: [0] },
  connectivityOnly: [],
};

export const smallGraph: GraphIndex = indexGraph(smallColumns);

/** P is lost for 10 h; S follows at once, B after 4 h; S comes back at 12 h, is weak from 20 to 30, B is back at 14. */
export const smallRun: RunResult = {
  kind: "run",
  engine: "0",
  dataset: { id: "small", version: "1", hash: "h" },
  scenario: { id: "lose", title: "Loss of P", horizonHours: 40, shocks: [{ select: { ids: ["P"] }, hours: 10 }] },
  horizonHours: 40,
  stopped: "settled",
  resultHash: "r",
  assets: [
    {
      id: "P",
      outages: [{ fromHours: 0, toHours: 10, level: 0, cause: "shock" }],
      outageHours: 10,
      minLevel: 0,
      firstHours: 0,
      chain: ["P"],
    },
    {
      id: "S",
      outages: [
        { fromHours: 0, toHours: 12, level: 0, cause: { group: "power", provider: "P" } },
        { fromHours: 20, toHours: 30, level: 0.5, cause: { group: "power", provider: "P" } },
      ],
      outageHours: 17,
      minLevel: 0,
      firstHours: 0,
      chain: ["P", "S"],
    },
    {
      id: "B",
      outages: [{ fromHours: 4, toHours: 14, level: 0, cause: { group: "power", provider: "S" } }],
      outageHours: 10,
      minLevel: 0,
      firstHours: 4,
      chain: ["P", "S", "B"],
    },
  ],
  totals: {
    outageHours: 37,
    personHours: 1850,
    assetsDisrupted: 3,
    assetsDown: 3,
    statesReached: 2,
    foreignStatesReached: 1,
    sectorsReached: 2,
  },
  states: [
    { code: "XA", firstHours: 0, assetsDisrupted: 2, outageHours: 27, personHours: 850 },
    { code: "XB", firstHours: 4, assetsDisrupted: 1, outageHours: 10, personHours: 1000 },
  ],
  stateMatrix: {
    codes: ["XA", "XB"],
    outageHours: [
      [27, 10],
      [0, 0],
    ],
  },
  sectorMatrix: {
    sectors: ["energy", "finance"],
    outageHours: [
      [27, 10],
      [0, 0],
    ],
  },
  stuck: [],
  assumed: { values: [], shareOfLoss: 0 },
  warnings: [],
};
