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

/** The column as people read it, with the unit where it does not say it itself: "People served (persons)", "Repair hours". */
export function fieldTitle({ column, unit }: Attribute): string {
  const words = column.replaceAll("_", " ");
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  const said = unit === undefined || column === "capacity" || (unit === "h" && column.endsWith("hours"));
  return said ? title : `${title} (${unit})`;
}

/** How a value is written where that cannot be guessed. */
export function writingHint({ type }: Attribute): string | undefined {
  if (type === "states") return "DE, or FR:0.5|ES:0.5";
  if (type === "amounts") return "electricity:1200 or gas:40|heat";
  if (type === "columns") return "capacity|restart_hours";
  return undefined;
}
