import type { Dependency, DependencyKind } from "../../../analyzer/index.ts";
import { type Autonomy, requireAutonomy } from "./autonomy.ts";
import { addRow, type Draft, type PlacedAsset } from "./draft.ts";
import type { EuropeTables } from "./europe-tables.ts";
import { confidenceByDistance, type Found, roundKm } from "./nearest.ts";

/** How the providers of one service stand to each other: each can carry the whole service, or each only its part. */
type Standing = "alternatives" | "parts";

/** A service that a rule gives to an asset: one input group. */
export interface Service {
  readonly group: string;
  readonly ruleId: string;
  readonly kind?: DependencyKind;
  readonly commodity?: string;
  readonly standing?: Standing;
  /** Confidence of the rows; by distance where left out. */
  readonly confidence?: number;
  /** What states that this provider serves the dependent; undefined where the rule only infers it. */
  evidence?(provider: PlacedAsset): Evidence | undefined;
}

/** Who says so: a cited table of the facts (`authored`), or a package (`observed`). */
export interface Evidence {
  readonly method: "authored" | "observed";
  /** A source of `dataset.json`. */
  readonly source: string;
  /** After whom, and of which year. */
  readonly note?: string;
  readonly asOf?: string;
  readonly confidence: number;
}

/**
 * Makes the asset depend on the providers found, as one input group with the autonomy of its kind. Alternatives have a
 * share of 1 each with a need of 1; parts have equal shares that sum to 1. No provider: no row.
 */
export function addService(
  draft: Draft,
  tables: EuropeTables,
  dependent: PlacedAsset,
  found: readonly Found[],
  service: Service,
): void {
  const autonomy = requireAutonomy(tables.autonomy, dependent.kind, service.group);
  const shares = service.standing === "parts" && found.length > 1 ? equalShares(found.length) : [];
  found.forEach((provider, index) => {
    addRow(draft.dependencies, dependencyRow(dependent, provider, service, autonomy, shares[index]));
  });
}

function dependencyRow(
  dependent: PlacedAsset,
  { asset: provider, km }: Found,
  service: Service,
  autonomy: Autonomy,
  share: number | undefined,
): Dependency {
  const evidence = service.evidence?.(provider);
  const inferred = service.confidence ?? confidenceByDistance(km, autonomy.maxKm);
  return {
    id: `${dependent.id}.${service.group}.${provider.id}`,
    provider: provider.id,
    dependent: dependent.id,
    kind: service.kind ?? "physical",
    ...(service.commodity === undefined ? {} : { commodity: service.commodity }),
    group: service.group,
    loss: autonomy.loss,
    bufferHours: autonomy.bufferHours,
    ...(share === undefined ? {} : { share }),
    method: evidence?.method ?? "inferred",
    ruleId: service.ruleId,
    distanceKm: roundKm(km),
    confidence: evidence?.confidence ?? inferred,
    source: evidence?.source ?? "rules",
    assumed: ["loss", "buffer_hours", ...(share === undefined ? [] : ["share"])],
    ...extraOf(evidence),
  };
}

function extraOf(evidence: Evidence | undefined): Pick<Dependency, "extra"> {
  const { note, asOf } = evidence ?? {};
  if (note === undefined && asOf === undefined) return {};
  return {
    extra: {
      ...(note === undefined ? {} : { x_source_note: note }),
      ...(asOf === undefined ? {} : { x_as_of: asOf }),
    },
  };
}

/** What a cited fact states of the asset it is about: its source and year, with a confidence. */
export function statedBy({ extra }: PlacedAsset, confidence: number, note = extra?.["x_source_note"]): Evidence {
  const asOf = extra?.["x_as_of"];
  return {
    method: "authored",
    source: "facts",
    confidence,
    ...(note === undefined ? {} : { note }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** `count` shares of four decimals that sum to 1; the first takes what rounding leaves. */
export function equalShares(count: number): number[] {
  const part = Math.floor(10_000 / count);
  return Array.from({ length: count }, (_, index) => (index === 0 ? 10_000 - part * (count - 1) : part) / 10_000);
}
