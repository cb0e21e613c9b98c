import { type Attribute, assetAttributes } from "../../analyzer/index.ts";
import type { AssetRow } from "../data/api-types.ts";
import { formatShare, formatValue } from "../data/numbers.ts";

/** Shown elsewhere in the inspector. */
const shownAbove = new Set(["id", "name", "sector", "kind", "assumed"]);

/** All that the dataset says of an asset, with units; what is assumed is marked, what is unknown is not there. */
export function AssetFacts({ asset }: { readonly asset: AssetRow }) {
  const values = asset as unknown as Readonly<Record<string, unknown>>;
  const known = assetAttributes.filter(({ name }) => !shownAbove.has(name) && values[name] !== undefined);
  return (
    <section className="block" aria-labelledby="facts-title">
      <h2 id="facts-title">What it is</h2>
      <dl className="facts">
        {known.map((attribute) => (
          <div key={attribute.name}>
            <dt title={attribute.meaning}>{attribute.column.replaceAll("_", " ")}</dt>
            <dd>
              {valueText(attribute, values)}{" "}
              {(asset.assumed ?? []).includes(attribute.column) && <span className="tag">assumed</span>}
            </dd>
          </div>
        ))}
        {Object.entries(asset.extra ?? {}).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function valueText({ name, type, unit }: Attribute, values: Readonly<Record<string, unknown>>): string {
  const value = values[name];
  if (name === "confidence") return formatShare(Number(value));
  if (type === "number") {
    const stated = name === "capacity" ? values.unit : unit;
    const text = name === "lon" || name === "lat" ? String(value) : formatValue(Number(value));
    if (stated === "degree") return `${text}°`;
    return typeof stated === "string" ? `${text} ${stated}` : text;
  }
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(itemText).join(", ");
  return String(value);
}

function itemText(item: unknown): string {
  if (typeof item !== "object" || item === null) return String(item);
  if ("state" in item && "share" in item) {
    return Number(item.share) === 1 ? String(item.state) : `${String(item.state)} ${formatShare(Number(item.share))}`;
  }
  if ("commodity" in item)
    return "amount" in item ? `${String(item.commodity)} ${String(item.amount)}` : String(item.commodity);
  return "";
}
