import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readStories } from "../../datasets/stories.ts";

const folder = await mkdtemp(join(tmpdir(), "knockon-stories-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

const story = {
  scenario: "s",
  text: "It stops. Others follow.",
  lookAt: "The first.",
  assets: ["A"],
  reaches: ["XA"],
  byHours: 4,
  nextSector: "energy",
  figures: [],
};

async function read(text: string): ReturnType<typeof readStories> {
  await writeFile(join(folder, "stories.json"), text);
  return readStories(folder);
}

describe("stories of a dataset folder", () => {
  it("are none where there is no file", async () => {
    expect(await readStories(join(folder, "nowhere"))).toEqual({ stories: [], issues: [] });
  });

  it("are read as they stand", async () => {
    expect(await read(JSON.stringify({ stories: [story] }))).toEqual({ stories: [story], issues: [] });
  });

  it.each([
    ["no JSON", "{", "JSON_MALFORMED"],
    ["a field left out", JSON.stringify({ stories: [{ ...story, lookAt: undefined }] }), "FIELD_MISSING"],
    ["a field of another name", JSON.stringify({ stories: [{ ...story, moral: "x" }] }), "FIELD_UNKNOWN"],
    [
      "a figure of nothing that is measured",
      JSON.stringify({ stories: [{ ...story, figures: [{ text: "two", of: "luck" }] }] }),
      "FIELD_NOT_A_CHOICE",
    ],
  ])("with %s are told as a warning, and none is given", async (_, text, code) => {
    const { stories, issues } = await read(text);
    expect(stories).toEqual([]);
    expect(issues.map((issue) => [issue.severity, issue.code, issue.file])).toContainEqual([
      "warning",
      code,
      "stories.json",
    ]);
  });
});
