import { describe, expect, it } from "vitest";
import { lossScenario, runAnalysis } from "../../../analyzer/index.ts";
import { findDatasetSource } from "../../../api/dataset-source.ts";
import { engineVersion } from "../../../api/engine-version.ts";
import { MemoryStore } from "../../../api/store/memory.ts";
import { scratchFolder } from "./call.ts";
import { answersFromFolder, answersFromStore, golden, goldenAnswer, lossOfP1 } from "./golden-answers.ts";

const scratch = scratchFolder();
const words = ["run", golden, ...lossOfP1];

describe("the bytes of a result", () => {
  it("are equal over 100 repetitions", async () => {
    const first = await goldenAnswer(words);
    for (let again = 0; again < 100; again++) expect(await goldenAnswer(words)).toBe(first);
  });

  it("are equal from the folder and from SQLite", async () => {
    const environment = { KNOCKON_STORE: `sqlite:${scratch("bytes.db")}` };
    expect(await answersFromStore(environment)).toEqual(await answersFromFolder());
  });

  it("are equal from the folder and from memory", async () => {
    const store = new MemoryStore();
    const { dataset } = await findDatasetSource(golden, async () => store);
    if (dataset === null) throw new Error("the golden case cannot be read");
    const { hash } = await store.importDataset(dataset, { by: "test", at: "2026-01-01T00:00:00.000Z" });
    const input = { dataset: await store.readDataset("golden"), hash, overlays: [], engine: engineVersion };
    const parameters = { scenario: lossScenario(["P1"], 96, 240) };
    const outcome = runAnalysis("run", input, parameters, { progress: () => undefined, aborted: () => false });
    expect(outcome.kind).toBe("done");
    if (outcome.kind === "done") {
      expect(`${JSON.stringify(outcome.result)}\n`).toBe(await goldenAnswer(words));
    }
  });
});
