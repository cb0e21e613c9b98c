import { ChainSearch, type Link } from "../chain-search.ts";
import { notFound } from "../store-error.ts";
import type { Statements } from "./statements.ts";

const place = "SELECT n FROM asset WHERE dataset = ? AND id = ?";
const idsOf = `SELECT asset.id AS id FROM json_each(:chain) AS step
  JOIN asset ON asset.dataset = :dataset AND asset.n = step.value ORDER BY step.key`;
// The layer comes first and the index is named: each asset of it is one look-up.
const linksOf = `SELECT step.value AS provider, dependent FROM json_each(:layer) AS step
  CROSS JOIN dependency INDEXED BY dependency_by_provider
  WHERE dependency.dataset = :dataset AND dependency.provider = step.value`;

/** See `Store.path`. Within a dataset of that number. */
export function readPath(
  sql: Statements,
  dataset: number,
  [providerId, dependentId]: readonly [string, string],
  maxSteps: number,
): readonly string[] | null {
  const placeOf = (id: string): number => {
    const [row] = sql.all<{ n: number }>(place, dataset, id);
    if (row === undefined) throw notFound("asset", id);
    return row.n;
  };
  const search = new ChainSearch(placeOf(providerId), placeOf(dependentId), maxSteps);
  while (!search.isOver) search.take(sql.all<Link>(linksOf, { dataset, layer: JSON.stringify(search.layer) }));
  const { chain } = search;
  if (chain === null) return null;
  return sql.all<{ id: string }>(idsOf, { dataset, chain: JSON.stringify(chain) }).map(({ id }) => id);
}
