import type { CommodityAmount } from "../model/asset.ts";
import { type Attribute, type Table, tableAttributes, tables } from "../model/attributes.ts";
import { networkCommodity } from "../model/dependency.ts";
import type { Issue } from "../model/issue.ts";
import type { CheckCode } from "./codes.ts";
import type { Facts } from "./facts.ts";
import { rowIssue } from "./make-issue.ts";

type List = keyof Facts["words"];
const codeOf = {
  sectors: "SECTOR_UNKNOWN",
  kinds: "KIND_UNKNOWN",
  commodities: "COMMODITY_UNKNOWN",
} as const satisfies Record<List, CheckCode>;

/** Is every sector, kind and commodity a word of the vocabulary, the core's or the dataset's own? */
export function checkVocabulary(facts: Facts): Issue[] {
  return tables
    .flatMap((table) => {
      const attributes = tableAttributes[table].filter((attribute) => attribute.vocabulary !== undefined);
      const issues: Issue[] = [];
      for (const index of facts.screen[table].suspects) {
        const values = facts.dataset[table][index] as unknown as Readonly<Record<string, unknown>>;
        for (const attribute of attributes) {
          const value = values[attribute.name];
          if (value !== undefined) issues.push(...unknownWords(facts, table, index, attribute, value));
        }
      }
      return issues;
    })
    .concat(networkWords(facts));
}

function unknownWords(facts: Facts, table: Table, index: number, attribute: Attribute, value: unknown): Issue[] {
  const list = attribute.vocabulary;
  if (list === undefined) return [];
  if (typeof value === "string" && facts.words[list].has(value)) return [];
  const words =
    attribute.type === "amounts" && Array.isArray(value)
      ? value.map((amount: CommodityAmount) => amount.commodity)
      : typeof value === "string"
        ? [value]
        : [];
  return words
    .filter((word) => word !== "" && !facts.words[list].has(word))
    .map((word) => unknownWord(facts, table, index, attribute.column, list, word));
}

function unknownWord(facts: Facts, table: Table, index: number, column: string, list: List, word: string): Issue {
  const text = `${word} is not one of the ${list}: correct it, or add it to vocabulary.${list} of dataset.json.`;
  return rowIssue(facts.context, table, index, { code: codeOf[list], column, value: word, text });
}

function networkWords(facts: Facts): Issue[] {
  return facts.screen.dependencies.suspects.flatMap((index) => {
    const { provider } = facts.dataset.dependencies[index]!;
    const commodity = networkCommodity(provider);
    if (commodity === null || facts.words.commodities.has(commodity)) return [];
    const text = `${provider} names no network: ${commodity === "" ? "nothing" : commodity} is not one of the commodities.`;
    return [
      rowIssue(facts.context, "dependencies", index, {
        code: "COMMODITY_UNKNOWN",
        column: "provider",
        value: provider,
        text,
      }),
    ];
  });
}
