/** How a value is written: ids select what they name, shares are percent, `measure` is in the unit of what is asked about. */
export type FieldKind = "text" | "asset" | "state" | "flag" | "share" | "number" | "count" | "measure";

export interface FieldWords {
  readonly title: string;
  readonly unit: string | null;
  readonly kind: FieldKind;
}

const words = (title: string, kind: FieldKind, unit: string | null = null): FieldWords => ({ title, kind, unit });

/** What the fields of answers are called, and their units; by the name of the field. */
const known: Readonly<Record<string, FieldWords>> = {
  id: words("Asset", "asset"),
  ids: words("Assets", "asset"),
  code: words("State", "state"),
  from: words("From", "state"),
  to: words("To", "state"),
  states: words("States", "state"),
  worseStates: words("States that lose more", "state"),
  soleSupplier: words("Sole supplier", "asset"),
  rank: words("#", "count"),
  by: words("Ranked by", "text"),
  method: words("Method", "text"),
  hours: words("Lost for", "number", "h"),
  horizonHours: words("Watched for", "number", "h"),
  firstHours: words("First hit", "number", "h"),
  outageHours: words("Outage hours", "number", "h"),
  foreignOutageHours: words("Outage hours abroad", "number", "h"),
  personHours: words("Person-hours", "number", "person h"),
  assetsDisrupted: words("Disrupted", "count", "assets"),
  assetsDown: words("Down", "count", "assets"),
  assetsLost: words("Lost", "count", "assets"),
  peopleLost: words("People served by the lost", "count", "persons"),
  peopleServed: words("People served", "count", "persons"),
  assetsWithoutPeople: words("Of them without people stated", "count", "assets"),
  statesReached: words("States reached", "count", "States"),
  foreignStatesReached: words("Foreign States reached", "count", "States"),
  sectorsReached: words("Sectors reached", "count", "sectors"),
  before: words("Before", "number"),
  after: words("After", "number"),
  change: words("Change", "number"),
  gap: words("Off the best known", "measure"),
  gain: words("Adds", "measure"),
  synergy: words("Beyond both alone", "measure"),
  trials: words("Trials", "count", "trials"),
  seed: words("Seed", "text"),
  confidence: words("Confidence of intervals", "share"),
  share: words("Probability", "share"),
  interval: words("Interval", "measure"),
  mean: words("Mean", "measure"),
  standardDeviation: words("Standard deviation", "measure"),
  lost: words("Lost for good", "share"),
  disrupted: words("Disrupted", "share"),
  reached: words("Reached", "share"),
  worst: words("Worst", "measure"),
  trial: words("Trial", "text"),
  value: words("Value", "measure"),
  total: words("Total", "measure"),
  alone: words("Alone", "measure"),
  last: words("Added last", "measure"),
  orders: words("Orders drawn", "count", "orders"),
  runs: words("Cascades run", "count", "cascades"),
  cappedRuns: words("Of them not complete", "count", "cascades"),
  degree: words("Degree", "count", "assets"),
  betweenness: words("Betweenness", "number", "pairs"),
  crossBorderBetweenness: words("Cross-border betweenness", "number", "pairs"),
  pageRank: words("PageRank", "number", "share of 1"),
  coreNumber: words("Core number", "count", "neighbours"),
  isArticulationPoint: words("Articulation point", "flag"),
  bridges: words("Bridges", "count", "links"),
  blocks: words("Biconnected blocks", "count", "blocks"),
  edges: words("Edges", "count", "links"),
  samples: words("Sampled paths", "count", "paths"),
  errorBound: words("Farthest off", "number", "pairs"),
  strongComponentSize: words("In a loop of", "count", "assets"),
  soleSupplyOf: words("Sole supply of", "count", "assets"),
  commodity: words("Commodity", "text"),
  bothWays: words("Both ways", "flag"),
  connections: words("Connections", "count", "connections"),
  connection: words("Connection", "text"),
  unit: words("Unit", "text"),
  flow: words("Most that can flow", "number", "unit of the row"),
  flowAtLeast: words("At least", "number", "unit of the row"),
  narrowest: words("Narrow place", "text", "connections"),
  disjointPaths: words("Separate ways", "count", "ways"),
  fewest: words("Fewest that part them", "text", "connections"),
  soleLinks: words("Sole links across borders", "text"),
  dependencies: words("Dependencies on assets", "count", "dependencies"),
  networkDependencies: words("Dependencies on networks", "count", "dependencies"),
  crossSector: words("Across sectors", "count", "dependencies"),
  crossBorder: words("Across borders", "count", "dependencies"),
  crossSectorAndBorder: words("Across both", "count", "dependencies"),
  inLoops: words("In loops", "count", "dependencies"),
  count: words("Number", "count"),
  reciprocity: words("Pairs that depend on each other", "share"),
  loops: words("Loops", "count", "loops"),
  loopsWithNetworks: words("Loops, networks included", "count", "loops"),
  assets: words("Assets", "count", "assets"),
  sizes: words("Sizes", "count", "assets"),
  meanDepth: words("Mean depth", "number", "dependencies"),
  maxDepth: words("Greatest depth", "count", "dependencies"),
  crossBorderConnections: words("Connections across borders", "count", "connections"),
  methods: words("Worked out by", "count", "rows"),
  bufferSpread: words("Buffers drawn up to", "share"),
  shareOfLoss: words("Of the loss, rests on assumed values", "share"),
  minLevel: words("Lowest level", "share"),
  level: words("Level", "share"),
  availability: words("Availability", "share"),
  fromHours: words("From", "number", "h"),
  toHours: words("To", "number", "h"),
  bufferHours: words("Buffer", "number", "h"),
  k: words("Top", "count", "assets"),
  candidates: words("Candidates", "count", "assets"),
  rankInterval: words("Rank interval", "number", "rank"),
  inTop: words("In the top", "share"),
  tieGroup: words("Tie group", "text"),
  rankCorrelation: words("Order kept", "number", "tau, -1 to 1"),
  topOverlap: words("Of the top kept", "share"),
  varianceDrop: words("Variance gone", "share"),
  input: words("If this were certain", "text"),
  likelihood: words("Probability of loss", "share"),
  ifLost: words("If lost", "measure"),
  ifKept: words("If kept", "measure"),
  birnbaum: words("Birnbaum importance", "measure"),
  criticality: words("Criticality", "share"),
  diagnostic: words("Diagnostic importance", "share"),
  riskAchievementWorth: words("Risk achievement worth", "number", "times"),
  riskReductionWorth: words("Risk reduction worth", "number", "times"),
  inMinimalSets: words("In smallest sets", "count", "sets"),
  atLeast: words("At least", "measure"),
  pairs: words("Pairs", "count", "pairs"),
  apart: words("Put together without a run", "count", "pairs"),
  simulated: words("Run", "count", "pairs"),
  ruledOut: words("Ruled out", "count", "pairs"),
  totals: words("Totals", "text"),
  rows: words("Rows", "text"),
  measure: words("Measure", "text"),
  consequences: words("Consequences", "text"),
  furtherTrials: words("Trials still needed", "count", "trials"),
  complete: words("Complete", "flag"),
  quantiles: words("Quantiles", "measure"),
};

