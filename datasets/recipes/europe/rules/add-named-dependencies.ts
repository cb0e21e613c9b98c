import { type DependencyKind, dependencyKinds, distanceKm } from "../../../../analyzer/index.ts";
import { RecipeError } from "../../recipe-error.ts";
import { addRow, assetOf, type Draft } from "../draft.ts";
import { roundKm } from "../nearest.ts";
import { number, optionalNumber, type TableRow, text } from "../table.ts";

/** Rule A1: dependencies that a public document states, row by row from `dependencies.csv`. */
export function addNamedDependencies(draft: Draft, rows: readonly TableRow[]): void {
  for (const row of rows) {
    const dependent = assetOf(draft, text(row, "dependent"));
    const provider = assetOf(draft, text(row, "provider"));
    const group = text(row, "group");
    const share = optionalNumber(row, "share");
    addRow(draft.dependencies, {
      id: `${dependent.id}.${group}.${provider.id}`,
      provider: provider.id,
      dependent: dependent.id,
      kind: dependencyKind(row),
      group,
      loss: number(row, "loss"),
      bufferHours: number(row, "buffer_hours"),
      ...(share === undefined ? {} : { share }),
      method: "authored",
      ruleId: "A1",
      distanceKm: roundKm(distanceKm(dependent, provider)),
      confidence: number(row, "confidence"),
      source: "facts",
      assumed: ["loss", "buffer_hours", ...(share === undefined ? [] : ["share"])],
      extra: {
        x_source_note: text(row, "source_note"),
        // Of the facts it joins: a package states no year.
        x_as_of: provider.extra?.["x_as_of"] ?? dependent.extra?.["x_as_of"] ?? "",
      },
    });
  }
}

function dependencyKind(row: TableRow): DependencyKind {
  const cell = text(row, "kind");
  const kind = dependencyKinds.find((known) => known === cell);
  if (kind === undefined) {
    throw new RecipeError("RECIPE_VALUE_UNKNOWN", `${row.file}, row ${row.row}: "${cell}" is no kind of dependency`);
  }
  return kind;
}
