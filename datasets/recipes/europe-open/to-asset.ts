import type { Asset } from "../../../analyzer/index.ts";
import { kindOfSubtype, plantKind } from "./kinds.ts";
import type { RawNode } from "./raw-graph.ts";
import { sourceOf } from "./sources.ts";

/** A raw node as an asset, or why it cannot be one. */
type AssetOrReason = Asset | { readonly reason: string };

/** Rounds a raw coordinate to the tenth of a degree that place class Z3 allows. */
function toZ3(degrees: number): number {
  return Math.round(degrees * 10) / 10 + 0;
}

/**
 * Translates a raw node: kind and fuel, place at class Z3, people of a city, megawatts of a plant. Made-up names and
 * places are listed in `assumed`, the id of the source is kept in `x_source_id`.
 */
export function toAsset(node: RawNode): AssetOrReason {
  const kind = kindOfSubtype(node.subtype);
  if (kind === null) return { reason: `unknown type ${node.subtype}` };
  const source = sourceOf(node.source);
  if (source === null) return { reason: `unknown source ${node.source}` };
  const atCapital = node.name.endsWith(capitalNote);
  const assumed = [...(node.nameDerived ? ["name"] : []), ...(atCapital ? ["lon", "lat"] : [])];
  const sourceId = cleanSourceId(node.sourceId);
  return {
    id: node.id,
    name: atCapital ? node.name.slice(0, -capitalNote.length) : node.name,
    sector: node.sector,
    ...kind,
    states: [{ state: node.state, share: 1 }],
    lon: toZ3(node.lon),
    lat: toZ3(node.lat),
    placeClass: "Z3",
    ...size(node, kind.kind),
    source,
    licence: node.licence,
    ...(assumed.length > 0 ? { assumed } : {}),
    ...(sourceId === "" ? {} : { extra: { x_source_id: sourceId } }),
  };
}

const capitalNote = " (placed at capital)";

function size(node: RawNode, kind: string): Partial<Asset> {
  if (node.capacity === null) return {};
  if (kind === "city") return { peopleServed: node.capacity };
  const produces = kind === plantKind ? { produces: [{ commodity: "electricity", amount: node.capacity }] } : {};
  return { capacity: node.capacity, unit: node.unit, ...produces };
}

/**
 * The ids of a plant come as a Python literal that the raw file cuts off at some length (`{'GEM': {'G1'}, 'GEO': {'GE`):
 * keeps the ids that are whole, as `GEM:G1`. Any other text stays as it is.
 */
function cleanSourceId(sourceId: string): string {
  if (!sourceId.startsWith("{")) return sourceId;
  const ids: string[] = [];
  for (const [, collection, list] of sourceId.matchAll(/'(\w+)': \{([^}]*)/g)) {
    for (const [, id] of (list ?? "").matchAll(/'([^']+)'/g)) ids.push(`${collection}:${id}`);
  }
  return ids.join(" ");
}
