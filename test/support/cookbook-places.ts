import type { Asset, Dataset } from "../../analyzer/index.ts";
import { assetCells } from "../../datasets/formats/index.ts";
import {
  assetsById,
  type CookbookAnswer,
  countDistinct,
  datasetOf,
  found,
  groupBy,
  isAbroad,
  isIn,
  needsOf,
  ordered,
  orderedBy,
  type Row,
  statesOf,
} from "./cookbook-world.ts";

/** The sphere that Neo4j takes the earth for. */
const earthKm = 6378.14;

interface Line {
  readonly type: string;
  readonly id: string;
  readonly start: Asset;
  readonly end: Asset;
  readonly commodity: string | null;
  readonly capacity?: number | undefined;
}

function connectionsOf(dataset: Dataset): Line[] {
  const assets = assetsById(dataset);
  return dataset.connections.map(({ id, a, b, commodity, capacity }) => {
    const [start, end] = [found(assets, a), found(assets, b)];
    return { type: "CONNECTED_TO", id, start, end, commodity, capacity };
  });
}

function dependenciesOf(dataset: Dataset): Line[] {
  return needsOf(dataset).map(({ row, dependent, provider }) => {
    return { type: "DEPENDS_ON", id: row.id, start: dependent, end: provider, commodity: row.commodity ?? null };
  });
}

/** Pairs of different States that two assets have between them, each once. */
function statePairs(a: Asset, b: Asset): [string, string][] {
  return statesOf(a).flatMap((s) =>
    statesOf(b)
      .filter((t) => s !== t)
      .map((t): [string, string] => [s, t]),
  );
}

/** Great-circle distance in km by the haversine formula. */
function greatCircleKm(a: Asset, b: Asset): number {
  const radians = (degrees: number | undefined): number => ((degrees ?? Number.NaN) * Math.PI) / 180;
  const half = (x: number): number => Math.sin(x / 2) ** 2;
  const [latA, latB] = [radians(a.lat), radians(b.lat)];
  const h = half(latB - latA) + Math.cos(latA) * Math.cos(latB) * half(radians(b.lon) - radians(a.lon));
  return 2 * earthKm * Math.asin(Math.sqrt(h));
}

