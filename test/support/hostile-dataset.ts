import {
  type Asset,
  byId,
  type Connection,
  type Dataset,
  type Dependency,
  type Table,
  tableAttributes,
} from "../../analyzer/index.ts";
import { ownColumnPattern } from "../../datasets/formats/index.ts";

/** A text as a word of a list in one cell: free of the characters that part them. */
const wordOf = (text: string): string => text.replaceAll(/[|:]/g, "_").trim();

/** What a very long text is called by. */
const keyOf = (text: string): string => text.slice(0, 300);

/** A row with the text in every attribute that holds words, and in an own column. */
function row(table: Table, text: string): Record<string, unknown> {
  const own = `x_${text}`;
  const values: Record<string, unknown> = {
    extra: { x_note: text, ...(ownColumnPattern.test(own) ? { [own]: text } : {}) },
  };
  const word = wordOf(text);
  const key = keyOf(text);
  for (const { name, type } of tableAttributes[table]) {
    if (type === "states") values[name] = [{ state: wordOf(key), share: 1 }];
    else if (type === "amounts") values[name] = [{ commodity: word, amount: 1 }, { commodity: `other ${word}` }];
    else if (type === "codes" || type === "columns") values[name] = [word, `other ${word}`];
    else if (type !== "number" && type !== "boolean") values[name] = text;
  }
  return { ...values, id: key };
}

/**
 * A dataset that holds each text everywhere a row holds words, in canonical order: one asset, one connection, and two
 * dependencies a text, the second one on a network called so. Where it can be one, it is the name of an own column too.
 */
export function hostileDataset(id: string, texts: readonly string[]): Dataset {
  const [first = ""] = texts.map(keyOf);
  const assets = texts.map((text) => row("assets", text) as unknown as Asset);
  const dependencies = texts.flatMap((text) => {
    const given = row("dependencies", text);
    const dependent = keyOf(text);
    return [
      { ...given, provider: first, dependent },
      { ...given, id: `${dependent} @`, provider: `@${wordOf(dependent)}`, dependent },
    ] as unknown as Dependency[];
  });
  const connections = texts.map(
    (text) => ({ ...row("connections", text), a: keyOf(text), b: first }) as unknown as Connection,
  );
  return {
    description: describe(id, []),
    assets: assets.sort(byId),
    dependencies: dependencies.sort(byId),
    connections: connections.sort(byId),
  };
}

/** A dataset of no rows with each text everywhere a description holds words. */
export function hostileDescription(id: string, texts: readonly string[]): Dataset {
  return { description: describe(id, texts), assets: [], dependencies: [], connections: [] };
}

function describe(id: string, texts: readonly string[]): Dataset["description"] {
  const all = texts.join("\n");
  const terms = texts.map((text) => ({ id: text, title: text, sector: text, unit: text }));
  return {
    id,
    title: all,
    version: all,
    description: all,
    licence: all,
    sources: texts.map((text) => ({ id: text, title: text, licence: text, retrieved: text, credit: text, url: text })),
    currency: all,
    states: texts.map((text) => ({ code: text, name: text })),
    vocabulary: { sectors: terms, kinds: terms, commodities: terms },
    assumptions: texts.map((text) => ({ id: text, text })),
    networks: Object.fromEntries(texts.map((text) => [text, { balance: "island" as const }])),
  };
}
