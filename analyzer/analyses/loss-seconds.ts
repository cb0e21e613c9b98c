/** Measured on two datasets: what the loss of a few assets costs, with its consequences and without causes, in seconds. */
export const secondsPerLoss = 2e-4;
