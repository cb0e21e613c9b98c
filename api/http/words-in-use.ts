import { type Dataset, joinVocabulary, type State, type Term } from "../../analyzer/index.ts";
import { stateName } from "../../datasets/states.ts";

/** The words that a dataset's rows use, each list in the order of the vocabulary; States by code. */
interface WordsInUse {
  readonly states: readonly State[];
  readonly sectors: readonly Term[];
  readonly kinds: readonly Term[];
  readonly commodities: readonly Term[];
}

/** Collects them in one pass over the rows. */
export function wordsInUse({ description, assets, dependencies, connections }: Dataset): WordsInUse {
  const vocabulary = joinVocabulary(description.vocabulary ?? {});
  const commodities = new Set<string>();
  for (const { provider, commodity } of dependencies) {
    if (commodity !== undefined) commodities.add(commodity);
    if (provider.startsWith("@")) commodities.add(provider.slice(1));
  }
  for (const { commodity } of connections) commodities.add(commodity);
  for (const asset of assets) {
    for (const { commodity } of [...(asset.produces ?? []), ...(asset.consumes ?? [])]) commodities.add(commodity);
  }
  return {
    states: statesInUse(assets, description.states ?? []),
    sectors: pick(vocabulary.sectors, new Set(assets.map((asset) => asset.sector))),
    kinds: pick(vocabulary.kinds, new Set(assets.map((asset) => asset.kind))),
    commodities: pick(vocabulary.commodities, commodities),
  };
}

function statesInUse(assets: Dataset["assets"], own: readonly State[]): State[] {
  const codes = new Set(assets.flatMap((asset) => asset.states.map(({ state }) => state)));
  return [...codes]
    .sort()
    .map((code) => ({ code, name: own.find((state) => state.code === code)?.name ?? stateName(code) ?? code }));
}

/** The terms used; a word the vocabulary lacks stands for itself, at the end. */
function pick(terms: readonly Term[], used: ReadonlySet<string>): Term[] {
  const known = terms.filter((term) => used.has(term.id));
  const ids = new Set(known.map((term) => term.id));
  const unknown = [...used].filter((id) => !ids.has(id)).sort();
  return [...known, ...unknown.map((id) => ({ id, title: id }))];
}
