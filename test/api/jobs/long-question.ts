import { limits, type Scenario } from "../../../analyzer/index.ts";

/** The first asset of `chainDataset` may be lost. */
export const chancyLoss: Scenario = {
  id: "chancy",
  title: "The first asset may be lost",
  horizonHours: 240,
  shocks: [{ select: { ids: ["A000000"] }, hours: 96, likelihood: 0.5 }],
};

/** A question about `chainDataset` that takes much longer than a test waits. */
export const longQuestion = {
  analysis: "trials",
  parameters: { scenario: chancyLoss, trials: limits.trials },
} as const;
