import { ChainSearch, type Link } from "../chain-search.ts";
import { notFound } from "../store-error.ts";
import type { Query } from "./neo4j-client.ts";
import type { Visible } from "./snapshots.ts";

const place = "MATCH (a:Asset {snapshot: $snapshot, id: $assetId}) RETURN a.n AS n";
/*
 * A layer at a time and not `allShortestPaths`, of which there may be more than anybody can compare, and whose longest length
 * would have to be part of the text. Ids, which are the key, are sent in place of numbers.
 */
const linksOf = `
UNWIND $layer AS id MATCH (p:Asset {snapshot: $snapshot, id: id})<-[:DEPENDS_ON]-(d:Asset)
RETURN DISTINCT p.n AS provider, d.n AS dependent, d.id AS id`;

type LinkRow = { provider: number; dependent: number; id: string };

/** See `Store.path`. Within a visible snapshot. */
export async function readPath(
  query: Query,
  { snapshot }: Visible,
  [providerId, dependentId]: readonly [string, string],
  maxSteps: number,
): Promise<readonly string[] | null> {
  const ids = new Map<number, string>();
  const placeOf = async (assetId: string): Promise<number> => {
    const { records } = await query<{ n: number }>(place, { snapshot, assetId });
    const n = records[0]?.get("n");
    if (n === undefined) throw notFound("asset", assetId);
    ids.set(n, assetId);
    return n;
  };
  const search = new ChainSearch(await placeOf(providerId), await placeOf(dependentId), maxSteps);
  while (!search.isOver) {
    const links: Link[] = [];
    const layer = search.layer.map((n) => ids.get(n));
    for await (const row of query<LinkRow>(linksOf, { snapshot, layer })) {
      const { provider, dependent, id } = row.toObject();
      ids.set(dependent, id);
      links.push({ provider, dependent });
    }
    search.take(links);
  }
  return search.chain?.map((n) => ids.get(n) ?? "") ?? null;
}
