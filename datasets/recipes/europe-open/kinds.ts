/** What a raw subtype is in our words; `subsector` is the fuel of a power plant. */
interface KindOfSubtype {
  readonly kind: string;
  readonly subsector?: string;
}

const kinds: Readonly<Record<string, string>> = {
  substation: "substation",
  "line-junction": "junction",
  "gas-junction": "gas node",
  "gas-border-node": "gas border point",
  reservoir: "reservoir",
  seaport: "port",
  airport: "airport",
  city: "city",
  rtgs: "payment system",
  "fertiliser-plant": "fertiliser plant",
};

/** The kind of every power plant, whatever its fuel, so that one selection takes all plants of a State. */
export const plantKind = "power plant";

const plantPrefix = "plant/";

/** Translates a raw subtype (`substation`, `plant/natural-gas`); null for a subtype this recipe does not know. */
export function kindOfSubtype(subtype: string): KindOfSubtype | null {
  if (subtype.startsWith(plantPrefix)) return { kind: plantKind, subsector: subtype.slice(plantPrefix.length) };
  const kind = kinds[subtype];
  return kind === undefined ? null : { kind };
}
