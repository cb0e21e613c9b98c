import { describe, expect, it } from "vitest";
import { catalogue } from "../../../analyzer/index.ts";
import { analysisEntry } from "../../../api/analyses/analysis-entry.ts";
import { checkParameters } from "../../../api/analyses/check-parameters.ts";
import { estimateSeconds } from "../../../api/analyses/estimate-seconds.ts";
import { parameterDefaults } from "../../../api/analyses/parameter-defaults.ts";

const small = { assets: 10, dependencies: 20, connections: 5 };
const large = { assets: 100_000, dependencies: 300_000, connections: 100_000 };

describe.each(catalogue.map((analysis) => [analysis.id, analysis] as const))("the entry %s", (_, analysis) => {
  it("is told whole, and as plain data", () => {
    const entry = analysisEntry(analysis, small);
    expect(structuredClone(entry)).toEqual(entry);
    expect(analysisEntry(analysis, null).estimate).toBeNull();
  });

  it("estimates no less for more, and a number for any parameters", () => {
    const [little, much] = [estimateSeconds(analysis, small), estimateSeconds(analysis, large)];
    expect(little).toBeGreaterThanOrEqual(0);
    expect(much).toBeGreaterThanOrEqual(little ?? Number.NaN);
    for (const parameters of [{}, { trials: "many" }, { scan: null, ids: 3, setSize: -1 }]) {
      expect(() => estimateSeconds(analysis, large, parameters)).not.toThrow();
    }
  });

  it("has defaults that its own schema takes", () => {
    const { required: _required, ...schema } = analysis.parameters;
    expect(checkParameters({ ...analysis, parameters: schema }, parameterDefaults(analysis))).toEqual([]);
  });
});
