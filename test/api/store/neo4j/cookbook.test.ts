import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Dataset } from "../../../../analyzer/index.ts";
import { libraryFolder, libraryNames, sourceFromPath } from "../../../../api/dataset-source.ts";
import { Neo4jClient } from "../../../../api/store/neo4j/neo4j-client.ts";
import { openStore } from "../../../../api/store/open-store.ts";
import { cookbookAnswers, cookbookCases } from "../../../support/cookbook-answers.ts";
import type { Row, World } from "../../../support/cookbook-world.ts";
import { neo4jSkipReason, neo4jStoreArguments, useNeo4jServer } from "../../../support/neo4j.ts";
import { sampleDataset } from "../../../contract/sample-dataset.ts";

interface Question {
  readonly number: number;
  readonly title: string;
  readonly example: Readonly<Record<string, unknown>>;
  readonly cypher: string;
  readonly notes: string;
}

const file = new URL("../../../../api/store/neo4j/COOKBOOK.md", import.meta.url);
const section = /^## (\d+)\. (.+\?)\n\nWith `(\{.+\})`\n\n```cypher\n([^`]+)```\n\n((?:(?!^## ).*\n)+)/gmu;

function readQuestions(text: string): Question[] {
  return [...text.matchAll(section)].map(([, number, title = "", example = "", cypher = "", notes = ""]) => ({
    number: Number(number),
    title,
    example: JSON.parse(example),
    cypher,
    notes,
  }));
}

const text = readFileSync(file, "utf8");
const questions = readQuestions(text);

describe("the cookbook", () => {
  it("has twenty questions, each with a check, and no check without a question", () => {
    expect(questions.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(text.match(/^## /gmu)).toHaveLength(20);
    expect(text.match(/^```cypher$/gmu)).toHaveLength(20);
    expect(Object.keys(cookbookAnswers).sort()).toEqual(questions.map(({ title }) => title).sort());
    expect(Object.keys(cookbookCases).sort()).toEqual(questions.map(({ title }) => title).sort());
  });

  it.each(questions)(
    "question $number begins at the visible snapshot, states its parameters, columns and cost",
    (question) => {
      const { cypher, example, notes } = question;
      expect(cypher).toMatch(/^MATCH \(d:Dataset \{id: \$dataset\}\)/u);
      for (const [node] of cypher.matchAll(/\(\w+:Asset \{snapshot: \S+\}\)/gu))
        expect(node).toMatch(/snapshot: (?:[do]|a)\.snapshot/u);
      expect(new Set([...cypher.matchAll(/\$(\w+)/gu)].map(([, name]) => name))).toEqual(new Set(Object.keys(example)));
      expect(notes).toMatch(/^- Cost: .+$/mu);
      const { columns } = cookbookAnswers[question.title] ?? { columns: [] };
      expect(columns.length).toBeGreaterThan(0);
      for (const column of columns) expect(notes).toContain(`\`${column}\``);
    },
  );
});

describe.skipIf((await neo4jSkipReason()) !== null)("the cookbook's statements", () => {
  const server = useNeo4jServer();
  const prefix = `cookbook-${randomUUID()}-`;
  const world: World = { datasets: new Map(), revisions: new Map() };
  let client: Neo4jClient;

  /** Two revisions of one dataset: the sample with and without its connections. */
  const versions = [sampleDataset("two-revisions"), { ...sampleDataset("two-revisions"), connections: [] }];
  const untied = {
    ...sampleDataset("untied"),
    dependencies: sampleDataset("untied").dependencies.slice(0, 2),
    connections: [],
  };

  beforeAll(async () => {
    const [url, secrets] = neo4jStoreArguments(server());
    client = new Neo4jClient(url.replace(/\/neo4j$/u, ""), "neo4j", secrets.user, secrets.password);
    const library = await Promise.all(libraryNames.map((name) => sourceFromPath(libraryFolder(name), "library")));
    const store = await openStore(url, secrets);
    for (const dataset of [...library.map((source) => source.dataset), sampleDataset("sample"), untied, ...versions]) {
      if (dataset === null) throw new Error("a bundled dataset has errors");
      await importAs(dataset, store);
    }
    await store.close();
  });

  afterAll(async () => {
    const [url, secrets] = neo4jStoreArguments(server());
    const store = await openStore(url, secrets);
    for (const id of world.datasets.keys()) await store.removeDataset(prefix + id);
    await store.close();
    await client.close();
  });

  async function importAs(dataset: Dataset, store: Awaited<ReturnType<typeof openStore>>): Promise<void> {
    const { id } = dataset.description;
    const revisions = world.revisions.get(id) ?? [];
    const stamp = { by: `ada-${revisions.length}`, at: `2025-03-0${revisions.length + 1}T10:00:00.000Z` };
    world.revisions.set(id, [...revisions, { dataset, ...stamp }]);
    world.datasets.set(id, dataset);
    await store.importDataset({ ...dataset, description: { ...dataset.description, id: prefix + id } }, stamp);
  }

  const ask = async ({ cypher }: Question, parameters: Readonly<Record<string, unknown>>): Promise<Row[]> => {
    const stored = Object.entries(parameters).map(([name, value]) =>
      name === "dataset" || name === "other" ? [name, `${prefix}${String(value)}`] : [name, value],
    );
    const { records } = await client.read((query) => query<Row>(cypher, Object.fromEntries(stored)));
    return records.map((record) => record.toObject());
  };

  it.each(questions)("question $number: $title", async (question) => {
    const { columns, answer } = cookbookAnswers[question.title] ?? {};
    if (columns === undefined || answer === undefined) throw new Error("no check");
    let rows = 0;
    for (const parameters of [question.example, ...(cookbookCases[question.title] ?? [])]) {
      const expected = answer(world, parameters);
      const found = await ask(question, parameters);
      expect(found, JSON.stringify(parameters)).toEqual(expected);
      for (const row of found) expect(Object.keys(row)).toEqual(columns);
      rows += found.length;
    }
    expect(rows, "an answer that is empty everywhere shows nothing").toBeGreaterThan(0);
  });
});
