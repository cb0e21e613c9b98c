import seaPorts from "sea-ports";
import { addRow, type Draft } from "../draft.ts";
import type { EuropeTables } from "../europe-tables.ts";
import { isInState } from "../is-in-state.ts";

/** Ports of the British islands carry a British UN/LOCODE. */
const stateOfCode: Readonly<Record<string, string>> = { GBGCI: "GG" };

/** The main ports of `ports.csv` with their places from the package; a port without a place, or with one in another State, is left out. */
export function addPorts(draft: Draft, tables: EuropeTables): void {
  const dropped: string[] = [];
  for (const code of tables.ports.keys()) {
    const port = seaPorts.JSON[code];
    const state = stateOfCode[code] ?? code.slice(0, 2);
    const [lon, lat] = port?.coordinates ?? [];
    if (port === undefined || lon === undefined || lat === undefined || !isInState({ lon, lat }, state)) {
      dropped.push(code);
      continue;
    }
    const id = `port-${code.toLowerCase()}`;
    draft.cityNames.set(id, port.city);
    addRow(draft.assets, {
      id,
      name: `Port of ${port.name}`,
      sector: "transport",
      kind: "port",
      states: [{ state, share: 1 }],
      lon,
      lat,
      restartHours: tables.restartHours.get("port") ?? 0,
      source: "sea-ports",
      confidence: 0.8,
      assumed: ["restart_hours"],
      extra: { x_source_id: code },
    });
  }
  draft.notes.push(`ports left out for their place: ${dropped.join(", ") || "none"}`);
}
