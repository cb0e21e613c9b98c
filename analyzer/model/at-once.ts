/** Goes through steps without a pause, and gives what they end with; for whoever has no others to let in. */
export function atOnce<Outcome>(steps: Generator<undefined, Outcome>): Outcome {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
