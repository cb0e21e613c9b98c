import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { datasetHash } from "../../../analyzer/index.ts";
import { canonicalHash } from "../../../analyzer/run/canonical-hash.ts";
import { canonicalJson } from "../../../analyzer/run/canonical-json.ts";
import { goldenDataset } from "../../support/golden.ts";
import { assetRow, datasetOf, dependencyRow } from "../../support/rows.ts";

describe("canonicalJson", () => {
  it("orders keys at every depth and leaves lists as they are", () => {
    const value = { z: true, a: [{ c: "é", b: null }, 2, 1], A: { b: 1, a: 2 } };
    expect(canonicalJson(value)).toBe('{"A":{"a":2,"b":1},"a":[{"b":null,"c":"é"},2,1],"z":true}');
  });

  it("takes a property that is not there for one that is undefined", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
  });
});

describe("canonicalHash", () => {
  it("is the SHA-256 of the canonical text in UTF-8", () => {
    // printf '%s' '{"a":[1,{"b":null,"c":"é"}],"z":true}' | sha256sum
    const known = "43298552de739da999597ec5f0f55d7181748daee4c109653de21c5beae3d111";
    expect(canonicalHash({ z: true, a: [1, { c: "é", b: null }] })).toBe(known);
    // printf '{}' | sha256sum
    expect(canonicalHash({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });

  it("tells values apart, and the order of a list", () => {
    const values = [{ a: 1 }, { a: "1" }, { a: null }, {}, [1, 2], [2, 1], { a: { b: 1 } }];
    expect(new Set(values.map(canonicalHash)).size).toBe(values.length);
  });
});

describe("datasetHash", () => {
  const assets = [assetRow("A", { peopleServed: 4 }), assetRow("B")];
  const dependencies = [dependencyRow("A", "B")];

  it.each([0, 1, 999, 1000, 1001, 2500])("is that of the canonical text of all of it, of %i rows", (count) => {
    const rows = Array.from({ length: count }, (_, at) =>
      assetRow(`é${at}`, { lon: at, extra: { x_b: '"', x_a: "," } }),
    );
    const dataset = datasetOf({ assets: rows, dependencies, connections: [] });
    const { description, connections } = dataset;
    const parts = { description, connections, assets: dataset.assets, dependencies: dataset.dependencies };
    expect(datasetHash(dataset)).toBe(canonicalHash(parts));
  });

  it("is of content, not of the order in which keys or rows were written", () => {
    const { id, ...rest } = assets[0]!;
    const turned = datasetOf({ assets: [assets[1]!, { ...rest, id }], dependencies });
    expect(datasetHash(turned)).toBe(datasetHash(datasetOf({ dependencies, assets })));
  });

  it("changes with every part of the dataset", () => {
    const base = datasetOf({ assets, dependencies });
    const others = [
      { ...base, description: { ...base.description, version: "2" } },
      { ...base, assets: base.assets.slice(1) },
      { ...base, dependencies: [] },
      { ...base, connections: [{ id: "c", a: "A", b: "B", commodity: "gas" }] },
    ];
    expect(new Set([base, ...others].map(datasetHash)).size).toBe(5);
  });

  it("is that of Node's own SHA-256 for a whole dataset", () => {
    const text = canonicalJson(goldenDataset);
    expect(datasetHash(goldenDataset)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  });
});
