import { expect, it } from "vitest";
import { runRecord } from "../../../api/runs/run-record.ts";
import { storedRun } from "./stored-run.ts";

it("keeps overlays by id and whole, and the text with its hash", () => {
  const { overlayBodies: _, resultHash: __, result: ___, ...asked } = storedRun();
  const none = { assets: [], dependencies: [], connections: [] };
  const overlay = { id: "o", title: "O", add: none, remove: none, change: [] };
  const run = runRecord({ ...asked, overlays: [overlay] }, { text: '{"x":1}', hash: "h" });
  expect(run).toEqual(storedRun({ overlays: ["o"], overlayBodies: [overlay], result: '{"x":1}', resultHash: "h" }));
});