/** What a short table shows of its columns, by answer and table; the others show their first ones. */
const leads: Readonly<Record<string, readonly string[]>> = {
  "structure rows": ["id", "betweenness", "soleSupplyOf"],
  "borders rows": ["from", "to", "flow", "unit"],
  "final-sets rows": ["id", "assetsLost", "statesReached"],
  "compare states": ["code", "outageHours.before", "outageHours.after"],
};
const firstColumns = 3;

/** Places of the columns that a short table shows: what a row is about and what it says first. */
export function leadColumns(
  answer: string,
  table: string,
  columns: readonly { readonly path: readonly string[] }[],
): readonly number[] {
  const wanted = leads[`${answer} ${table}`];
  const places = columns.flatMap(({ path }, place) => {
    const shown = wanted === undefined ? path[0] !== "rank" : wanted.includes(path.join("."));
    return shown ? [place] : [];
  });
  return wanted === undefined ? places.slice(0, firstColumns) : places;
}

/** In a few answers a field means more than its name says. */
const byAnswer: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = {
  coupling: { share: words("Share", "share", "of dependencies on assets") },
  "likely-sets": { assets: words("Assets", "text") },
  "data-gaps": {
    columns: words("Columns", "text"),
    table: words("Table", "text"),
    column: words("Column", "text"),
    rows: words("Rows", "count", "rows"),
    stated: words("Stated", "share", "of rows, or of the usual cells"),
    assumed: words("Assumed", "share", "of rows, or of the usual cells"),
    sectors: words("Sectors", "count", "sectors"),
    states: words("States", "count", "States"),
    sector: words("Sector", "text"),
    sectorsMissing: words("Sectors missing", "text"),
    isolatedCount: words("Assets tied to nothing", "count", "assets"),
    isolated: words("Tied to nothing", "asset"),
    islandCount: words("Islands without a producer", "count", "islands"),
    islands: words("Islands without a producer", "text"),
    commodity: words("Commodity", "text"),
    singleProviderCount: words("Single providers where several are usual", "count", "services"),
    singleProviders: words("Single providers", "text"),
    group: words("Service", "text"),
    provider: words("Provider", "asset"),
    shareWithMore: words("Of the kind have several", "share"),
    unusualCount: words("Values far from the usual", "count", "values"),
    unusual: words("Unusual values", "text"),
    value: words("Value", "number"),
    usual: words("Usual for the kind", "number"),
    unit: words("Unit", "text"),
  },
  credits: {
    licence: words("Licence of the dataset", "text"),
    together: words("All parts together ask for", "text"),
    credits: words("Sources", "text"),
    source: words("Source", "text"),
    licenceClass: words("Asks for", "text"),
    retrieved: words("Retrieved", "text"),
    credit: words("Credit", "text"),
    rows: words("Rows", "count", "rows"),
    ownLicences: words("Rows of a licence of their own", "text"),
    rowsWithoutSource: words("Rows without a source", "count", "rows"),
    keepApart: words("To be kept apart", "text"),
  },
  portfolio: { before: words("Before", "measure"), after: words("With all backups", "measure") },
  compare: { assets: words("Assets that change", "text"), states: words("States that change", "text") },
};

