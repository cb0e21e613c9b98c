import type { ScanMethodCounts } from "../../analyzer/index.ts";
import { formatCount } from "./numbers.ts";

/** `timed closure (8), event engine (2)`: how the rows of a scan were worked out; empty for a scan that does not say. */
export function scanMethodText(methods: ScanMethodCounts | undefined): string {
  return Object.entries(methods ?? {})
    .flatMap(([method, count]) => (count > 0 ? [`${method} (${formatCount(count)})`] : []))
    .join(", ");
}
