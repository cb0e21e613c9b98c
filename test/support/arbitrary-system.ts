import * as fc from "fast-check";
import type {
  Asset,
  CommodityAmount,
  Connection,
  Dataset,
  DatasetDescription,
  Dependency,
  GroupRule,
  Scenario,
  Shock,
} from "../../analyzer/index.ts";
import { fictionalDataset } from "./fictional.ts";

/** A random small dataset that the checks accept, with a scenario for it. */
export interface SmallSystem {
  readonly dataset: Dataset;
  readonly scenario: Scenario;
}

/** What may occur; everything does unless it is set to false. */
interface SmallSystemOptions {
  readonly networks?: boolean;
  readonly zones?: boolean;
  readonly blackStart?: boolean;
}

const usually = <T>(common: T, rare: fc.Arbitrary<T>, times: number): fc.Arbitrary<T> =>
  fc.oneof({ weight: times, arbitrary: fc.constant(common) }, { weight: 1, arbitrary: rare });

/** Hours on a small grid, so that events often fall on one instant, and now and then off it. */
export const smallHours: fc.Arbitrary<number> = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 2, arbitrary: fc.constantFrom(0.5, 1.5, 2.5) },
  { weight: 1, arbitrary: fc.constantFrom(Math.SQRT2, Math.PI, 1 / 3, 0.7) },
);

/** A number that stands for some asset or other: taken modulo how many there are, so that shrinking keeps it valid. */
export const someone: fc.Arbitrary<number> = fc.nat({ max: 59 });

const commodities = ["electricity", "gas"] as const;

// An amount: null is none, undefined is one that is not known.
const flow = (amounts: fc.Arbitrary<number | null | undefined>) =>
  fc.record({ commodity: fc.constantFrom(...commodities), amount: amounts });

const rawAsset = fc.record({
  states: fc.constantFrom({ XA: 1 }, { XB: 1 }, { XC: 1 }, { XA: 0.5, XB: 0.5 }, { XB: 0.3, XC: 0.7 }),
  sector: fc.constantFrom("energy", "digital", "water", "health"),
  restartHours: usually(0, smallHours, 1),
  blackStart: usually(false, fc.constant(true), 3),
  peopleServed: fc.option(fc.constantFrom(0, 100, 2500), { nil: undefined, freq: 3 }),
  produces: flow(usually<number | null | undefined>(null, fc.constantFrom(100, undefined, 60, 30, 0), 1)),
  consumes: flow(fc.constantFrom(null, undefined, 10, 40, 50, 25.5)),
});
type RawAsset = typeof rawAsset extends fc.Arbitrary<infer T> ? T : never;

