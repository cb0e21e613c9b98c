import * as fc from "fast-check";
import { describe, it } from "vitest";
import { bothRuns, type Run } from "./answer.ts";

/** The one seed of all laws, and on how many random systems each is tried. */
const lawOptions = { seed: 20_260_729, numRuns: 1000 } as const;

const tried = `${lawOptions.numRuns} systems, seed ${lawOptions.seed}`;

/** Tries a law on random inputs; `holds` throws where it is broken, and the smallest counter-example found is printed. */
function tryLaw<T>(inputs: fc.Arbitrary<T>, holds: (input: T) => void): void {
  fc.assert(
    fc.property(inputs, (input) => holds(input)),
    lawOptions,
  );
}

/** A law of the model: tried on the plain twin, so that it is known to be a law, and on the engine. */
export function law<T>(title: string, inputs: fc.Arbitrary<T>, holds: (input: T, run: Run) => void): void {
  describe.each(bothRuns)(`${title} (${tried})`, ({ name, run }) => {
    it(`holds for the ${name}`, () => tryLaw(inputs, (input) => holds(input, run)), 120_000);
  });
}

/** A law about what only the engine says. */
export function engineLaw<T>(title: string, inputs: fc.Arbitrary<T>, holds: (input: T) => void): void {
  it(`${title} (${tried})`, () => tryLaw(inputs, holds), 120_000);
}
