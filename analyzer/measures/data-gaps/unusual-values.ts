import type { Dataset } from "../../model/dataset.ts";
import type { UnusualValue } from "./data-gaps-result.ts";

/** Fewer values of a kind say nothing about what is usual. */
const fewestValues = 8;
/** How many times the distance of the quartiles a value may lie beyond them, in orders of magnitude (Tukey's "far out"). */
const fences = 3;
/** Where all of a kind are nearly the same, half an order of magnitude either way is usual still. */
const leastDistance = 0.5 / fences;

type Part = Omit<UnusualValue, "usual">;

/**
 * Values above zero that lie far from those which other rows of the same kind and unit state: a capacity in GW among MW. What is
 * usual is told by the quartiles of the logarithm (Tukey, Exploratory Data Analysis, 1977). The farthest first. O(rows log rows).
 */
export function unusualValues({ assets, dependencies, connections }: Dataset): UnusualValue[] {
  const groups = new Map<string, { readonly part: Part; readonly log: number }[]>();
  const add = (kindKey: string, part: { [name in keyof Part]: Part[name] | undefined }): void => {
    if (part.value === undefined || part.value <= 0) return;
    const key = `${part.column} ${part.unit ?? ""} ${kindKey}`;
    const entry = { part: part as Part, log: Math.log10(part.value) };
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
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

function farOut(
  entries: readonly { readonly part: Part; readonly log: number }[],
): { readonly value: UnusualValue; readonly far: number }[] {
  if (entries.length < fewestValues) return [];
  const logs = entries.map(({ log }) => log).sort((a, b) => a - b);
  const [low, high] = [logs[Math.floor(logs.length / 4)]!, logs[Math.floor((3 * logs.length) / 4)]!];
  const distance = Math.max(high - low, leastDistance);
  const [least, most] = [low - fences * distance, high + fences * distance];
  return entries.flatMap(({ part, log }) => {
    const far = Math.max(least - log, log - most);
    return far <= 0 ? [] : [{ value: { ...part, usual: [10 ** least, 10 ** most] as const }, far }];
  });
}
