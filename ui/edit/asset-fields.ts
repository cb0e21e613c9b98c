import { type Attribute, assetAttributes } from "../../analyzer/index.ts";

/** Attributes that stand together in the form, in its order. */
export interface FieldGroup {
  readonly title: string;
  readonly fields: readonly Attribute[];
}

const groupNames: readonly (readonly [title: string, names: readonly string[]])[] = [
  ["What it is", ["id", "name", "sector", "kind", "states", "operator"]],
  ["Where it is", ["lon", "lat", "placeClass"]],
  ["What it gives and takes", ["capacity", "unit", "peopleServed", "produces", "consumes"]],
  ["How soon it is back", ["restartHours", "repairHours"]],
  ["How it is known", ["source", "assumed"]],
];

/** What the form asks of an asset. The id is asked of a new one only: what is there keeps it. */
export function assetFieldGroups(isNew: boolean): readonly FieldGroup[] {
  return groupNames.map(([title, names]) => ({
    title,
    fields: names
      .filter((name) => isNew || name !== "id")
      .flatMap((name) => assetAttributes.filter((attribute) => attribute.name === name)),
  }));
}
