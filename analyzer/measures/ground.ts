import type { Cascade } from "../algorithms/cascade/cascade.ts";
import type { Dataset } from "../model/dataset.ts";
import type { Territory } from "../system/territory.ts";

/** What a piece of work needs: the compiled system, inside its engine, and where its assets count. */
export interface PieceGround {
  readonly cascade: Cascade;
  readonly territory: Territory;
}

/** What a whole analysis needs: also the rows the system was compiled from. */
export interface RunGround extends PieceGround {
  readonly dataset: Dataset;
}
