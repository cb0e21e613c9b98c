import type { Dataset } from "../../analyzer/index.ts";
import { assetRow, connectionRow, datasetOf, dependencyRow, description } from "./rows.ts";

/** Text that breaks writers: markup, quotes, line breaks, formulas, words of the language, scripts, a bracket that ends a CDATA. */
const oddTexts = [
  `<b a="1">&amp; & 'x' "y"</b>]]>`,
  "first\nsecond\r\nthird\tend",
  "=cmd()|'/C calc'!A0",
  "_x0041_ and _x000D_",
  "__proto__",
  "Ünïcödé 电网 🔌 \u202edesrever",
  "-1",
  "007",
  "1e5",
  "true",
  "[]",
  "NaN",
] as const;

/** A dataset that is sound but holds such text in every place that takes text, and values at the ends of their range. */
export function oddDataset(): Dataset {
  const assets = oddTexts
    .map((text, at) =>
      assetRow(at === 0 ? "a<&>" : `A${at}`, {
        name: text,
        operator: text,
        subsector: text,
        source: text,
        capacity: [0, 1e15, 5e-324, 0.1 + 0.2][at % 4] ?? 0,
        blackStart: at % 2 === 0,
        states:
          at % 2 === 0
            ? [{ state: "XA", share: 1 }]
            : [
                { state: "XA", share: 0.3 },
                { state: "XB", share: 0.7 },
              ],
        assumed: ["capacity", "operator"],
        produces: at === 1 ? [{ commodity: "electricity", amount: 1.5 }] : [],
        extra: { x_note: text, "x_Ü.-1": text },
      }),
    )
    .map(({ produces = [], ...asset }) => (produces.length === 0 ? asset : { ...asset, produces }));
  return datasetOf({
    description: {
      ...description,
      title: oddTexts[0],
      version: "1.0",
      description: oddTexts.join("\n"),
      sources: description.sources.map((source) => ({
        ...source,
        credit: oddTexts[0],
        url: "https://example.org/?a=1&b=2",
      })),
      assumptions: oddTexts.map((text, at) => ({ id: String(at), text })),
      vocabulary: { commodities: [{ id: "a.b/c~d", title: "Odd", unit: "1" }], kinds: [], sectors: [] },
      networks: {
        electricity: { balance: "zones", transferLimits: [{ from: "XA", to: "XB", capacity: 0.5 }] },
        "a.b/c~d": { balance: "island" },
      },
    },
    assets,
    dependencies: [
      dependencyRow("a<&>", "A1", {
        group: oddTexts[0],
        need: 0.5,
        share: 0.5,
        kind: "cyber",
        extra: { x_note: "=1" },
      }),
      dependencyRow("@electricity", "A2", { bufferHours: 0, loss: 0, rule: "threshold" }),
    ],
    connections: [
      connectionRow("A1", "A2", { directed: true, capacity: 0, lengthKm: 1e-7 }),
      connectionRow("A2", "A3", { directed: false, method: "observed", source: oddTexts[1] }),
      connectionRow("a<&>", "A2"),
    ],
  });
}
