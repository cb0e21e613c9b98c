/** Which assets a shock hits: every field that is given must hold. */
export interface Selection {
  readonly ids?: readonly string[];
  readonly sector?: string;
  readonly kind?: string;
  readonly states?: readonly string[];
  readonly operator?: string;
  readonly within?: { readonly lon: number; readonly lat: number; readonly km: number };
}

/** A fall of availability of the selected assets to `availability` (default 0) from `fromHours` (default 0) for `hours` (default: to the end). */
export interface Shock {
  readonly select: Selection;
  readonly availability?: number;
  readonly fromHours?: number;
  readonly hours?: number;
  readonly likelihood?: number;
}

/** `scenario.json` (files.md). */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly horizonHours: number;
  readonly shocks: readonly Shock[];
  readonly trials?: number;
  readonly seed?: number;
  readonly cause?: string;
}

/** Hours a run goes on after a single loss ends, unless said otherwise (model.md section 5). */
export const aftermathHours = 336;

/** Hours an asset of a single-failure scan is lost, unless said otherwise (model.md section 5). */
export const scanLossHours = 72;

/** The scenario behind `--lose`: the named assets are fully lost from hour 0 for `hours`, horizon `hours + 336` unless said. */
export function lossScenario(ids: readonly string[], hours: number, horizonHours = hours + aftermathHours): Scenario {
  return {
    id: "lose",
    title: `Loss of ${ids.join(", ")}`,
    horizonHours,
    shocks: [{ select: { ids }, availability: 0, fromHours: 0, hours }],
  };
}
