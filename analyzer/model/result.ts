import type { Scenario } from "./scenario.ts";

/** Why an outage began: a shock, or the provider that left an input group short. */
export type Cause = "shock" | { readonly group: string; readonly provider: string };

/** A maximal interval of one level below 1. Hours from the start of the run, `level` in 0..1. */
export interface Outage {
  readonly fromHours: number;
  readonly toHours: number;
  readonly level: number;
  readonly cause: Cause;
}

/** What became of one disrupted asset. `outageHours` is the integral of what was lost, `chain` leads from a shocked asset to this one. */
export interface AssetResult {
  readonly id: string;
  readonly outages: readonly Outage[];
  readonly outageHours: number;
  readonly minLevel: number;
  readonly firstHours: number;
  readonly chain: readonly string[];
}

/** Totals of a run (model.md section 4). `personHours` is null where people are disrupted but no asset says how many. */
export interface Totals {
  readonly outageHours: number;
  readonly personHours: number | null;
  readonly assetsDisrupted: number;
  readonly assetsDown: number;
  readonly statesReached: number;
  readonly foreignStatesReached: number;
  readonly sectorsReached: number;
}

/** One State's part; joint assets by share. `firstHours` is null where only shocked assets are disrupted. */
export interface StateResult {
  readonly code: string;
  readonly firstHours: number | null;
  readonly assetsDisrupted: number;
  readonly outageHours: number;
  readonly personHours: number | null;
}

/** Cell [a][b]: outage hours in b whose chain began in a. */
export interface StateMatrix {
  readonly codes: readonly string[];
  readonly outageHours: readonly (readonly number[])[];
}

/** Cell [a][b]: outage hours in sector b whose chain began in sector a. */
export interface SectorMatrix {
  readonly sectors: readonly string[];
  readonly outageHours: readonly (readonly number[])[];
}

/** A remark about a result that its reader has to know. */
export interface RunWarning {
  readonly code: string;
  readonly text: string;
}

/** What one State's part of an island produces and asks, and the share of the demand that is met. */
export interface ZoneRow {
  /** Islands are numbered from 0; most networks have one. */
  readonly island: number;
  readonly code: string;
  readonly production: number;
  readonly demand: number;
  readonly share: number;
}

/** What flows from one State to another; `capacity` is null where nothing limits it, `binds` where a wider link would help the short. */
export interface ZoneFlowRow {
  readonly island: number;
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly capacity: number | null;
  readonly binds: boolean;
}

/** All zones of a network at one time. Shares are unique; of the flows that bring them about the least in total are told. */
export interface ZoneTable {
  readonly hours: number;
  readonly metDemand: number;
  readonly zones: readonly ZoneRow[];
  readonly flows: readonly ZoneFlowRow[];
}

/** A network balanced State by State (model.md section 2, Zones): undisturbed, and when least demand was met, null where never less. */
export interface ZoneResult {
  readonly commodity: string;
  readonly sharing: "own-first" | "shared";
  readonly before: ZoneTable;
  readonly worst: ZoneTable | null;
}

/** Why the engine stopped: nothing is scheduled any more, the horizon came, or the cap on events was hit (not complete). */
export type Stopped = "settled" | "horizon" | "steps";

/** Which data a result was made from. `hash` is of the dataset as stored, before any overlay. */
export interface DatasetReference {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

/** What `run --json` prints (files.md). */
export interface RunResult {
  readonly kind: "run";
  readonly engine: string;
  readonly dataset: DatasetReference;
  readonly overlays?: readonly string[];
  readonly scenario: Scenario;
  readonly horizonHours: number;
  readonly stopped: Stopped;
  readonly resultHash: string;
  readonly assets: readonly AssetResult[];
  readonly totals: Totals;
  readonly states: readonly StateResult[];
  readonly stateMatrix: StateMatrix;
  readonly sectorMatrix: SectorMatrix;
  readonly stuck: readonly (readonly string[])[];
  /** Only where a network is balanced by zones. */
  readonly zones?: readonly ZoneResult[];
  readonly assumed: {
    readonly values: readonly { readonly id: string; readonly attribute: string }[];
    readonly shareOfLoss: number;
  };
  readonly warnings: readonly RunWarning[];
}

/** What a single-failure scan can be ranked by; highest first. */
export const consequences = [
  "outageHours",
  "personHours",
  "foreignOutageHours",
  "assetsDisrupted",
  "statesReached",
  "foreignStatesReached",
  "sectorsReached",
] as const;
export type Consequence = (typeof consequences)[number];

/** One asset of a single-failure scan: what its loss alone brings. Equal values share a rank's order by id. */
export interface RankRow {
  readonly rank: number;
  readonly id: string;
  readonly outageHours: number;
  readonly personHours: number | null;
  readonly foreignOutageHours: number;
  readonly assetsDisrupted: number;
  readonly statesReached: number;
  readonly foreignStatesReached: number;
  readonly sectorsReached: number;
}

/** How a row of a single-failure scan can be worked out; all give the same numbers where they hold. */
export const scanMethods = ["timed closure", "timed forest", "event engine"] as const;
export type ScanMethod = (typeof scanMethods)[number];

/** How many sources were worked out which way; `bounded` were not, since a bound keeps them from the rows asked for. */
export type ScanMethodCounts = Readonly<Record<ScanMethod | "bounded", number>>;

/** What `rank --json` prints (files.md). */
export interface RankResult {
  readonly kind: "rank";
  readonly by: Consequence;
  readonly hours: number;
  readonly horizonHours: number;
  readonly methods: ScanMethodCounts;
  readonly rows: readonly RankRow[];
}
