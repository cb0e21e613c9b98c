import type { Asset, CommodityAmount, Connection, Dataset, Dependency } from "../../analyzer/index.ts";
import type { NetworkSettings } from "../../analyzer/model/network.ts";
import { fictionalAsset, fictionalDataset } from "./fictional.ts";

/** The hand-checked cases of golden-case.md, built in code: what the files of `datasets/library/golden*` must equal in effect. */

function asset(id: string, state: string, sector: string, kind: string, more: Partial<Asset> = {}): Asset {
  return fictionalAsset(id, { sector, kind, states: [{ state, share: 1 }], ...more });
}

/** One row; the id says who gives to whom. */
function needs(dependent: string, provider: string, bufferHours: number, group?: string): Dependency {
  const row = { id: `${provider}-${dependent}`, provider, dependent, bufferHours, source: "test" };
  return group === undefined ? row : { ...row, group };
}

const goldenAssets = [
  asset("P1", "XA", "energy", "power plant"),
  asset("S1", "XA", "energy", "substation", { restartHours: 2 }),
  asset("T1", "XA", "digital", "telecom exchange", { restartHours: 1 }),
  asset("W1", "XA", "water", "pumping station", { restartHours: 6 }),
  asset("H1", "XA", "health", "hospital", { restartHours: 12 }),
  asset("P2", "XB", "energy", "power plant"),
  asset("S2", "XB", "energy", "substation", { restartHours: 2 }),
  asset("R1", "XB", "transport", "rail freight line", { restartHours: 4 }),
  asset("B1", "XB", "finance", "payment switch", { restartHours: 2 }),
  asset("F1", "XC", "food", "distribution centre", { restartHours: 24 }),
];

const goldenNeeds = [
  needs("S1", "P1", 0),
  needs("T1", "S1", 4),
  needs("W1", "S1", 12),
  needs("H1", "S1", 48),
  needs("H1", "W1", 24),
  needs("H1", "T1", 72),
  needs("S2", "S1", 0, "power"),
  needs("S2", "P2", 0, "power"),
  needs("R1", "S2", 0),
  needs("B1", "S2", 8),
  needs("B1", "T1", 0),
  needs("F1", "B1", 48),
  needs("F1", "R1", 72),
];

/** GC-1 and GC-3. */
export const goldenDataset = fictionalDataset("golden", goldenAssets, goldenNeeds);

/** GC-2: the second telecom exchange stands in for the first. */
export const goldenWithSecondExchange = fictionalDataset(
  "golden-second-exchange",
  [...goldenAssets, asset("T2", "XB", "digital", "telecom exchange", { restartHours: 1 })],
  [
    ...goldenNeeds.filter((row) => row.id !== "T1-B1"),
    needs("T2", "S2", 4),
    needs("B1", "T1", 0, "telecom"),
    needs("B1", "T2", 0, "telecom"),
  ],
);

const electricity = (amount?: number): CommodityAmount[] => [
  amount === undefined ? { commodity: "electricity" } : { commodity: "electricity", amount },
];

const line = (a: string, b: string): Connection => ({ id: `${a}-${b}`, a, b, commodity: "electricity" });

/** GC-4: two producers, three substations, three consumers. */
export const goldenNetwork = fictionalDataset(
  "golden-network",
  [
    asset("G1", "XA", "energy", "power plant", { produces: electricity(100) }),
    asset("G2", "XB", "energy", "power plant", { produces: electricity(60) }),
    asset("N1", "XA", "energy", "substation"),
    asset("N2", "XA", "energy", "substation"),
    asset("N3", "XB", "energy", "substation"),
    asset("C1", "XA", "population", "city", { consumes: electricity(50) }),
    asset("C2", "XA", "population", "city", { consumes: electricity(50) }),
    asset("C3", "XB", "population", "city", { consumes: electricity(40) }),
  ],
  [],
  [
    line("G1", "N1"),
    line("N1", "N2"),
    line("N2", "N3"),
    line("N3", "G2"),
    line("C1", "N1"),
    line("C2", "N2"),
    line("C3", "N3"),
  ],
);

/** GC-5: a telecom exchange and a substation that need each other, fed by one producer. */
export function goldenLoop(blackStart: boolean): Dataset {
  return fictionalDataset(
    blackStart ? "golden-loop-black-start" : "golden-loop",
    [
      asset("G", "XA", "energy", "power plant", { produces: electricity() }),
      asset("N", "XA", "energy", "substation", { blackStart }),
      asset("T", "XA", "digital", "telecom exchange"),
    ],
    [needs("T", "N", 0), needs("N", "T", 0)],
    [line("G", "N")],
  );
}

/** GC-6: three States, of which one has a surplus for the other two; (b) is shared, (d) has a transfer limit. */
export function goldenZones(settings: Omit<NetworkSettings, "balance"> = {}): Dataset {
  const dataset = fictionalDataset(
    "golden-zones",
    [
      asset("GA1", "XA", "energy", "power plant", { produces: electricity(80) }),
      asset("GA2", "XA", "energy", "power plant", { produces: electricity(60) }),
      asset("GB", "XB", "energy", "power plant", { produces: electricity(40) }),
      asset("GC", "XC", "energy", "power plant", { produces: electricity(10) }),
      ...["A", "B", "C"].map((letter) => asset(`N${letter}`, `X${letter}`, "energy", "substation")),
      asset("CA", "XA", "population", "city", { consumes: electricity(60) }),
      asset("CB", "XB", "population", "city", { consumes: electricity(80) }),
      asset("CC", "XC", "population", "city", { consumes: electricity(30) }),
    ],
    [],
    [
      line("GA1", "NA"),
      line("GA2", "NA"),
      line("GB", "NB"),
      line("GC", "NC"),
      line("CA", "NA"),
      line("CB", "NB"),
      line("CC", "NC"),
      { ...line("NA", "NB"), capacity: 60 },
      { ...line("NB", "NC"), capacity: 25 },
    ],
  );
  const networks = { electricity: { balance: "zones", ...settings } } as const;
  return { ...dataset, description: { ...dataset.description, networks } };
}
