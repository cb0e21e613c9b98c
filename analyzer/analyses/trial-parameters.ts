import type { DrawnInputs } from "../algorithms/trials/trial-draws.ts";
import type { DrawnStatement } from "../measures/trials/trials-result.ts";
import { limits } from "../model/limits.ts";
import type { Parameters } from "../run/parameters.ts";

const defaultConfidence = 0.9;
const leastConfidence = 0.5;
const mostConfidence = 0.999;
const defaultSeed = 1;

/** JSON Schema of the number of trials. */
export const trialsSchema = (fallback: number) => ({
  type: "integer",
  title: "How many trials",
  minimum: 1,
  maximum: limits.trials,
  unit: "trials",
  default: fallback,
});

export const confidenceSchema = {
  type: "number",
  title: "What intervals hold with",
  minimum: leastConfidence,
  maximum: mostConfidence,
  unit: "probability",
  default: defaultConfidence,
} as const;

export const seedSchema = {
  type: "integer",
  title: "Seed: the same seed draws the same trials",
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  unit: "whole number",
  default: defaultSeed,
} as const;

/** What is drawn beside the hits of a scenario. */
export const drawnSchemas = {
  drawTransmission: {
    type: "boolean",
    title: "Draw whether dependencies transmit, by their likelihood (else all do)",
    default: true,
  },
  drawRepair: {
    type: "boolean",
    title: "Draw repair times between low and high (else the likely time)",
    default: true,
  },
  bufferSpread: {
    type: "number",
    title: "Draw buffers up to this share shorter or longer than stated",
    minimum: 0,
    maximum: 1,
    unit: "share of the buffer",
    default: 0,
  },
} as const;

export const drawHitsSchema = {
  type: "boolean",
  title: "Draw whom a shock hits, by its likelihood (else all it selects)",
  default: true,
} as const;

export const drawnNames = ["drawTransmission", "drawRepair", "bufferSpread"] as const;

export function readConfidence(read: Parameters): number {
  const confidence = read.share("confidence", defaultConfidence);
  if (confidence < leastConfidence || confidence > mostConfidence) {
    read.refuse("confidence", confidence, `must be from ${leastConfidence} to ${mostConfidence}`);
  }
  return confidence;
}

export function readTrials(read: Parameters, fallback: number): number {
  return read.integer("trials", fallback, 1, limits.trials);
}

export function readSeed(read: Parameters, fallback = defaultSeed): number {
  return read.integer("seed", fallback, 0, Number.MAX_SAFE_INTEGER);
}

/** What of a trial is drawn. */
export function readDrawn(read: Parameters): DrawnInputs {
  return {
    hits: read.flag("drawHits", true),
    transmission: read.flag("drawTransmission", true),
    repair: read.flag("drawRepair", true),
    bufferSpread: read.share("bufferSpread", 0),
  };
}

/** What was drawn, by the names of the parameters. */
export function stateDrawn(seed: number, { hits, transmission, repair, bufferSpread }: DrawnInputs): DrawnStatement {
  return { seed, drawHits: hits, drawTransmission: transmission, drawRepair: repair, bufferSpread };
}
