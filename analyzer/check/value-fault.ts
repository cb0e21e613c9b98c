import type { StateShare } from "../model/asset.ts";
import { type Attribute, mostAmount } from "../model/attributes.ts";
import type { Finding } from "./make-issue.ts";

/** Longest id, in characters. */
const idLength = 200;

/** How far shares of States may be from summing to 1. */
const shareTolerance = 1e-9;

/**
 * What is wrong with a value of the model, judged by the attribute table alone; null where nothing is. An absent value is
 * wrong only where it is required. The words of vocabularies, State codes and references are other checks' questions.
 */
export function valueFault(attribute: Attribute, value: unknown): Finding | null {
  const finding = isEmpty(value) ? emptyFault(attribute, value) : typeFault(attribute, value);
  return finding === null ? null : { column: attribute.column, value, ...finding };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

function emptyFault(attribute: Attribute, value: unknown): Finding | null {
  if (attribute.required) {
    return { code: "VALUE_MISSING", text: `${attribute.column} is required: ${attribute.meaning}.` };
  }
  if (value === undefined) return null;
  return { code: "VALUE_WRONG_TYPE", text: `${attribute.column} is empty: leave an unknown value out.` };
}

function typeFault(attribute: Attribute, value: unknown): Finding | null {
  switch (attribute.type) {
    case "number":
      return numberFault(attribute, value);
    case "boolean":
      return typeof value === "boolean" ? null : wrongType(attribute, "true or false");
    case "choice":
      return choiceFault(attribute, value);
    case "id":
      return idFault(attribute, value);
    case "text":
    case "term":
      return textFault(attribute, value);
    case "states":
      return statesFault(attribute, value);
    case "codes":
    case "columns":
      return listFault(attribute, value);
    case "amounts":
      return amountsFault(attribute, value);
    default:
      return attribute.type satisfies never;
  }
}

function wrongType(attribute: Attribute, expected: string): Finding {
  return { code: "VALUE_WRONG_TYPE", text: `${attribute.column} holds ${expected}.` };
}

function numberFault(attribute: Attribute, value: unknown): Finding | null {
  if (typeof value !== "number") return wrongType(attribute, "a number");
  const { min = -Infinity, max = Infinity } = attribute;
  const tooLow = attribute.above ? value <= min : value < min;
  if (Number.isFinite(value) && !tooLow && value <= max) return null;
  return { code: "VALUE_OUT_OF_RANGE", text: `${attribute.column} must be ${rangeText(attribute)}.` };
}

function rangeText({ min, max, above }: Attribute): string {
  if (min !== undefined && max !== undefined) return `a number from ${min} to ${max}`;
  if (min !== undefined) return above ? `a number above ${min}` : `a number of at least ${min}`;
  return max === undefined ? "a finite number" : `a number of at most ${max}`;
}

function choiceFault(attribute: Attribute, value: unknown): Finding | null {
  const choices = attribute.choices ?? [];
  if (typeof value === "string" && choices.includes(value)) return null;
  return { code: "VALUE_NOT_A_CHOICE", text: `${attribute.column} must be one of ${choices.join(", ")}.` };
}

function textFault(attribute: Attribute, value: unknown): Finding | null {
  if (typeof value !== "string") return wrongType(attribute, "text");
  if (/^[ -~]*$/.test(value)) return null;
  // Tabs and line ends are text; other control characters and halves of surrogate pairs cannot be written back.
  if (!/(?![\t\n\r])\p{Cc}|\p{Cs}/u.test(value)) return null;
  return { code: "VALUE_NOT_TEXT", text: `${attribute.column} holds control characters or broken Unicode.` };
}

function idFault(attribute: Attribute, value: unknown): Finding | null {
  if (typeof value !== "string") return wrongType(attribute, "an id");
  // An asset may not look like a network; rows made from a network's row may.
  const network = attribute.name === "id" && attribute.required === true && value.startsWith("@");
  if (value.length <= idLength && !network && !/[\p{Cc}\p{Cf}\p{Cs}]|^\s|\s$/u.test(value)) {
    return null;
  }
  return {
    code: "ID_INVALID",
    text: `${attribute.column} must be an id of at most ${idLength} visible characters; that of an asset does not start with @.`,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function repeated(attribute: Attribute, words: readonly string[]): Finding | null {
  const twice = words.find((word, index) => words.indexOf(word) !== index);
  if (twice === undefined) return null;
  return { code: "VALUE_REPEATED", text: `${attribute.column} names ${twice} twice.` };
}

function isStateShare(value: unknown): value is StateShare {
  return isRecord(value) && typeof value["state"] === "string" && typeof value["share"] === "number";
}

function statesFault(attribute: Attribute, value: unknown): Finding | null {
  if (!Array.isArray(value) || !value.every(isStateShare)) return wrongType(attribute, "States with shares");
  if (!value.every(({ share }) => share > 0 && share <= 1)) {
    return { code: "VALUE_OUT_OF_RANGE", text: "The share of a State must be above 0 and at most 1." };
  }
  const sum = value.reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) > shareTolerance) {
    return { code: "STATE_SHARES_SUM", text: `The shares of the States sum to ${sum}; they must sum to 1.` };
  }
  return repeated(
    attribute,
    value.map(({ state }) => state),
  );
}

function listFault(attribute: Attribute, value: unknown): Finding | null {
  if (!Array.isArray(value) || !value.every((item): item is string => typeof item === "string" && item !== "")) {
    return wrongType(attribute, "words joined by |");
  }
  return repeated(attribute, value);
}

function amountsFault(attribute: Attribute, value: unknown): Finding | null {
  if (!Array.isArray(value) || !value.every(isRecord)) return wrongType(attribute, "commodities with amounts");
  const commodities: string[] = [];
  for (const { commodity, amount } of value) {
    if (typeof commodity !== "string" || commodity === "") return wrongType(attribute, "commodities with amounts");
    if (amount !== undefined && !(typeof amount === "number" && amount >= 0 && amount <= mostAmount)) {
      const text = `The amount of ${commodity} must be a number from 0 to ${mostAmount}.`;
      return { code: "VALUE_OUT_OF_RANGE", text };
    }
    commodities.push(commodity);
  }
  return repeated(attribute, commodities);
}
