import type { SeaPort } from "sea-ports";
import { isNearState } from "../../../states.ts";
import type { RawFiles } from "../../raw-files.ts";
import { addAsset, type Draft } from "../draft.ts";

const file = "npm:sea-ports";
/** A port whose place is further than this from its State is in the wrong place, in degrees. */
const nearDegrees = 0.5;

/** Ports by UN/LOCODE, whose first two letters are the State. What has no place, or one far from its State, is dropped. */
export function addPorts(
  draft: Draft,
  raw: RawFiles,
  ports: Readonly<Record<string, Pick<SeaPort, "name" | "coordinates">>>,
): void {
  raw.open(file);
  Object.entries(ports).forEach(([code, { name, coordinates }], index) => {
    raw.count(file);
    const state = code.slice(0, 2);
    const drop = (reason: string): void => raw.drop({ file, row: index + 1, id: code, reason });
    if (!draft.region.states.includes(state)) {
      raw.leaveOut(file, "outside the region");
      return;
    }
    if (coordinates === undefined) return drop("it has no place");
    const [lon, lat] = coordinates;
    if (!isNearState(state, lon, lat, nearDegrees)) return drop(`its place, ${lon} ${lat}, is not near ${state}`);
    addAsset(draft, {
      id: `port:${code}`,
      name,
      sector: "transport",
      kind: "port",
      states: [{ state, share: 1 }],
      lon,
      lat,
      source: "sea-ports",
      licence: "MIT",
      extra: { x_source_id: code },
    });
  });
}
