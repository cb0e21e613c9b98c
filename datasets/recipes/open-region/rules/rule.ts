import type { Connection, Dependency, DependencyKind } from "../../../../analyzer/index.ts";
import { autonomyColumns } from "../autonomy.ts";
import { assetOf, type Draft, type PlacedAsset, roundedKm } from "../draft.ts";

/** What a rule of this region may have otherwise than the rule itself. */
export interface RuleSettings {
  readonly reachKm?: number | undefined;
  readonly count?: number | undefined;
}

/** A rule that joins assets of the draft; the rows it makes carry its id. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** The input group that its dependencies fill; null where it makes connections. */
  readonly group: string | null;
  /** The settings that a region file may give it. */
  readonly settable: readonly (keyof RuleSettings)[];
  join(draft: Draft, settings: RuleSettings): void;
}

/** What a dependency of a rule says, whichever its ends are. */
export interface Need {
  readonly ruleId: string;
  readonly kind: DependencyKind;
  readonly commodity: string;
  readonly group: string;
  readonly method?: "observed" | "inferred" | "authored";
  /** The source of an observed need; else the authors of the rule. */
  readonly source?: string;
  /** The part that this provider covers, where each of them covers one. */
  readonly share?: number;
}

/** A dependency with the autonomy of its dependent's kind, which is assumed. */
export function need(
  draft: Draft,
  provider: string,
  dependent: string,
  confidence: number,
  { ruleId, kind, commodity, group, method = "inferred", source = "authored", share }: Need,
): Dependency {
  const [from, to] = [assetOf(draft, provider), assetOf(draft, dependent)];
  const { columns, assumed } = autonomyColumns(to.kind, group);
  const listed = share === undefined ? assumed : [...assumed, "share"].sort();
  return {
    id: `${ruleId}:${provider}>${dependent}`,
    provider,
    dependent,
    kind,
    commodity,
    group,
    ...(share === undefined ? {} : { share }),
    ...columns,
    distanceKm: roundedKm(from, to),
    method,
    ruleId,
    confidence,
    source,
    ...(listed.length > 0 ? { assumed: listed } : {}),
  };
}

/** An inferred connection of electricity. */
export function feed(ruleId: string, a: PlacedAsset, b: PlacedAsset, confidence: number): Connection {
  return {
    id: `${ruleId}:${a.id}~${b.id}`,
    a: a.id,
    b: b.id,
    commodity: "electricity",
    lengthKm: roundedKm(a, b),
    method: "inferred",
    ruleId,
    confidence,
    source: "authored",
  };
}
