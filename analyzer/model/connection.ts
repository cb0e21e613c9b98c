import type { RowMethod } from "./dependency.ts";
import type { Marking } from "./marking.ts";

/**
 * A conveyance of one commodity between two assets: a line, pipe, cable or route (model.md section 1). The connections of
 * one commodity and their ends form that commodity's network. `directed` conveys from `a` to `b` only.
 */
export interface Connection {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly commodity: string;
  readonly directed?: boolean;
  readonly capacity?: number;
  readonly unit?: string;
  readonly lengthKm?: number;
  readonly method?: RowMethod;
  readonly ruleId?: string;
  readonly confidence?: number;
  readonly source?: string;
  readonly licence?: string;
  readonly assumed?: readonly string[];
  readonly marking?: Marking;
  readonly extra?: Readonly<Record<string, string>>;
}
