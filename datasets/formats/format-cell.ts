import type { Attribute, CommodityAmount, StateShare } from "../../analyzer/index.ts";

/** A value of the model as its cell: the inverse of `parseCell`, without loss. Throws where it is no value of the model. */
export function formatCell(attribute: Attribute, value: unknown): string | number | boolean {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (!Array.isArray(value)) throw new TypeError(`${attribute.column} holds no value that fits into a cell`);
  switch (attribute.type) {
    case "states":
      return formatStates(value);
    case "amounts":
      return value.map(formatAmount).join("|");
    default:
      return value.join("|");
  }
}

function formatAmount({ commodity, amount }: CommodityAmount): string {
  return amount === undefined ? commodity : `${commodity}:${amount}`;
}

function formatStates(states: readonly StateShare[]): string {
  const equal = states.every(({ share }) => share === 1 / states.length);
  return states.map(({ state, share }) => (equal ? state : `${state}:${share}`)).join("|");
}