/** The words of a field of an answer, null where it has none. */
const wordsOf = (answer: string, name: string): FieldWords | null => byAnswer[answer]?.[name] ?? known[name] ?? null;

/** The words of a field of an answer; what is not known is called by its name, written apart. */
export const fieldWords = (answer: string, name: string): FieldWords =>
  wordsOf(answer, name) ?? words(spell(name), "number");

/** Parts of an estimate: they are of what they stand in, and take its unit. */
const estimateParts: ReadonlySet<string> = new Set([
  "interval",
  "mean",
  "value",
  "standardDeviation",
  "worst",
  "quantiles",
  "count",
  "before",
  "after",
  "change",
]);

/** The words of a nested field: its own, or where it has none, or is a part of an estimate, those of what it stands in. */
export function nestedWords(answer: string, path: readonly string[]): FieldWords {
  const name = path.at(-1) ?? "";
  const own = wordsOf(answer, name);
  const owner = path.slice(0, -1).findLast((each) => !estimateParts.has(each));
  const above = owner === undefined ? null : wordsOf(answer, owner);
  if (above === null || (own !== null && !estimateParts.has(name))) return fieldWords(answer, name);
  return { ...above, title: own?.title ?? spell(name) };
}

/** `crossBorderLinks`: Cross border links. */
function spell(name: string): string {
  const apart = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return apart.charAt(0).toUpperCase() + apart.slice(1);
}

export const isNumeric = (kind: FieldKind): boolean => ["number", "count", "share", "measure"].includes(kind);
