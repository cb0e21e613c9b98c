import type { Dataset } from "../../model/dataset.ts";
import { quartilesOf } from "../../model/quartiles.ts";
import type { UnusualValue } from "./data-gaps-result.ts";

/** Fewer values of a kind say nothing about what is usual. */
const fewestValues = 8;

type Part = Omit<UnusualValue, "usual">;

/**
 * Values above zero that lie far from those which other rows of the same kind and unit state: a capacity in GW among MW. What is
 * usual is told by the quartiles: three times as far beyond them, in orders of magnitude, as they lie apart (Tukey's "far out",
 * Exploratory Data Analysis, 1977), worked out by ratios, since logarithms differ from host to host in the last digit. The
 * farthest first. O(rows log rows).
 */
export function unusualValues({ assets, dependencies, connections }: Dataset): UnusualValue[] {
  const groups = new Map<string, Part[]>();
  const add = (kindKey: string, part: { [name in keyof Part]: Part[name] | undefined }): void => {
    if (part.value === undefined || part.value <= 0) return;
    const key = `${part.column} ${part.unit ?? ""} ${kindKey}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part as Part]);
    else group.push(part as Part);
  };
  for (const { id, kind, capacity, unit, peopleServed, restartHours, repairHours } of assets) {
    const at = { table: "assets", id } as const;
    add(kind, { ...at, column: "capacity", value: capacity, unit: unit ?? null });
    add(kind, { ...at, column: "people_served", value: peopleServed, unit: "persons" });
    add(kind, { ...at, column: "restart_hours", value: restartHours, unit: "h" });
    add(kind, { ...at, column: "repair_hours", value: repairHours, unit: "h" });
  }
  const kindOf = new Map(assets.map(({ id, kind }) => [id, kind]));
  for (const { id, dependent, group, commodity, bufferHours, distanceKm } of dependencies) {
    const kindKey = `${kindOf.get(dependent)} ${group ?? commodity ?? ""}`;
    add(kindKey, { table: "dependencies", id, column: "buffer_hours", value: bufferHours, unit: "h" });
    add(kindKey, { table: "dependencies", id, column: "distance_km", value: distanceKm, unit: "km" });
  }
  for (const { id, commodity, capacity, unit } of connections)
    add(commodity, { table: "connections", id, column: "capacity", value: capacity, unit: unit ?? null });
  const found = [...groups.values()].flatMap(farOut);
  return found.sort((a, b) => b.far - a.far || (a.value.id < b.value.id ? -1 : 1)).map(({ value }) => value);
}

function farOut(parts: readonly Part[]): { readonly value: UnusualValue; readonly far: number }[] {
  if (parts.length < fewestValues) return [];
  const { low, high, step } = quartilesOf(Float64Array.from(parts, ({ value }) => value).sort());
  const beyond = step * step * step;
  const [least, most] = [low / beyond, high * beyond];
  return parts.flatMap((part) => {
    const far = Math.max(least / part.value, part.value / most);
    return far <= 1 ? [] : [{ value: { ...part, usual: [least, most] as const }, far }];
  });
}
