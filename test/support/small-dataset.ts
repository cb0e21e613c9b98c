import type { Asset, CommodityAmount } from "../../analyzer/index.ts";
import { assetRow } from "./rows.ts";

/** Assets of an electricity network, on top of `rows.ts`: amounts that are left out are not known. */

/** A power plant of XA. */
export function plantRow(id: string, amount?: number, more: Partial<Asset> = {}): Asset {
  return assetRow(id, { kind: "power plant", produces: electricity(amount), ...more });
}

/** A city of XA. */
export function cityRow(id: string, amount?: number, more: Partial<Asset> = {}): Asset {
  return assetRow(id, { sector: "population", kind: "city", consumes: electricity(amount), ...more });
}

function electricity(amount: number | undefined): CommodityAmount[] {
  return [amount === undefined ? { commodity: "electricity" } : { commodity: "electricity", amount }];
}