/** Questions about States, networks, places and versions. */
export const placeAnswers: Readonly<Record<string, CookbookAnswer>> = {
  "What crosses the border between two States?": {
    columns: ["type", "id", "start", "end", "commodity"],
    answer: (world, { dataset: id, stateA, stateB }) => {
      const dataset = datasetOf(world, id);
      const rows = [...dependenciesOf(dataset), ...connectionsOf(dataset)]
        .filter(
          ({ start, end }) => (isIn(start, stateA) && isIn(end, stateB)) || (isIn(start, stateB) && isIn(end, stateA)),
        )
        .map(({ type, id: row, start, end, commodity }) => ({
          type,
          id: row,
          start: start.id,
          end: end.id,
          commodity,
        }));
      return orderedBy(rows, "type", "id");
    },
  },
  "How many connections join each pair of States?": {
    columns: ["stateA", "stateB", "commodity", "connections", "withCapacity"],
    answer: (world, { dataset: id }) => {
      const lines = connectionsOf(datasetOf(world, id)).flatMap((line) => {
        const pairs = statePairs(line.start, line.end).map((pair) => [...pair].sort().join("|"));
        return [...new Set(pairs)].map((pair) => ({ pair, line }));
      });
      const groups = groupBy(lines, ({ pair, line }) => JSON.stringify([pair, line.commodity]));
      const rows = [...groups.values()].map((all) => {
        const [stateA, stateB] = all[0]?.pair.split("|") ?? [];
        const withCapacity = all.filter(({ line }) => line.capacity !== undefined).length;
        return { stateA, stateB, commodity: all[0]?.line.commodity, connections: all.length, withCapacity };
      });
      return orderedBy(rows, "stateA", "stateB", "commodity");
    },
  },
  "Which providers have the most dependents in other States?": {
    columns: ["provider", "name", "dependents", "states"],
    answer: (world, { dataset: id, limit }) => {
      const foreign = needsOf(datasetOf(world, id)).filter(({ dependent, provider }) => isAbroad(dependent, provider));
      const rows = [...groupBy(foreign, ({ provider }) => provider.id)].map(([provider, all]) => ({
        provider,
        name: all[0]?.provider.name,
        dependents: countDistinct(all.map(({ dependent }) => dependent.id)),
        states: countDistinct(all.flatMap(({ dependent }) => statesOf(dependent))),
      }));
      return ordered(rows, (row) => [-Number(row["dependents"]), row["provider"]]).slice(0, Number(limit));
    },
  },
  "What changed between two revisions?": {
    columns: ["at", "by", "changed", "assets", "dependencies", "connections", "visible"],
    answer: (world, { dataset: id, before, after }) => {
      const revisions = world.revisions.get(String(id)) ?? [];
      const [old, now] = [revisions[Number(before) - 1], revisions[Number(after) - 1]];
      if (old === undefined || now === undefined) return [];
      const more = (table: "assets" | "dependencies" | "connections"): number =>
        now.dataset[table].length - old.dataset[table].length;
      return [
        {
          at: now.at,
          by: now.by,
          changed: JSON.stringify(old.dataset) !== JSON.stringify(now.dataset),
          assets: more("assets"),
          dependencies: more("dependencies"),
          connections: more("connections"),
          visible: Number(after) === revisions.length,
        },
      ];
    },
  },
  "Which assets are tied to nothing?": {
    columns: ["asset", "kind"],
    answer: (world, { dataset: id }) => {
      const { assets, dependencies, connections } = datasetOf(world, id);
      const tied = new Set([
        ...dependencies.flatMap(({ dependent, provider }) => [dependent, provider]),
        ...connections.flatMap(({ a, b }) => [a, b]),
      ]);
      const rows = assets.filter((asset) => !tied.has(asset.id)).map(({ id: asset, kind }) => ({ asset, kind }));
      return orderedBy(rows, "asset");
    },
  },
  "Which States rely on which others?": {
    columns: ["dependent", "provider", "dependencies", "providers"],
    answer: (world, { dataset: id }) => {
      const needs = needsOf(datasetOf(world, id)).flatMap((need) =>
        statePairs(need.dependent, need.provider).map((pair) => ({ pair, need })),
      );
      const rows = [...groupBy(needs, ({ pair }) => pair.join("|")).values()].map((all) => ({
        dependent: all[0]?.pair[0],
        provider: all[0]?.pair[1],
        dependencies: countDistinct(all.map(({ need }) => need.row.id)),
        providers: countDistinct(all.map(({ need }) => need.provider.id)),
      }));
      return ordered(rows, (row) => [-Number(row["dependencies"]), row["dependent"], row["provider"]]);
    },
  },
  "What is on the same network as an asset?": {
    columns: ["kind", "assets"],
    answer: (world, { dataset: id, asset, commodity }) => {
      const dataset = datasetOf(world, id);
      const lines = dataset.connections.filter((line) => line.commodity === commodity);
      const island = new Set([String(asset)]);
      for (let before = 0; before < island.size; ) {
        before = island.size;
        for (const { a, b } of lines) if (island.has(a) || island.has(b)) island.add(a).add(b);
      }
      const others = dataset.assets.filter((one) => island.has(one.id) && one.id !== asset);
      const rows = [...groupBy(others, ({ kind }) => kind)].map(([kind, all]) => ({ kind, assets: all.length }));
      return ordered(rows, (row) => [-Number(row["assets"]), row["kind"]]);
    },
  },
  "Which assets of the same kind are near?": {
    columns: ["asset", "name", "km"],
    answer: (world, { dataset: id, asset, km: most }) => {
      const { assets } = datasetOf(world, id);
      const centre = assets.find((one) => one.id === asset);
      if (centre === undefined) return [];
      const rows = assets
        .filter((one) => one !== centre && one.kind === centre.kind)
        .map((one) => ({ asset: one.id, name: one.name, km: greatCircleKm(centre, one) }))
        .filter(({ km }) => km <= Number(most))
        .map((row) => ({ ...row, km: Math.round(row.km) }));
      return orderedBy(rows, "km", "asset");
    },
  },
  "Which assets differ between two datasets?": {
    columns: ["asset", "change", "columns"],
    answer: (world, { dataset: id, other }) => {
      const [before, after] = [id, other].map((one) => assetsById(datasetOf(world, one)));
      if (before === undefined || after === undefined) return [];
      const rows = [...new Set([...before.keys(), ...after.keys()])].flatMap((asset): Row[] => {
        const [a, b] = [before.get(asset), after.get(asset)];
        if (a === undefined) return [{ asset, change: "added", columns: [] }];
        if (b === undefined) return [{ asset, change: "removed", columns: [] }];
        const [was, is] = [assetCells(a), assetCells(b)];
        const columns = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((one) => was[one] !== is[one]);
        return columns.length === 0 ? [] : [{ asset, change: "changed", columns: columns.sort() }];
      });
      return orderedBy(rows, "asset");
    },
  },
};
