import type { Asset } from "../../analyzer/index.ts";
import { checkPage } from "./check-page.ts";
import { searchText, searchWords } from "./search-text.ts";
import type { AssetPage, AssetQuery } from "./store.ts";

/** One page of the assets that match, for a dataset at hand. Throws `StoreError` (`STORE_BAD_PAGE`). O(assets). */
export function findAssets(assets: readonly Asset[], query: AssetQuery): AssetPage {
  checkPage(query);
  const words = searchWords(query.text);
  const isWanted = (asset: Asset): boolean =>
    words.every((word) => searchText(asset).includes(word)) &&
    (query.sector === undefined || asset.sector === query.sector) &&
    (query.kind === undefined || asset.kind === query.kind) &&
    (query.state === undefined || asset.states.some((share) => share.state === query.state));
  const found = assets.filter(isWanted);
  return { total: found.length, assets: found.slice(query.offset, query.offset + query.limit) };
}
