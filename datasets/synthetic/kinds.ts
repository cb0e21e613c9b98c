import type { CommodityAmount, DependencyKind } from "../../analyzer/index.ts";

/** A service that every asset of a kind needs: from whom, how many it looks for, and how long it goes on without. */
export interface Service {
  /** Kind of the provider, and the commodity, which names the group. */
  readonly from: string;
  readonly commodity: string;
  readonly dependency: DependencyKind;
  /** Providers where the system is redundant; one is enough. */
  readonly providers: number;
  readonly bufferHours: number;
  /** Share of function lost without it, 0..1. */
  readonly loss: number;
}

/** A kind of asset of a made-up system. All numbers are assumptions, of the size usual for the kind. */
export interface SyntheticKind {
  readonly kind: string;
  readonly code: string;
  readonly sector: string;
  /** Of all assets. */
  readonly share: number;
  readonly restartHours: number;
  readonly repairHours: number;
  /** People who rely on one, in the mean. */
  readonly people: number;
  readonly services: readonly Service[];
}

const service = (
  from: string,
  commodity: string,
  [providers, bufferHours, loss]: readonly [number, number, number],
  dependency: DependencyKind = "physical",
): Service => ({ from, commodity, dependency, providers, bufferHours, loss });

const power = (...numbers: readonly [number, number, number]): Service => service("substation", "electricity", numbers);
const telecom = (...numbers: readonly [number, number, number]): Service =>
  service("telecom exchange", "telecom", numbers, "cyber");
const payments = service("payment switch", "payments", [2, 24, 0.4], "cyber");

/** Who exists, in which numbers, and who needs whom. The shares sum to 1. */
export const syntheticKinds: readonly SyntheticKind[] = [
  {
    kind: "substation",
    code: "sub",
    sector: "energy",
    share: 0.2,
    restartHours: 2,
    repairHours: 48,
    people: 0,
    services: [],
  },
  {
    kind: "power plant",
    code: "plant",
    sector: "energy",
    share: 0.05,
    restartHours: 12,
    repairHours: 336,
    people: 0,
    services: [],
  },
  {
    kind: "telecom exchange",
    code: "tel",
    sector: "digital",
    share: 0.09,
    restartHours: 1,
    repairHours: 24,
    people: 0,
    services: [power(2, 8, 1)],
  },
  {
    kind: "data centre",
    code: "data",
    sector: "digital",
    share: 0.02,
    restartHours: 4,
    repairHours: 48,
    people: 0,
    services: [power(2, 24, 1), telecom(2, 0, 1)],
  },
  {
    kind: "payment switch",
    code: "pay",
    sector: "finance",
    share: 0.01,
    restartHours: 2,
    repairHours: 24,
    people: 0,
    services: [service("data centre", "data", [2, 0, 1], "cyber"), power(2, 72, 1)],
  },
  {
    kind: "bank",
    code: "bank",
    sector: "finance",
    share: 0.05,
    restartHours: 2,
    repairHours: 24,
    people: 20_000,
    services: [payments, telecom(1, 4, 0.8)],
  },
  {
    kind: "reservoir",
    code: "res",
    sector: "water",
    share: 0.02,
    restartHours: 0,
    repairHours: 720,
    people: 0,
    services: [],
  },
  {
    kind: "water works",
    code: "water",
    sector: "water",
    share: 0.06,
    restartHours: 6,
    repairHours: 72,
    people: 40_000,
    services: [power(1, 18, 1), service("reservoir", "water", [2, 48, 1])],
  },
  {
    kind: "railway station",
    code: "rail",
    sector: "transport",
    share: 0.06,
    restartHours: 2,
    repairHours: 24,
    people: 10_000,
    services: [power(1, 0, 1), telecom(1, 1, 0.5)],
  },
  {
    kind: "port",
    code: "port",
    sector: "transport",
    share: 0.01,
    restartHours: 6,
    repairHours: 96,
    people: 50_000,
    services: [power(1, 4, 0.8), telecom(1, 4, 0.5)],
  },
  {
    kind: "airport",
    code: "air",
    sector: "transport",
    share: 0.01,
    restartHours: 6,
    repairHours: 48,
    people: 80_000,
    services: [power(2, 24, 1), telecom(2, 4, 0.8)],
  },
  {
    kind: "distribution centre",
    code: "food",
    sector: "food",
    share: 0.08,
    restartHours: 6,
    repairHours: 72,
    people: 60_000,
    services: [power(1, 8, 0.7), service("railway station", "rail-freight", [2, 48, 0.6]), payments],
  },
  {
    kind: "hospital",
    code: "hosp",
    sector: "health",
    share: 0.08,
    restartHours: 12,
    repairHours: 120,
    people: 90_000,
    services: [power(2, 72, 1), service("water works", "water", [2, 24, 0.8]), telecom(1, 8, 0.3)],
  },
  {
    kind: "city",
    code: "city",
    sector: "population",
    share: 0.26,
    restartHours: 1,
    repairHours: 24,
    people: 30_000,
    services: [
      power(1, 0, 0.6),
      service("water works", "water", [1, 12, 0.7]),
      service("hospital", "health-care", [2, 0, 0.3]),
      service("distribution centre", "food", [2, 72, 0.5]),
    ],
  },
];

/** What a substation takes from the network, in MW: from the least to the most. */
export const substationMw = [10, 90] as const;

/** Plants can give more than all take, by this share: the loss of a few is borne. */
export const reserveShare = 0.3;

export const electricity = (amount: number): CommodityAmount[] => [{ commodity: "electricity", amount }];
