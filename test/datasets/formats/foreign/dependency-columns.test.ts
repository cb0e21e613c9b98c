import { expect, it } from "vitest";
import { rolesOf } from "../../../../datasets/formats/foreign/dependency-columns.ts";

it.each([
  [["From", "To", "Likelihood (%)"], { provider: "From", dependent: "To", likelihood: "Likelihood (%)" }],
  [
    ["source_asset", "Target Asset", "Probability"],
    { provider: "source_asset", dependent: "Target Asset", likelihood: "Probability" },
  ],
  [
    ["supplier", "consumer", "impact", "sector from", "to-sector"],
    {
      provider: "supplier",
      dependent: "consumer",
      impact: "impact",
      providerSector: "sector from",
      dependentSector: "to-sector",
    },
  ],
  [
    ["from country", "from", "to", "country_to"],
    { provider: "from", dependent: "to", providerState: "from country", dependentState: "country_to" },
  ],
  [["a", "b", "__proto__"], {}],
  [[], {}],
])("%j", (header, roles) => {
  expect(Object.fromEntries(rolesOf(header))).toEqual(roles);
});