const rawGroup = fc.record({
  dependent: someone,
  rows: fc.array(
    fc.record({
      provider: someone,
      share: fc.constantFrom(1, 1, 1, 0.5, 2, 0.3),
      lagHours: usually(0, smallHours, 3),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  // Share of the summed shares that is needed: a half of two equal ones is "any one of two".
  needed: fc.constantFrom(1, 0.5, 2 / 3, 0.34, 0.8),
  rule: fc.constantFrom<GroupRule>("proportional", "threshold"),
  loss: usually(1, fc.constantFrom(0.5, 0.6, 0.25, 0), 3),
  bufferHours: usually(0, smallHours, 1),
  network: fc.option(fc.constantFrom(...commodities), { nil: undefined, freq: 1 }),
});
type RawGroup = typeof rawGroup extends fc.Arbitrary<infer T> ? T : never;

const rawConnection = fc.record({
  a: someone,
  b: someone,
  commodity: usually<(typeof commodities)[number]>("electricity", fc.constant("gas"), 3),
  directed: usually(false, fc.constant(true), 4),
  capacity: usually(undefined, fc.constantFrom(10, 25, 60, 0), 1),
});

type RawConnection = typeof rawConnection extends fc.Arbitrary<infer T> ? T : never;

const stateCodes = ["XA", "XB", "XC"] as const;

/** How a network is balanced State by State; undefined where it is balanced as a whole. */
const rawZones = fc.option(
  fc.record({
    sharing: fc.constantFrom(undefined, "own-first" as const, "shared" as const),
    transferLimits: fc.uniqueArray(
      fc
        .record({
          from: fc.constantFrom(...stateCodes),
          to: fc.constantFrom(...stateCodes),
          capacity: fc.constantFrom(0, 10, 30, 100 / 3),
        })
        .filter(({ from, to }) => from !== to),
      { maxLength: 3, selector: ({ from, to }) => from + to },
    ),
  }),
  { nil: undefined, freq: 1 },
);
type RawZones = typeof rawZones extends fc.Arbitrary<infer T> ? T : never;

const rawShock = fc.record({
  who: fc.array(someone, { minLength: 1, maxLength: 3 }),
  availability: fc.constantFrom(0, 0, 0, 0.5, 0.25, 1),
  fromHours: smallHours,
  hours: fc.option(smallHours, { nil: undefined, freq: 6 }),
});
type RawShock = typeof rawShock extends fc.Arbitrary<infer T> ? T : never;

/** Ids in the order of positions. */
const idOf = (position: number) => `A${position}`;

/** Random small systems: two to ten assets, up to ten input groups, ten connections, half of the networks by zones, one to four
 * shocks. */
export function smallSystem({
  networks = true,
  zones = true,
  blackStart = true,
}: SmallSystemOptions = {}): fc.Arbitrary<SmallSystem> {
  return fc
    .record({
      assets: fc.array(rawAsset, { minLength: 2, maxLength: 10 }),
      groups: fc.array(rawGroup, { maxLength: 10 }),
      connections: fc.array(rawConnection, { maxLength: networks ? 10 : 0 }),
      zones: fc.record({ electricity: rawZones, gas: rawZones }),
      shocks: fc.array(rawShock, { minLength: 1, maxLength: 4 }),
      horizonHours: fc.constantFrom(20, 40, 9, 6.5, 15),
    })
    .map((raw) => {
      const settings = settingsOf(networks && zones ? raw.zones : {});
      const assets = raw.assets.map((asset, position) => assetOf(asset, position, blackStart, settings));
      const connections = connectionsOf(raw.connections, assets.length);
      const dependencies = dependenciesOf(raw.groups, assets, connections);
      const dataset = fictionalDataset("small", assets, dependencies, connections);
      return {
        dataset: { ...dataset, description: { ...dataset.description, networks: settings } },
        scenario: scenarioOf(raw.shocks, assets.length, raw.horizonHours),
      };
    });
}

/** Further shocks on the assets of a dataset. */
export function smallShocks(dataset: Dataset): fc.Arbitrary<Shock[]> {
  return fc.array(rawShock, { minLength: 1, maxLength: 2 }).map((raw) => shocksOf(raw, dataset.assets.length));
}

type Settings = NonNullable<DatasetDescription["networks"]>;

function settingsOf(zones: Readonly<Record<string, RawZones>>): Settings {
  return Object.fromEntries(
    Object.entries(zones).flatMap(([commodity, settings]) => {
      if (settings === undefined) return [];
      const { sharing, transferLimits } = settings;
      return [[commodity, { balance: "zones", ...(sharing === undefined ? {} : { sharing }), transferLimits }]];
    }),
  );
}

function assetOf(raw: RawAsset, position: number, blackStart: boolean, settings: Settings): Asset {
  const id = idOf(position);
  const amounts = ({ commodity, amount }: RawAsset["produces"], isProducer: boolean): CommodityAmount[] => {
    if (amount === null) return [];
    // Balanced by zones, every producer states its amount.
    const known = amount ?? (isProducer && settings[commodity] !== undefined ? 45 : undefined);
    return [known === undefined ? { commodity } : { commodity, amount: known }];
  };
  return {
    id,
    name: id,
    sector: raw.sector,
    kind: "factory",
    states: Object.entries(raw.states).map(([state, share]) => ({ state, share })),
    source: "test",
    restartHours: raw.restartHours,
    blackStart: blackStart && raw.blackStart,
    ...(raw.peopleServed === undefined ? {} : { peopleServed: raw.peopleServed }),
    produces: amounts(raw.produces, true),
    consumes: amounts(raw.consumes, false),
  };
}

function connectionsOf(raw: readonly RawConnection[], count: number) {
  return raw
    .map(
      ({ a, b, commodity, directed, capacity }, index): Connection => ({
        id: `c${index}`,
        a: idOf(a % count),
        b: idOf(b % count),
        commodity,
        directed,
        ...(capacity === undefined ? {} : { capacity, unit: "MW" }),
      }),
    )
    .filter(({ a, b }) => a !== b);
}

function dependenciesOf(
  raw: readonly RawGroup[],
  assets: readonly Asset[],
  connections: readonly Connection[],
): Dependency[] {
  const rows: Dependency[] = [];
  raw.forEach((group, index) => {
    const dependent = idOf(group.dependent % assets.length);
    const providers = new Map(group.rows.map((row) => [idOf(row.provider % assets.length), row]));
    providers.delete(dependent);
    const own = [...providers].map(([provider, { share, lagHours }]) => ({ provider, share, lagHours }));
    const network = `@${group.network}`;
    if (
      canStateNetwork(group.network, dependent, assets, connections) &&
      !rows.some((row) => row.dependent === dependent && row.provider === network)
    ) {
      own.push({ provider: network, share: 1, lagHours: 0 });
    }
    const need = group.needed * own.reduce((sum, { share }) => sum + share, 0);
    const columns = { need, rule: group.rule, loss: group.loss, bufferHours: group.bufferHours, source: "test" };
    // A lone row leaves its group without a name every other time.
    const named = own.length === 1 && index % 2 === 0 ? {} : { group: `g${index}` };
    rows.push(...own.map((row, at) => ({ id: `d${index}.${at}`, dependent, ...row, ...named, ...columns })));
  });
  return rows;
}

/** A row `@c` stands on an asset of the network that does not produce c. */
function canStateNetwork(
  commodity: string | undefined,
  dependent: string,
  assets: readonly Asset[],
  connections: readonly Connection[],
): boolean {
  const produces = assets.find(({ id }) => id === dependent)?.produces ?? [];
  return (
    connections.some((row) => row.commodity === commodity && (row.a === dependent || row.b === dependent)) &&
    !produces.some((amount) => amount.commodity === commodity)
  );
}

function scenarioOf(raw: readonly RawShock[], count: number, horizonHours: number): Scenario {
  return { id: "small", title: "Small", horizonHours, shocks: shocksOf(raw, count) };
}

function shocksOf(raw: readonly RawShock[], count: number): Shock[] {
  return raw.map(({ who, availability, fromHours, hours }) => ({
    select: { ids: [...new Set(who.map((position) => idOf(position % count)))].sort() },
    availability,
    fromHours,
    ...(hours === undefined ? {} : { hours }),
  }));
}
