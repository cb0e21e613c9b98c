import type { Attribute, CommodityAmount, StateShare } from "../../analyzer/index.ts";
import { type Cell, CellFault } from "./cell.ts";

/**
 * A cell as the value of its attribute: undefined where it is empty (unknown), a fault where it cannot be read. Spaces
 * around a cell are dropped. Ranges, choices and references are the check's questions, not this one's.
 */
export function parseCell(attribute: Attribute, cell: Cell): unknown {
  const trimmed = typeof cell === "string" ? cell.trim() : cell;
  if (trimmed === null || trimmed === "") return undefined;
  switch (attribute.type) {
    case "number":
      return parseNumber(attribute.column, trimmed);
    case "boolean":
      return parseBoolean(attribute.column, trimmed);
    default:
      return typeof trimmed === "string"
        ? parseText(attribute, trimmed)
        : new CellFault("CELL_NOT_TEXT", `${attribute.column} is text: put the value in quotes.`);
  }
}

function parseText({ column, type }: Attribute, text: string): unknown {
  switch (type) {
    case "states":
      return parseStates(column, text);
    case "amounts":
      return parseAmounts(column, text);
    case "codes":
    case "columns":
      return parseList(column, text);
    default:
      return text;
  }
}

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Reads 1200, -0.5, 1e-3; not 1,200, 0x10 or NaN. Beyond the largest double it is infinite, and out of range. */
export function readNumber(text: string): number | undefined {
  if (!numberPattern.test(text)) return undefined;
  const value = Number(text);
  // Minus zero is zero: the two would hash and print differently.
  return value === 0 ? 0 : value;
}

function parseNumber(column: string, cell: string | number | boolean): unknown {
  if (typeof cell === "number") return cell === 0 ? 0 : cell;
  const value = typeof cell === "string" ? readNumber(cell) : undefined;
  if (value !== undefined) return value;
  return new CellFault("CELL_NOT_NUMBER", `${column} must be a number such as 1200.5: a dot, no other separators.`);
}

const booleans = new Map([
  ["true", true],
  ["1", true],
  ["yes", true],
  ["false", false],
  ["0", false],
  ["no", false],
]);

function parseBoolean(column: string, cell: string | number | boolean): unknown {
  if (typeof cell === "boolean") return cell;
  const value = booleans.get(String(cell).toLowerCase());
  return value ?? new CellFault("CELL_NOT_BOOLEAN", `${column} must be true or false, 1 or 0, yes or no.`);
}

function parseStates(column: string, text: string): readonly StateShare[] | CellFault {
  const fault = new CellFault("CELL_NOT_STATES", `${column} must look like DE, FR|ES or FR:0.5|ES:0.5.`);
  const parts = text.split("|").map((part) => part.split(":").map((word) => word.trim()));
  const shared = parts.every((words) => words.length === 2);
  if (!shared && !parts.every((words) => words.length === 1)) return fault;
  const states: StateShare[] = [];
  for (const [state = "", shareText = ""] of parts) {
    const share = shared ? readNumber(shareText) : 1 / parts.length;
    if (state === "" || share === undefined) return fault;
    states.push({ state, share });
  }
  return states;
}

function parseAmounts(column: string, text: string): readonly CommodityAmount[] | CellFault {
  const fault = new CellFault("CELL_NOT_AMOUNTS", `${column} must look like electricity, or gas:40|heat:10.`);
  const amounts: CommodityAmount[] = [];
  for (const part of text.split("|")) {
    const [commodity = "", amountText, ...rest] = part.split(":").map((word) => word.trim());
    if (commodity === "" || rest.length > 0) return fault;
    if (amountText === undefined) {
      amounts.push({ commodity });
      continue;
    }
    const amount = readNumber(amountText);
    if (amount === undefined) return fault;
    amounts.push({ commodity, amount });
  }
  return amounts;
}

function parseList(column: string, text: string): readonly string[] | CellFault {
  const words = text.split("|").map((word) => word.trim());
  return words.includes("")
    ? new CellFault("CELL_NOT_LIST", `${column} must be words joined by |, none empty.`)
    : words;
}
