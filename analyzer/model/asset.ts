import type { Marking } from "./marking.ts";
import type { PlaceClass } from "./place-class.ts";

/** A State that an asset belongs to, with the share (0..1) of it; the shares of one asset sum to 1. */
export interface StateShare {
  readonly state: string;
  readonly share: number;
}

/** What an asset puts into or takes out of the network of a commodity; no amount = not known. */
export interface CommodityAmount {
  readonly commodity: string;
  readonly amount?: number;
}

/**
 * A thing that provides a service (model.md section 1). A property that is absent is unknown, never 0; what the engine
 * assumes then is the `default` of the attribute table.
 */
export interface Asset {
  readonly id: string;
  readonly name: string;
  readonly sector: string;
  readonly subsector?: string;
  readonly kind: string;
  readonly states: readonly StateShare[];
  readonly operatorStates?: readonly string[];
  readonly lon?: number;
  readonly lat?: number;
  readonly placeClass?: PlaceClass;
  readonly capacity?: number;
  readonly unit?: string;
  readonly peopleServed?: number;
  readonly restartHours?: number;
  readonly repairHours?: number;
  readonly repairLowHours?: number;
  readonly repairHighHours?: number;
  readonly blackStart?: boolean;
  readonly operator?: string;
  readonly mtpdHours?: number;
  readonly rtoHours?: number;
  readonly produces?: readonly CommodityAmount[];
  readonly consumes?: readonly CommodityAmount[];
  readonly source: string;
  readonly licence?: string;
  readonly confidence?: number;
  /** Columns of this row that are assumed rather than known (`restart_hours`, `consumes`, ...). */
  readonly assumed?: readonly string[];
  readonly marking?: Marking;
  /** The user's own columns (`x_...`), kept, shown, exported. */
  readonly extra?: Readonly<Record<string, string>>;
}
