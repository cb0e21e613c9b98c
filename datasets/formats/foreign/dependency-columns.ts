/** What a column of a table of dependencies says. */
export const roles = [
  "provider",
  "dependent",
  "likelihood",
  "impact",
  "providerSector",
  "dependentSector",
  "providerKind",
  "dependentKind",
  "providerState",
  "dependentState",
] as const;
export type Role = (typeof roles)[number];

const providers = ["from", "provider", "supplier", "upstream", "source"];
const dependents = ["to", "dependent", "consumer", "downstream", "target"];
const assetWords = ["", "asset", "node", "service", "name", "id"];
const states = ["state", "country", "states"];

/** Usual words for each, as letters and digits alone, the most usual first. */
const words: { readonly [role in Role]: readonly string[] } = {
  provider: around(providers, assetWords),
  dependent: around(dependents, assetWords),
  likelihood: ["likelihood", "probability", "chance"],
  impact: ["impact", "loss", "severity", "consequence"],
  providerSector: around(providers, ["sector"]),
  dependentSector: around(dependents, ["sector"]),
  providerKind: around(providers, ["kind", "type"]),
  dependentKind: around(dependents, ["kind", "type"]),
  providerState: around(providers, states),
  dependentState: around(dependents, states),
};

/** `from` and `sector` give `fromsector` and `sectorfrom`. */
function around(ends: readonly string[], what: readonly string[]): string[] {
  return what.flatMap((word) => ends.flatMap((end) => [`${end}${word}`, `${word}${end}`]));
}

/** Which column of a header has which role; each column has one at most. */
export function rolesOf(header: readonly string[]): ReadonlyMap<Role, string> {
  const plain = new Map(header.map((name) => [name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ""), name]));
  const found = new Map<Role, string>();
  for (const role of roles) {
    const word = words[role].find((each) => plain.has(each));
    if (word !== undefined) found.set(role, plain.get(word) ?? "");
  }
  return found;
}
