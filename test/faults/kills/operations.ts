import type { Store } from "../../../api/store/store.ts";
import { SeededRandom } from "../../support/seeded-random.ts";
import { by, datasetId, laneArchive, laneDataset, laneDocument, laneRun, laneRunId } from "./lane-content.ts";
import type { Content, LaneState } from "./lane-state.ts";

/** One way to write: when it can be done, what it makes of a lane, and how the store is asked. `n` numbers the write. */
interface Operation {
  readonly name: string;
  /** How often it is chosen, beside the others. */
  readonly share: number;
  can(state: LaneState): boolean;
  after(state: LaneState, n: number): LaneState;
  ask(store: Store, lane: string, n: number, state: LaneState): Promise<unknown>;
}

const always = (): boolean => true;
const hasDataset = ({ revisions }: LaneState): boolean => revisions.length > 0;
const scenario = (n: number): string => `scenario-${n % 3}`;
const run = (n: number): string => `run-${n % 4}`;
const first = (names: Readonly<Record<string, number>>): string | undefined => Object.keys(names)[0];

function without(names: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(names).slice(1));
}

const edited = ({ revisions }: LaneState, n: number): Content => ({ write: n, rows: revisions.at(-1)?.rows ?? 0 });

const importing = (name: string, share: number, rows: number): Operation => ({
  name,
  share,
  can: always,
  after: (state, n) => ({ ...state, revisions: [...state.revisions, { write: n, rows }] }),
  ask: (store, lane, n) => store.importDataset(laneDataset(lane, { write: n, rows }), by),
});

/** All writes of the port (api/store/store.ts). A new one is one entry here. */
export const operations: readonly Operation[] = [
  importing("import small", 4, 20),
  importing("import medium", 4, 600),
  {
    name: "edit",
    share: 3,
    can: hasDataset,
    after: (state, n) => ({ ...state, revisions: [...state.revisions, edited(state, n)] }),
    ask: (store, lane, n, state) => {
      const options = { ...by, kind: "edit" as const, expectedRevision: state.revisions.length };
      return store.importDataset(laneDataset(lane, edited(state, n)), options);
    },
  },
  {
    name: "restore",
    share: 3,
    can: (state) => !hasDataset(state),
    after: (state, n) => ({ ...state, revisions: [{ write: n, rows: 200 }], documents: { [scenario(n)]: n } }),
    ask: (store, lane, n) => store.restoreDataset(laneArchive(lane, { write: n, rows: 200 }, scenario(n))),
  },
  {
    name: "import the same again",
    share: 1,
    can: hasDataset,
    after: (state) => state,
    ask: (store, lane, _, { revisions }) => store.importDataset(laneDataset(lane, revisions.at(-1)!), by),
  },
  {
    name: "remove dataset",
    share: 1,
    can: hasDataset,
    after: (state) => ({ ...state, revisions: [], documents: {} }),
    ask: (store, lane) => store.removeDataset(datasetId(lane)),
  },
  {
    name: "save document",
    share: 4,
    can: hasDataset,
    after: (state, n) => ({ ...state, documents: { ...state.documents, [scenario(n)]: n } }),
    ask: (store, lane, n) => store.saveDocument(datasetId(lane), "scenario", scenario(n), laneDocument(n)),
  },
  {
    name: "remove document",
    share: 1,
    can: (state) => first(state.documents) !== undefined,
    after: (state) => ({ ...state, documents: without(state.documents) }),
    ask: (store, lane, _, state) => store.removeDocument(datasetId(lane), "scenario", first(state.documents)!),
  },
  {
    name: "save run",
    share: 4,
    can: always,
    after: (state, n) => ({ ...state, runs: { ...state.runs, [run(n)]: n } }),
    ask: (store, lane, n) => store.saveRun(laneRun(lane, run(n), n)),
  },
  {
    name: "remove run",
    share: 1,
    can: (state) => first(state.runs) !== undefined,
    after: (state) => ({ ...state, runs: without(state.runs) }),
    ask: (store, lane, _, state) => store.removeRun(laneRunId(lane, first(state.runs)!)),
  },
];

/** The write of number `n` of a lane in that state: the same for the same seed. */
export function chooseOperation(seed: number, n: number, state: LaneState): Operation {
  const possible = operations.filter((operation) => operation.can(state));
  let left = new SeededRandom(seed * 1_000_003 + n).below(possible.reduce((sum, { share }) => sum + share, 0));
  for (const operation of possible) {
    left -= operation.share;
    if (left < 0) return operation;
  }
  throw new Error("no operation is possible");
}
