import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Type } from "typebox";
import { Check } from "typebox/value";
import type { RawFiles } from "../../raw-files.ts";
import { RecipeError } from "../../recipe-error.ts";

const schema = Type.Record(
  Type.String(),
  Type.Object({ capacity: Type.Optional(Type.Array(Type.Number(), { minItems: 2, maxItems: 2 })) }),
);

/** An exchange of electricity between two States. `mw` is the smaller of its two directions, null where it is not stated. */
export interface Exchange {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly mw: number | null;
}

/**
 * The exchanges of Electricity Maps between two States (zones within a State are taken for it). Capacities are stated as
 * `[reverse, forward]`, the reverse one negative; the smaller of the two is taken, for both ways, and 0 is not known.
 */
export async function readExchanges(raw: RawFiles, file: string): Promise<readonly Exchange[]> {
  const path = join(raw.folder, file);
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    const code = cause instanceof SyntaxError ? "RECIPE_FILE_MALFORMED" : "RECIPE_FILE_MISSING";
    throw new RecipeError(code, `${path} is not there, or is no JSON`, path, { cause });
  }
  if (!Check(schema, value)) throw new RecipeError("RECIPE_FILE_MALFORMED", `${path} is no list of exchanges`, path);
  raw.open(file);
  return Object.entries(value).flatMap(([id, { capacity }]) => {
    raw.count(file);
    const [a = "", b = ""] = id.split("->").map((zone) => zone.slice(0, 2));
    if (a === b) {
      raw.leaveOut(file, "between two zones of one State");
      return [];
    }
    const [reverse = 0, forward = 0] = (capacity ?? []).map(Math.abs);
    const mw = Math.min(reverse, forward);
    return [{ id, a, b, mw: mw > 0 ? mw : null }];
  });
}
