import type { DependencyRow } from "../data/api-types.ts";
import { formatHours, formatShare } from "../data/numbers.ts";

/** How a dependency is known: by what method, how surely, and what of it is assumed. */
export function Evidence({ row }: { readonly row: DependencyRow }) {
  const words = [
    row.method,
    row.confidence === undefined ? null : `confidence ${formatShare(row.confidence)}`,
    row.lagHours ? `lag ${formatHours(row.lagHours)}` : null,
  ].filter((word) => typeof word === "string");
  return (
    <span className="small faint">
      {words.join(", ")}{" "}
      {(row.assumed ?? []).length > 0 && <span className="tag">assumed: {row.assumed?.join(", ")}</span>}
    </span>
  );
}
