/** What a link to the screen restores. Ids are those of the dataset and of stored runs, never a store's own. */
export interface Permalink {
  readonly dataset: string | null;
  /** The stored run that is shown, and the job while it is still running. */
  readonly run: string | null;
  readonly job: string | null;
  /** The stored single-failure scan, and its job while it is still running. */
  readonly scan: string | null;
  readonly scanJob: string | null;
  /** The question of the catalogue that is opened, the stored answer that is shown, and its job while it is still running. */
  readonly question: string | null;
  readonly answer: string | null;
  readonly answerJob: string | null;
  readonly panel: Panel;
  readonly hour: number;
  readonly selection: Selection | null;
  readonly view: View;
  readonly camera: CameraPlace | null;
  readonly hiddenSectors: readonly string[];
  readonly extent: Extent;
}

export type Selection = { readonly kind: "asset" | "state"; readonly id: string };

export const panels = ["scenario", "ranking", "analyse", "layers"] as const;
/** What stands in the side panel. */
export type Panel = (typeof panels)[number];

export const views = ["map", "network", "table"] as const;
export type View = (typeof views)[number];

/** `largest`: only the assets with most links and what a question touches; `all`: every asset. */
const extents = ["largest", "all"] as const;
export type Extent = (typeof extents)[number];

/** Where the camera is, in the stage's own frame (0..1 over the data), and its ratio (1 shows all, less is closer). */
export interface CameraPlace {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export const emptyPermalink: Permalink = {
  dataset: null,
  run: null,
  job: null,
  scan: null,
  scanJob: null,
  question: null,
  answer: null,
  answerJob: null,
  panel: "scenario",
  hour: 0,
  selection: null,
  view: "map",
  camera: null,
  hiddenSectors: [],
  extent: "largest",
};

const version = "1";
const digits = 4;
const limits = { hour: 876_000, place: 10, ratioLow: 0.001, ratioHigh: 10 };

const fixed = (value: number): string => String(Number(value.toFixed(digits)));

/** The text behind `#` of a link; what has its default value is left out. */
export function writePermalink(link: Permalink): string {
  const pairs: [string, string | null][] = [
    ["v", version],
    ["d", link.dataset],
    ["run", link.run],
    ["job", link.job],
    ["scan", link.scan],
    ["scanjob", link.scanJob],
    ["q", link.question],
    ["answer", link.answer],
    ["answerjob", link.answerJob],
    ["p", link.panel === "scenario" ? null : link.panel],
    ["h", link.hour === 0 ? null : fixed(link.hour)],
    ["s", link.selection && `${link.selection.kind}:${link.selection.id}`],
    ["w", link.view === "map" ? null : link.view],
    ["c", link.camera && [link.camera.x, link.camera.y, link.camera.ratio].map(fixed).join(",")],
    ["off", link.hiddenSectors.length === 0 ? null : link.hiddenSectors.join(",")],
    ["x", link.extent === "largest" ? null : link.extent],
  ];
  return new URLSearchParams(pairs.filter((pair): pair is [string, string] => pair[1] !== null)).toString();
}

/** Reads a link. What cannot be used is named in `problems` and left at its default: a bad value never stops the screen. */
export function readPermalink(text: string): { readonly link: Permalink; readonly problems: readonly string[] } {
  const values = new URLSearchParams(text);
  const problems: string[] = [];
  if ([...values.keys()].length === 0) return { link: emptyPermalink, problems };
  if (values.get("v") !== version) {
    problems.push(`This link has version "${values.get("v") ?? ""}"; this screen reads version ${version}.`);
    return { link: emptyPermalink, problems };
  }
  const bad = (name: string) => problems.push(`The link's ${name} cannot be read and was left out.`);
  const link: Permalink = {
    dataset: values.get("d"),
    run: values.get("run"),
    job: values.get("job"),
    scan: values.get("scan"),
    scanJob: values.get("scanjob"),
    question: values.get("q"),
    answer: values.get("answer"),
    answerJob: values.get("answerjob"),
    panel: readChoice(values.get("p"), panels, "scenario", () => bad("panel")),
    hour: readHour(values.get("h"), () => bad("hour")),
    selection: readSelection(values.get("s"), () => bad("selection")),
    view: readChoice(values.get("w"), views, "map", () => bad("view")),
    camera: readCamera(values.get("c"), () => bad("camera")),
    hiddenSectors: (values.get("off") ?? "").split(",").filter((sector) => sector !== ""),
    extent: readChoice(values.get("x"), extents, "largest", () => bad("extent")),
  };
  return { link, problems };
}

function readHour(text: string | null, bad: () => void): number {
  if (text === null) return 0;
  const hour = Number(text);
  if (text.trim() === "" || !Number.isFinite(hour)) {
    bad();
    return 0;
  }
  return Math.max(0, Math.min(limits.hour, hour));
}

function readSelection(text: string | null, bad: () => void): Selection | null {
  if (text === null) return null;
  const at = text.indexOf(":");
  const kind = text.slice(0, at);
  const id = text.slice(at + 1);
  if ((kind === "asset" || kind === "state") && id !== "") return { kind, id };
  bad();
  return null;
}

function readChoice<Choice extends string>(
  text: string | null,
  choices: readonly Choice[],
  otherwise: Choice,
  bad: () => void,
): Choice {
  if (text === null) return otherwise;
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined) bad();
  return choice ?? otherwise;
}

function readCamera(text: string | null, bad: () => void): CameraPlace | null {
  if (text === null) return null;
  const [x, y, ratio, ...rest] = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (x === undefined || y === undefined || ratio === undefined || rest.length > 0) {
    bad();
    return null;
  }
  if (![x, y, ratio].every(Number.isFinite) || ratio <= 0) {
    bad();
    return null;
  }
  const clampPlace = (value: number) => Math.max(-limits.place, Math.min(limits.place, value));
  return {
    x: clampPlace(x),
    y: clampPlace(y),
    ratio: Math.max(limits.ratioLow, Math.min(limits.ratioHigh, ratio)),
  };
}
