import type { KillFigures } from "./kills/kill-rounds.ts";

/** The kills of one store: what was asked for, and what came of it. */
export interface StoreKills {
  readonly store: string;
  readonly figures: KillFigures;
  readonly minutes: number;
}

const mostRestartSeconds = 15;
const mostReturnSeconds = 10;
const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
const count = (texts: readonly string[]): string => String(texts.length);

const columns: readonly (readonly [title: string, of: (figures: KillFigures) => string])[] = [
  ["kills of the program", ({ kills }) => String(kills.service)],
  ["of the server", ({ kills }) => String(kills.server)],
  ["of both", ({ kills }) => String(kills.both)],
  ["while a write was open", ({ duringWrite }) => String(duringWrite)],
  ["acknowledged writes", ({ acknowledged }) => String(acknowledged)],
  ["lost", ({ lost }) => count(lost)],
  ["half-applied", ({ halfApplied }) => count(halfApplied)],
  ["unclear errors", ({ wrongErrors }) => count(wrongErrors)],
  ["slowest restart (s)", ({ slowestRestartMs }) => seconds(slowestRestartMs)],
  ["slowest server start (s)", ({ slowestServerStartMs }) => seconds(slowestServerStartMs)],
  ["slowest return (s)", ({ slowestReturnMs }) => seconds(slowestReturnMs)],
];

/** What is wrong with the figures, in words; nothing where every kill went as promised. */
export function faultsOf({ store, figures }: StoreKills): string[] {
  const { lost, halfApplied, wrongErrors, slowestRestartMs, slowestReturnMs } = figures;
  const faults = [
    ...lost.map((text) => `lost: ${text}`),
    ...halfApplied.map((text) => `half-applied: ${text}`),
    ...wrongErrors.map((text) => `unclear error: ${text}`),
  ];
  if (slowestRestartMs > 1_000 * mostRestartSeconds) faults.push(`a restart took ${seconds(slowestRestartMs)} s`);
  if (slowestReturnMs > 1_000 * mostReturnSeconds) faults.push(`a return took ${seconds(slowestReturnMs)} s`);
  return faults.map((text) => `${store}: ${text}`);
}

/** What RESULTS.md says of one store: as last measured, whenever that was. */
export function storeSection(kills: StoreKills, date: string, command: string, machine: string): string {
  const faults = faultsOf(kills);
  const rows = [...columns.map(([title, of]) => [title, of(kills.figures)]), ["minutes", kills.minutes.toFixed(1)]];
  return `## ${kills.store}

\`${command}\`, ${date}. ${machine}.

| | |
|---|---|
${rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}

${faults.length === 0 ? "Nothing went otherwise than promised." : `Otherwise than promised:\n\n${faults.map((text) => `- ${text}`).join("\n")}`}
`;
}

const introduction = `# Kills, as last measured

A program writes to a store (imports of small and medium datasets, edits, removals, restored archives, documents, runs;
two lanes at a time) and says so after each write; it, the server of the store, or both are taken away with \`kill -9\`
at a random moment. Then the store is opened again and all of it is held against what was said: each lane has to show
exactly what its acknowledged writes made, with or without the one write that was open. *Served*: the program is the
service, and two clients import, edit and save scenarios over HTTP.

- **lost**: acknowledged writes that were gone. **Half-applied**: what is there is no state that any write made.
- **Unclear errors**: what the program was told, while its server was dead, other than \`STORE_UNREACHABLE\`.
- **Restart**: from the start of a new program until its store was open and had answered; a server that was killed
  first has its own start (the Java process until Bolt answers). **Return**: from the server's return until the store
  that stayed open all along answered again.
`;

/** RESULTS.md with these sections in place of those of the same stores; `before` is what it said until now. */
export function resultsPage(before: string, sections: readonly string[]): string {
  const titleOf = (section: string): string => section.split("\n")[0] ?? "";
  const kept = before.split(/^(?=## )/mu).filter((part) => part.startsWith("## "));
  const byTitle = new Map([...kept, ...sections].map((section) => [titleOf(section), section.trimEnd()]));
  const ordered = ["## SQLite", "## SQLite, served", "## Neo4j", "## Neo4j, served"].flatMap(
    (title) => byTitle.get(title) ?? [],
  );
  return `${[introduction.trimEnd(), ...ordered].join("\n\n")}\n`;
}
