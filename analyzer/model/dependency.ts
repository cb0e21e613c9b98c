import type { Marking } from "./marking.ts";

export const dependencyKinds = ["physical", "cyber", "geographic", "logical"] as const;
export type DependencyKind = (typeof dependencyKinds)[number];

export const groupRules = ["proportional", "threshold"] as const;
export type GroupRule = (typeof groupRules)[number];

export const rowMethods = ["observed", "inferred", "authored"] as const;
export type RowMethod = (typeof rowMethods)[number];

/**
 * A directed statement "dependent needs what provider gives" (model.md section 1).
 *
 * `provider` is an asset id, or `@commodity`: the network the dependent is connected to. `need`, `rule`, `loss` and
 * `bufferHours` belong to the input group and may stand on any row of it.
 */
export interface Dependency {
  readonly id: string;
  readonly provider: string;
  readonly dependent: string;
  readonly kind?: DependencyKind;
  readonly commodity?: string;
  readonly group?: string;
  readonly need?: number;
  readonly rule?: GroupRule;
  readonly loss?: number;
  readonly bufferHours?: number;
  readonly share?: number;
  readonly lagHours?: number;
  readonly likelihood?: number;
  readonly method?: RowMethod;
  readonly ruleId?: string;
  readonly distanceKm?: number;
  readonly confidence?: number;
  readonly source?: string;
  readonly licence?: string;
  readonly assumed?: readonly string[];
  readonly marking?: Marking;
  readonly extra?: Readonly<Record<string, string>>;
}

/** The commodity of a network provider (`@electricity` gives `electricity`), or null for a provider that is an asset. */
export function networkCommodity(provider: string): string | null {
  return provider.startsWith("@") ? provider.slice(1) : null;
}
