import { formatIssue, ReadError } from "../read-error.ts";
import { loadJson } from "../read-json.ts";
import { repairCountry } from "./country-repair.ts";
import { CountedIssues } from "./counted-issues.ts";
import type { Format, FormatInput } from "./format.ts";

const exchangesFile = /(^|\/)exchanges\.json$/iu;
const zonesFile = /(^|\/)zones\.json$/iu;
const arrow = "->";
/** What gives back and does not produce. */
const storage = /storage/iu;

/**
 * Exchanges between zones of Electricity Maps, `{ "AT->DE": { "capacity": [reverse, forward] } }` in MW, and the zones, with the
 * installed capacity by fuel. A zone is one supply; an exchange with two capacities is two directed connections.
 */
export const electricityMaps: Format = {
  id: "electricity-maps",
  title: "Electricity Maps exchanges and zones",
  ending: ".json",
  async detect({ paths, head }) {
    const path = paths.find((each) => exchangesFile.test(each)) ?? (paths.length === 1 ? paths[0] : undefined);
    if (path === undefined || !/\.json$/iu.test(path)) return 0;
    return /^\s*\{\s*"[A-Z][A-Z0-9-]*->[A-Z][A-Z0-9-]*"\s*:/u.test(await head(path)) ? 0.95 : 0;
  },
  read,
  write: null,
};

const takenOfZones = ["bounding_box", "capacity"];

type Members = Readonly<Record<string, unknown>>;
type Place = readonly [lon: number, lat: number];

interface Exchange {
  readonly row: number;
  readonly key: string;
  readonly ends: readonly [string, string];
  readonly cells: Members;
}

async function read(input: FormatInput): Promise<object | null> {
  const { files, paths, reading } = input;
  const path = paths.find((each) => exchangesFile.test(each)) ?? (paths.length === 1 ? paths[0] : undefined);
  if (path === undefined) {
    const text = "There is no exchanges.json among them.";
    throw new ReadError("FILE_MISSING", { file: files.name, text });
  }
  const counted = new CountedIssues(reading.issues);
  const exchanges: Exchange[] = [];
  for (const [at, [key, value]] of Object.entries(await membersOf(input, path)).entries()) {
    const exchange = exchangeOf(input, path, { row: at + 1, key, value });
    if (exchange !== null) exchanges.push(exchange);
  }
  const stated = paths.find((each) => zonesFile.test(each));
  const zones = stated === undefined ? {} : await membersOf(input, stated);
  await addZones(input, counted, { file: stated ?? path, zones, exchanges });
  for (const exchange of exchanges) await addExchange(input, path, exchange);
  counted.tell();
  return null;
}

async function membersOf({ files, reading }: FormatInput, path: string): Promise<Members> {
  const value = await loadJson(files, path, path, reading.caps);
  if (isMembers(value)) return value;
  throw new ReadError("FIELD_WRONG_TYPE", {
    file: path,
    text: "The file must hold one object, with a member for each.",
  });
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function exchangeOf(
  { reading }: FormatInput,
  file: string,
  { row, key, value }: { row: number; key: string; value: unknown },
): Exchange | null {
  const [from = "", to = "", ...more] = key.split(arrow);
  if (from !== "" && to !== "" && more.length === 0 && isMembers(value)) {
    return { row, key, ends: [from, to], cells: value };
  }
  const text = "An exchange must be called by its two zones, such as AT->DE, and be an object.";
  reading.issues.add(formatIssue("ROW_NOT_OBJECT", { file, row, column: key, value, text }));
  return null;
}

/** Adds the zones that are stated or that exchanges lead to. */
async function addZones(
  { rows }: FormatInput,
  counted: CountedIssues,
  { file, zones, exchanges }: { file: string; zones: Members; exchanges: readonly Exchange[] },
): Promise<void> {
  const borders = new Map<string, Place>();
  for (const { ends, cells } of exchanges) {
    const place = placeOf(cells["lonlat"]);
    for (const end of ends) if (place !== null && !borders.has(end)) borders.set(end, place);
  }
  const ids = new Set([...Object.keys(zones), ...exchanges.flatMap(({ ends }) => ends)]);
  for (const [at, id] of [...ids].entries()) {
    const stated = zones[id];
    const zone = isMembers(stated) ? stated : {};
    for (const member of Object.keys(zone)) {
      if (takenOfZones.includes(member)) continue;
      const text = `${member} of zones is not read`;
      counted.count({ code: "PART_NOT_READ", file, column: member, text }, at + 1);
    }
    const place = middleOf(zone["bounding_box"]);
    const [lon, lat] = place ?? borders.get(id) ?? [null, null];
    const code = id.split("-", 1)[0] ?? "";
    const states = repairCountry(counted, { file, row: at + 1, column: id, code, lon, lat });
    if (states === null && lon === null) {
      const text = "Zones of no State and no place, which no exchange leads to, are left out";
      counted.count({ code: "ROWS_LEFT_OUT", file, text }, at + 1);
      continue;
    }
    // Where the code says nothing, the place of an exchange says which State it is.
    const shown = place ?? (states === null && lon !== null && lat !== null ? [lon, lat] : null);
    const { assumed, ...supply } = supplyOf(isMembers(zone["capacity"]) ? zone["capacity"] : {});
    await rows.add("assets", `${file}#/zones`, at + 1, {
      id,
      sector: "energy",
      kind: "power supply",
      states,
      ...(shown === null ? {} : { lon: shown[0], lat: shown[1] }),
      assumed: [...assumed, ...(shown === null ? [] : ["lon", "lat"])].join("|"),
      ...supply,
    });
  }
}

/** The sum of the fuels; assumed where one of them is not known. Storage gives back only what it took. */
function supplyOf(capacity: Members): { readonly assumed: readonly string[]; readonly [column: string]: unknown } {
  const fuels = Object.entries(capacity).filter(([fuel]) => !storage.test(fuel));
  const known = fuels.flatMap(([, megawatts]) => (typeof megawatts === "number" ? [megawatts] : []));
  const sum = known.reduce((total, megawatts) => total + megawatts, 0);
  const own = Object.fromEntries(
    Object.entries(capacity).map(([fuel, megawatts]) => [`x_capacity_${fuel.replaceAll(" ", "_")}`, megawatts]),
  );
  if (known.length === 0) return { assumed: [], ...own };
  const assumed = known.length < fuels.length ? ["capacity", "produces"] : [];
  return { assumed, capacity: sum, unit: "MW", produces: `electricity:${sum}`, ...own };
}

async function addExchange(
  { rows, reading }: FormatInput,
  file: string,
  { row, key, ends, cells }: Exchange,
): Promise<void> {
  const { capacity, lonlat, rotation, ...others } = cells;
  const [a, b] = ends;
  const place = placeOf(lonlat);
  const own = {
    commodity: "electricity",
    x_lon: place?.[0],
    x_lat: place?.[1],
    x_rotation: rotation,
    ...Object.fromEntries(Object.entries(others).map(([name, value]) => [`x_${name}`, value])),
  };
  const limits = capacity === undefined || capacity === null ? [] : capacity;
  const isPair = Array.isArray(limits) && limits.every((limit) => typeof limit === "number") && limits.length % 2 === 0;
  if (!isPair || limits.length > 2) {
    const text = "The capacity must be two numbers: the reverse one, of 0 or below, and the forward one.";
    reading.issues.add(
      formatIssue("FIELD_WRONG_TYPE", { file, row, column: `${key}.capacity`, value: capacity, text }),
    );
    return;
  }
  const [reverse, forward]: (number | undefined)[] = limits.map(Number);
  if (reverse === undefined || forward === undefined) {
    await rows.add("connections", file, row, { id: key, a, b, ...own });
  } else if (-reverse === forward) {
    await rows.add("connections", file, row, { id: key, a, b, capacity: forward, unit: "MW", ...own });
  } else {
    const limited = { unit: "MW", directed: true, ...own };
    await rows.add("connections", file, row, { id: key, a, b, capacity: forward, ...limited });
    const back = { id: `${b}${arrow}${a}`, a: b, b: a, capacity: Math.abs(reverse) };
    await rows.add("connections", file, row, { ...back, ...limited });
  }
}

function placeOf(value: unknown): Place | null {
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [lon, lat]: unknown[] = value;
  return typeof lon === "number" && typeof lat === "number" ? [lon, lat] : null;
}

/** The middle of a box of two corners; where it crosses the date line, none. */
function middleOf(box: unknown): Place | null {
  if (!Array.isArray(box) || box.length !== 2) return null;
  const [low, high] = [placeOf(box[0]), placeOf(box[1])];
  if (low === null || high === null || high[0] - low[0] > 180) return null;
  return [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
}
