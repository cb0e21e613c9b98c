import { askedParameters } from "../../runs/asked-parameters.ts";
import type { RunDescription } from "../../store/store.ts";

/** What a run was asked, in short: scenario by title, other parameters by name, overlays by id. */
export function askedText(run: RunDescription): string {
  const { scenario, seed, others } = askedParameters(run);
  const title = scenario["title"] ?? scenario["id"];
  const parameters = Object.entries(others).map(([name, value]) => `${name} ${shortText(value)}`);
  const parts = [
    ...(typeof title === "string" ? [title] : []),
    ...parameters,
    ...(seed === null ? [] : [`seed ${seed}`]),
    ...(run.overlays.length === 0 ? [] : [`with ${run.overlays.join(", ")}`]),
  ];
  return parts.length === 0 ? "as by default" : parts.join("; ");
}

function shortText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
