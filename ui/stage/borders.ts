import coarseUrl from "world-atlas/countries-110m.json?url";
import fineUrl from "world-atlas/countries-50m.json?url";
import { borderShapes, type StateShape } from "./state-shapes.ts";

/** Named in the legend: whose borders these are, and what they claim. */
export const borderCredit = "Borders: Natural Earth, de facto";

async function load(url: string): Promise<StateShape[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The borders could not be loaded (${response.status}).`);
  return borderShapes(await response.json());
}

/** Gives the coarse borders (108 kB) as soon as they are there, and the fine ones (756 kB) once they are. Nothing leaves the machine. */
export async function loadBorders(take: (shapes: readonly StateShape[]) => void): Promise<void> {
  take(await load(coarseUrl));
  take(await load(fineUrl));
}
