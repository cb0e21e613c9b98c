import { existsSync } from "node:fs";
import {
  type Dataset,
  type Issue,
  lossScenario,
  type Overlay,
  type Scenario,
  scanLossHours,
} from "../../analyzer/index.ts";
import { parseOverlay, parseScenario, readJson } from "../../datasets/formats/index.ts";
import { openPath } from "../../datasets/open-path.ts";
import type { StoredDocument } from "../store/store.ts";
import { CliError } from "./cli-error.ts";
import type { LoadedDataset } from "./load-dataset.ts";
import { RefusedError } from "./refused-error.ts";

/** What the options say is lost. */
export interface LossOptions {
  readonly scenario?: string;
  /** Each text is one id or several joined by commas. */
  readonly lose?: readonly string[];
  readonly hours?: number;
  readonly horizon?: number;
}

/** The scenario of `--scenario` or `--lose`. Throws `CliError` where neither is given, `RefusedError` for a bad file. */
export async function readLoss(options: LossOptions, { scenarios }: LoadedDataset): Promise<Scenario> {
  const { scenario: name, lose, hours = scanLossHours, horizon } = options;
  if (name !== undefined) return readScenario(name, scenarios);
  const ids = (lose ?? []).flatMap((text) => text.split(",")).map((id) => id.trim());
  if (ids.length === 0 || ids.includes("")) {
    throw new CliError("USAGE_LOSS_MISSING", "Say what is lost: --scenario FILE, or --lose ID[,ID] --hours H.");
  }
  return lossScenario([...new Set(ids)], hours, horizon);
}

async function readScenario(name: string, kept: readonly StoredDocument[]): Promise<Scenario> {
  const { value, file } = await readDocument(name, kept);
  const { scenario, issues } = parseScenario(value, file);
  return usable(`Scenario ${name}`, scenario, issues);
}

/** The overlays of `--overlay`, in the order given. Throws `RefusedError`. */
export async function readOverlays(
  names: readonly string[],
  {
    overlays: kept,
    dataset,
  }: { readonly overlays: readonly StoredDocument[]; readonly dataset: Pick<Dataset, "description"> },
): Promise<Overlay[]> {
  const overlays: Overlay[] = [];
  for (const name of names) {
    const { value, file } = await readDocument(name, kept);
    const { overlay, issues } = parseOverlay(value, dataset.description, file);
    overlays.push(usable(`Overlay ${name}`, overlay, issues));
  }
  return overlays;
}

/** A JSON file, or else the document of that id that is kept with the dataset. Throws `RefusedError`. */
async function readDocument(
  name: string,
  kept: readonly StoredDocument[],
): Promise<{ readonly value: unknown; readonly file: string }> {
  const document = kept.find(({ id }) => id === name);
  if (document !== undefined && !existsSync(name)) return { value: document.body, file: name };
  return readJsonFile(name);
}

/** The value of a JSON file of the user. Throws `RefusedError`. */
export async function readJsonFile(path: string): Promise<{ readonly value: unknown; readonly file: string }> {
  const files = await openPath(path);
  const { value, issues } = await readJson(files, files.name);
  if (value === undefined) throw new RefusedError(`${path} cannot be used`, issues);
  return { value, file: files.name };
}

function usable<T>(what: string, value: T | null, issues: readonly Issue[]): T {
  if (value === null) throw new RefusedError(`${what} cannot be used`, issues);
  return value;
}
