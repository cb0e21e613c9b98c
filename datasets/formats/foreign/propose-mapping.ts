import { type Table, tableAttributes, tables } from "../../../analyzer/index.ts";
import type { Mapping } from "../mapping.ts";
import type { ForeignColumns } from "./foreign-rows.ts";

/** What a column of theirs might fill. `ours` is null where nothing fits: it is then kept as an own column. */
export interface ColumnProposal {
  readonly table: Table;
  readonly file: string;
  readonly column: string;
  readonly ours: string | null;
  /** From 0 to 1: 1 the same name, 0.9 a usual word for it, 0.6 a name that holds such a word. */
  readonly confidence: number;
}

/** Usual words for our columns, as letters and digits alone, the most usual first. */
const usualWords: { readonly [table in Table]: Readonly<Record<string, readonly string[]>> } = {
  assets: {
    id: ["identifier", "code", "nodeid", "assetid", "key", "uid", "fid", "objectid"],
    name: ["label", "title", "assetname", "facility", "facilityname", "site"],
    sector: ["industry", "infrastructuresector"],
    subsector: ["subindustry"],
    kind: ["type", "subtype", "category", "assettype", "facilitytype", "class", "fueltype", "technology"],
    states: ["country", "countrycode", "iso2", "iso", "state", "nation", "countryiso2"],
    lon: ["longitude", "long", "lng", "x", "xcoord", "geolon"],
    lat: ["latitude", "y", "ycoord", "geolat"],
    capacity: ["capacitymw", "installedcapacity", "installedcapacitymw", "pnom", "power", "throughput", "beds"],
    unit: ["units", "capacityunit"],
    people_served: ["population", "populationserved", "served", "customers", "people"],
    operator: ["owner", "company", "operatorname"],
    repair_hours: ["repairtime", "mttr", "mttrhours"],
    source: ["reference", "datasource"],
    licence: ["license"],
  },
  dependencies: {
    id: ["identifier", "edgeid", "key"],
    provider: ["source", "from", "sourceasset", "sourceid", "start", "supplier", "u", "fromid", "upstream"],
    dependent: ["target", "to", "targetasset", "targetid", "end", "consumer", "v", "toid", "downstream"],
    kind: ["type", "category", "dependencytype"],
    commodity: ["service", "resource", "flow"],
    buffer_hours: ["buffer", "autonomy", "backuphours"],
    likelihood: ["probability"],
    source: ["reference", "datasource"],
    licence: ["license"],
  },
  connections: {
    id: ["identifier", "lineid", "edgeid", "key"],
    a: ["source", "from", "bus0", "frombus", "start", "u", "node0", "nodea"],
    b: ["target", "to", "bus1", "tobus", "end", "v", "node1", "nodeb"],
    commodity: ["carrier", "type", "medium"],
    capacity: ["capacitymw", "snom", "pnom", "rating"],
    length_km: ["length", "distance", "distancekm", "lengthkm"],
    source: ["reference", "datasource"],
    licence: ["license"],
  },
};

const sure = 1;
const usual = 0.9;
const similar = 0.6;
const shortestPart = 4;

/** Proposes what the columns of files may fill: each of ours once, the surest first. */
export function proposeColumns(found: readonly ForeignColumns[]): ColumnProposal[] {
  return found.flatMap(({ table, file, columns }) => {
    const proposals = columns.map(({ name }) => best(table, file, name));
    const taken = new Map<string, ColumnProposal>();
    for (const proposal of proposals.toSorted((a, b) => b.confidence - a.confidence)) {
      if (proposal.ours !== null && !taken.has(proposal.ours)) taken.set(proposal.ours, proposal);
    }
    return proposals.map((proposal) => {
      const isTaken = proposal.ours !== null && taken.get(proposal.ours) !== proposal;
      return isTaken ? { ...proposal, ours: null, confidence: 0 } : proposal;
    });
  });
}

function best(table: Table, file: string, column: string): ColumnProposal {
  const at = { table, file, column };
  const columns = tableAttributes[table].map(({ column: ours }) => ours);
  const word = plain(column);
  const same = columns.find((ours) => ours === column || plain(ours) === word);
  if (same !== undefined) return { ...at, ours: same, confidence: same === column ? sure : usual };
  const words = Object.entries(usualWords[table]);
  const known = words.find(([, names]) => names.includes(word));
  if (known !== undefined) return { ...at, ours: known[0], confidence: usual };
  // The longest word of those it holds says most: a country code is a country and no id.
  let [ours, length]: [string | null, number] = [null, shortestPart - 1];
  for (const [column, names] of words) {
    for (const name of [plain(column), ...names]) {
      if (name.length > length && word.includes(name)) [ours, length] = [column, name.length];
    }
  }
  return { ...at, ours, confidence: ours === null ? 0 : similar };
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The mapping that the proposals come to, of those at least so sure. */
export function mappingOf(proposals: readonly ColumnProposal[], least: number): Mapping {
  const mapping: Record<string, { columns: Record<string, string> }> = {};
  for (const table of tables) {
    const chosen = proposals.filter(({ table: of, ours, column, confidence }) => {
      return of === table && ours !== null && ours !== column && confidence >= least;
    });
    if (chosen.length === 0) continue;
    mapping[table] = { columns: Object.fromEntries(chosen.map(({ ours, column }) => [ours ?? column, column])) };
  }
  return mapping;
}
