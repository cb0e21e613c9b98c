import { create } from "zustand";
import { emptyPermalink, type Permalink, type Selection, type View } from "./permalink.ts";

export const speeds = [0.5, 1, 2, 4, 10] as const;
type Speed = (typeof speeds)[number];

export const tableTabs = ["assets", "states", "matrix", "answer"] as const;
export type TableTab = (typeof tableTabs)[number];

/** The last write of this page, and what can be done about it. */
export interface Written {
  readonly datasetId: string;
  readonly revision: number;
  readonly text: string;
  readonly step: "undo" | "redo" | null;
  /** What the checks say of the dataset now, and did not before. */
  readonly raised?: readonly string[];
}

/** All that the screen remembers: what a link restores, and what it does not. */
export interface Screen extends Permalink {
  readonly playing: boolean;
  readonly speed: Speed;
  readonly panelOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly tableTab: TableTab;
  readonly helpOpen: boolean;
  readonly creditsOpen: boolean;
  /** Counts the wishes to see all again. */
  readonly fits: number;
  /** What was wrong with the link that was opened. */
  readonly problems: readonly string[];
  /** Last thing said to a screen reader. */
  readonly announcement: string;
  readonly written: Written | null;
  /** The form of a new asset is open. */
  readonly adding: boolean;
  /** Which way a dataset is to go, where that is asked. */
  readonly transfer: "import" | "export" | null;
}

const initialScreen: Screen = {
  ...emptyPermalink,
  playing: false,
  speed: 1,
  panelOpen: true,
  inspectorOpen: true,
  tableTab: "assets",
  helpOpen: false,
  creditsOpen: false,
  fits: 0,
  problems: [],
  announcement: "",
  written: null,
  adding: false,
  transfer: null,
};

export const useScreen = create<Screen>(() => initialScreen);

/** Changes several things at once. */
export const setScreen = (change: Partial<Screen>): void => useScreen.setState(change);

/** Opens another dataset: nothing of the old one may stay on the screen. */
export function openDataset(dataset: string): void {
  const { view } = useScreen.getState();
  setScreen({ ...emptyPermalink, dataset, view, playing: false, announcement: "", written: null });
}

export function select(selection: Selection | null): void {
  setScreen({ selection, ...(selection === null ? {} : { inspectorOpen: true }) });
}

export const selectAsset = (id: string): void => select({ kind: "asset", id });
export const selectState = (id: string): void => select({ kind: "state", id });

/** Starts to follow a cascade; the run that was shown stays until the new one is there. */
export const followRun = (job: string): void => setScreen({ job, playing: false });

/** Shows a stored run from its first hour. */
export function showRun(run: string): void {
  setScreen({ run, job: null, hour: 0, playing: false, panel: "scenario" });
}

export function closeRun(): void {
  setScreen({ run: null, job: null, hour: 0, playing: false });
}

/** Opens a question of the catalogue, or the list of them. */
export const openQuestion = (question: string | null): void => setScreen({ question });

/** Shows a stored answer of the catalogue. */
export function showAnswer(answer: string): void {
  setScreen({ answer, answerJob: null, announcement: "The answer is ready." });
}

export function setView(view: View): void {
  setScreen({ view, announcement: `${view} view` });
}

/** The key G: from map to network and back. */
export function toggleView(): void {
  setView(useScreen.getState().view === "map" ? "network" : "map");
}

export const announce = (announcement: string): void => setScreen({ announcement });

/** Says what was written, and offers to take it back. */
export const showWritten = (written: Written): void => setScreen({ written, announcement: written.text });

/** The key F: the camera shows all again. */
export function requestFit(): void {
  setScreen({ fits: useScreen.getState().fits + 1, camera: null });
}

/** Goes to an hour by hand; playing stops. */
export function goTo(hour: number): void {
  setScreen({ hour, playing: false });
}
