import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import type { Issue } from "../analyzer/index.ts";
import { parseShape, readJson } from "./formats/index.ts";
import { openPath } from "./open-path.ts";

const strict = { additionalProperties: false } as const;
const word = Type.String({ minLength: 1 });
const state = Type.String({ pattern: "^[A-Z]{2}$" });

/** A number of the prose and what of the run it is; a test compares the two. */
const figure = Type.Object(
  {
    /** As it stands in the prose, with its unit: "two weeks", "1.9 million", "45 per cent". */
    text: word,
    of: Type.Enum([
      // Of the scenario: when and how long assets are lost, what is left of them and what is not, how many, in how many States.
      "startHours",
      "lossHours",
      "level",
      "lossShare",
      "lostAssets",
      "lostStates",
      // Of the asset or State named: its first hour; of the asset: its lowest level, or what it loses.
      "firstHours",
      "minLevel",
      "loss",
      // Of all that is hit and was not lost by the scenario: how many of the kind, in how many States, how many people.
      "assets",
      "states",
      "people",
      "statesReached",
      "foreignStatesReached",
    ]),
    asset: Type.Optional(word),
    state: Type.Optional(state),
    kind: Type.Optional(word),
  },
  strict,
);

const story = Type.Object(
  {
    scenario: word,
    /** Two sentences: what happens, and what follows from it. */
    text: word,
    /** One sentence: what to look at in the result. */
    lookAt: word,
    /** Ids of the assets that sentence speaks of. */
    assets: Type.Array(word, { minItems: 1 }),
    /** States reached, all by the hour `byHours`. */
    reaches: Type.Array(state, { minItems: 1 }),
    byHours: Type.Number({ minimum: 0 }),
    /** States that are spared. */
    spared: Type.Optional(Type.Array(state, { minItems: 1 })),
    /** The sector that is hit first. */
    nextSector: word,
    figures: Type.Array(figure),
  },
  strict,
);

const storiesFile = Type.Object({ stories: Type.Array(story) }, strict);

/** What a scenario shows, in words that a run of it can be held against. */
export type Story = Static<typeof story>;
export type StoryFigure = Static<typeof figure>;

const file = "stories.json";

/**
 * The stories of the scenarios in a dataset folder, from its `stories.json`; none where there is no such file. What is wrong with the
 * file is told, and no story is given then. It never keeps a dataset or a scenario from being used: its issues are warnings.
 */
export async function readStories(folder: string): Promise<{ stories: readonly Story[]; issues: readonly Issue[] }> {
  const path = join(folder, file);
  if (!existsSync(path)) return { stories: [], issues: [] };
  const { value, issues } = await readJson(await openPath(path), file);
  const read = issues.length > 0 ? { value: null, issues } : parseShape(storiesFile, value, file);
  return {
    stories: read.value?.stories ?? [],
    issues: read.issues.map((issue) => ({ ...issue, severity: "warning" })),
  };
}
