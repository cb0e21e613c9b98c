import type { Page } from "./store.ts";
import { StoreError } from "./store-error.ts";

/**
 * Refuses a page that no list has (`STORE_BAD_PAGE`): what a store does with such numbers differs from store to
 * store.
 */
export function checkPage({ offset, limit }: Page): void {
  if (![offset, limit].every((number) => Number.isSafeInteger(number) && number >= 0))
    throw new StoreError("STORE_BAD_PAGE", `Offset ${offset}, limit ${limit}`);
}
