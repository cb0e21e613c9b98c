import { type Dataset, networkCommodity } from "../../analyzer/index.ts";
import {
  type CookbookAnswer,
  countDistinct,
  datasetOf,
  distinct,
  found,
  groupBy,
  inputsOf,
  isAbroad,
  assetsById,
  isIn,
  needsOf,
  ordered,
  orderedBy,
  statesOf,
} from "./cookbook-world.ts";

/** Providers of each asset, without repetition, by id; the networks are left out. */
function providersOf(dataset: Dataset): (id: string) => string[] {
  const rows = groupBy(needsOf(dataset), ({ dependent }) => dependent.id);
  return (id) => [...new Set((rows.get(id) ?? []).map(({ provider }) => provider.id))];
}

const largest = (values: readonly (number | undefined)[]): number | null => {
  const stated = values.filter((value) => value !== undefined);
  return stated.length === 0 ? null : Math.max(...stated);
};

/** Questions about who gives what to whom. */
export const supplyAnswers: Readonly<Record<string, CookbookAnswer>> = {
  "Which hospitals lie two steps from a substation of another State?": {
    columns: ["asset", "between", "provider"],
    answer: (world, { dataset: id, kind, providerKind }) => {
      const dataset = datasetOf(world, id);
      const assets = assetsById(dataset);
      const next = providersOf(dataset);
      const rows = dataset.assets
        .filter((asset) => asset.kind === kind)
        .flatMap((asset) =>
          next(asset.id).flatMap((between) =>
            next(between)
              .map((provider) => found(assets, provider))
              .filter((provider) => provider.kind === providerKind && isAbroad(asset, provider))
              .map((provider) => ({ asset: asset.id, between, provider: provider.id })),
          ),
        );
      return orderedBy(rows, "asset", "between", "provider");
    },
  },
  "Who is the only supplier of something in a State?": {
    columns: ["provider", "name", "inputs", "dependents"],
    answer: (world, { dataset: id, state }) => {
      const dataset = datasetOf(world, id);
      const assets = assetsById(dataset);
      const sole = inputsOf(dataset).filter(({ asset, providers }) => isIn(asset, state) && providers.length === 1);
      const rows = [...groupBy(sole, ({ providers }) => String(providers[0]))]
        .filter(([provider]) => assets.has(provider))
        .map(([provider, inputs]) => ({
          provider,
          name: found(assets, provider).name,
          inputs: inputs.length,
          dependents: [...new Set(inputs.map(({ asset }) => asset.id))].sort(),
        }));
      return ordered(rows, (row) => [-Number(row["inputs"]), row["provider"]]);
    },
  },
  "Which assets have an input whose only supplier lies abroad?": {
    columns: ["asset", "input", "provider"],
    answer: (world, { dataset: id }) => {
      const dataset = datasetOf(world, id);
      const assets = assetsById(dataset);
      const rows = inputsOf(dataset).flatMap(({ asset, name, providers }) => {
        const provider = providers.length === 1 ? assets.get(String(providers[0])) : undefined;
        const alone = provider !== undefined && isAbroad(asset, provider);
        return alone ? [{ asset: asset.id, input: name, provider: provider.id }] : [];
      });
      return orderedBy(rows, "asset", "input");
    },
  },
  "What is the shortest supply path from one asset to another?": {
    columns: ["steps", "assets"],
    answer: (world, { dataset: id, asset, provider }) => {
      const next = providersOf(datasetOf(world, id));
      const seen = new Set([String(asset)]);
      // All paths of one length at a time, the last asset in front; what a shorter path met is on no shortest one.
      for (let paths = [[String(asset)]]; paths.length > 0; ) {
        paths = paths.flatMap((path) =>
          next(path[0] ?? "")
            .filter((one) => !seen.has(one))
            .map((one) => [one, ...path]),
        );
        for (const [last = ""] of paths) seen.add(last);
        const there = paths.filter(([last]) => last === provider);
        const rows = there.map((path) => ({ steps: path.length - 1, assets: path.toReversed() }));
        if (rows.length > 0) return orderedBy(rows, "assets");
      }
      return [];
    },
  },
  "Which dependencies run in a loop?": {
    columns: ["steps", "assets"],
    answer: (world, { dataset: id }) => {
      const dataset = datasetOf(world, id);
      const next = providersOf(dataset);
      const rows = dataset.assets.flatMap(({ id: a }) =>
        next(a)
          .filter((b) => b > a)
          .flatMap((b) => {
            const two = next(b).includes(a) ? [[a, b]] : [];
            const three = next(b).filter((c) => c > a && c !== b && next(c).includes(a));
            return [...two, ...three.map((c) => [a, b, c])];
          }),
      );
      const loops = rows.map((assets) => ({ steps: assets.length, assets }));
      return orderedBy(distinct(loops), "steps", "assets");
    },
  },
  "Which assets of a State run on their own for less than so many hours?": {
    columns: ["asset", "input", "bufferHours", "unknown"],
    answer: (world, { dataset: id, state, hours }) => {
      const rows = inputsOf(datasetOf(world, id))
        .filter(({ asset }) => isIn(asset, state))
        .map(({ asset, name, rows }) => ({ asset, name, stated: largest(rows.map((row) => row.bufferHours)) }))
        .filter(({ stated }) => (stated ?? 0) < Number(hours))
        .map(({ asset, name, stated }) => ({
          asset: asset.id,
          input: name,
          bufferHours: stated ?? 0,
          unknown: stated === null,
        }));
      return orderedBy(rows, "bufferHours", "asset", "input");
    },
  },
  "What does an asset need, and what stands in for what?": {
    columns: ["input", "bufferHours", "loss", "providers"],
    answer: (world, { dataset: id, asset }) => {
      const rows = inputsOf(datasetOf(world, id))
        .filter((input) => input.asset.id === asset)
        .map(({ name, rows: given }) => ({
          input: name,
          bufferHours: largest(given.map((row) => row.bufferHours)),
          loss: largest(given.map((row) => row.loss)),
          providers: given.map(({ provider }) => provider),
        }));
      return orderedBy(rows, "input");
    },
  },
  "Which States feel the loss of an asset within three steps?": {
    columns: ["state", "assets"],
    answer: (world, { dataset: id, asset }) => {
      const dataset = datasetOf(world, id);
      const assets = assetsById(dataset);
      const dependents = groupBy(needsOf(dataset), ({ provider }) => provider.id);
      const reached = new Set<string>();
      let front = [String(asset)];
      for (let step = 1; step <= 3; step += 1) {
        front = [
          ...new Set(front.flatMap((one) => (dependents.get(one) ?? []).map(({ dependent }) => dependent.id))),
        ].filter((one) => !reached.has(one) && one !== asset);
        for (const one of front) reached.add(one);
      }
      const states = [...reached].flatMap((one) => statesOf(found(assets, one)));
      const rows = [...groupBy(states, (state) => state)].map(([state, all]) => ({ state, assets: all.length }));
      return ordered(rows, (row) => [-Number(row["assets"]), row["state"]]);
    },
  },
  "Which assets draw on a network, and what stands in for it?": {
    columns: ["asset", "input", "standIns"],
    answer: (world, { dataset: id, commodity }) => {
      const rows = inputsOf(datasetOf(world, id))
        .filter(({ providers }) => providers.some((provider) => networkCommodity(provider) === commodity))
        .map(({ asset, name, providers }) => ({
          asset: asset.id,
          input: name,
          standIns: providers.filter((provider) => networkCommodity(provider) === null).sort(),
        }));
      return orderedBy(rows, "asset", "input");
    },
  },
  "Which stand-ins hang on one and the same provider?": {
    columns: ["asset", "input", "common", "standIns"],
    answer: (world, { dataset: id, state }) => {
      const dataset = datasetOf(world, id);
      const next = providersOf(dataset);
      const rows = inputsOf(dataset)
        .filter(({ asset, providers }) => isIn(asset, state) && providers.length > 1)
        .flatMap(({ asset, name, providers }) =>
          next(String(providers[0]))
            .filter((common) => providers.every((provider) => next(provider).includes(common)))
            .map((common) => ({ asset: asset.id, input: name, common, standIns: providers.length })),
        );
      return orderedBy(rows, "asset", "input", "common");
    },
  },
  "Which sectors need which?": {
    columns: ["dependent", "provider", "dependencies", "dependents"],
    answer: (world, { dataset: id }) => {
      const needs = needsOf(datasetOf(world, id));
      const pairs = groupBy(needs, ({ dependent, provider }) => JSON.stringify([dependent.sector, provider.sector]));
      const rows = [...pairs.values()].map((all) => ({
        dependent: all[0]?.dependent.sector,
        provider: all[0]?.provider.sector,
        dependencies: all.length,
        dependents: countDistinct(all.map(({ dependent }) => dependent.id)),
      }));
      return ordered(rows, (row) => [-Number(row["dependencies"]), row["dependent"], row["provider"]]);
    },
  },
};
