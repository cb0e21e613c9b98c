import * as fc from "fast-check";
import { expect } from "vitest";
import { type Consequence, consequences } from "../../analyzer/index.ts";
import { resultOf } from "../support/ask.ts";
import { chancySystem, withLikelihood } from "../support/chancy-system.ts";
import { engineLaw } from "../support/law.ts";

const by = fc.constantFrom<Consequence>(...consequences);

engineLaw(
  "where every dependency transmits the scan under chance is the scan, to the last bit",
  fc.tuple(chancySystem(), by),
  ([{ dataset, scenario }, by]) => {
    const certain = withLikelihood(dataset, scenario, 1, 1).dataset;
    const question = { by, hours: 6, horizonHours: 20 };
    const scan = resultOf("rank", certain, question);
    const { rows } = resultOf("rank-trials", certain, { ...question, trials: 2 });
    expect(rows.map(({ id, mean }) => [id, mean])).toEqual(scan.rows.map((row) => [row.id, row[by]]));
  },
);

engineLaw(
  "a candidate's trials are those of a scenario with one shock on it",
  fc.tuple(chancySystem(), by, fc.constantFrom(0, 0.5), fc.nat({ max: 9 })),
  ([{ dataset }, by, bufferSpread, which]) => {
    const { id, repairHours } = dataset.assets[which % dataset.assets.length]!;
    const drawn = { trials: 12, seed: 4, bufferSpread };
    const { rows, horizonHours } = resultOf("rank-trials", dataset, { ...drawn, by, sensitivity: false });
    const shock = { select: { ids: [id] }, ...(repairHours === undefined ? { hours: 72 } : {}) };
    const scenario = { id: "one", title: "One", horizonHours, shocks: [shock] };
    const { consequences: found } = resultOf("trials", dataset, { ...drawn, scenario });
    const { mean, interval, standardDeviation } = rows.find((row) => row.id === id)!;
    expect({ mean, interval, standardDeviation }).toEqual({
      mean: found[by]?.mean ?? null,
      interval: found[by]?.interval ?? null,
      standardDeviation: found[by]?.standardDeviation ?? null,
    });
  },
);
