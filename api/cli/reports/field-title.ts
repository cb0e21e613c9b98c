/** What stands at the end of a name and is a unit. */
const units: Readonly<Record<string, string>> = {
  Hours: "h",
  Seconds: "s",
  Km: "km",
  Mw: "MW",
  Percent: "%",
};

/** Names that are units themselves. */
const ownUnits = new Set(["personHours"]);

/** What a field of a result is called for people, with its unit: `outageHours` is "outage hours (h)". */
export function fieldTitle(name: string): string {
  const words = name
    .split(".")
    .map((part) => part.replaceAll(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase())
    .join(" ");
  const last = name.split(".").at(-1) ?? "";
  const capital = last.charAt(0).toUpperCase() + last.slice(1);
  const unit = ownUnits.has(last) ? undefined : Object.entries(units).find(([ending]) => capital.endsWith(ending))?.[1];
  return (unit === undefined ? words : `${words} (${unit})`).replaceAll(/\bstate(s?)\b/g, "State$1");
}
