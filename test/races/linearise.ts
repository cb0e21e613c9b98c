/** What one client did and what came back; times are of one clock, and an operation took place somewhere in between. */
export interface Operation<Call, Answer> {
  readonly client: number;
  readonly call: Call;
  readonly answer: Answer;
  readonly invokedAt: number;
  readonly answeredAt: number;
}

/**
 * How a thing behaves that does one operation after the other: the state after a call that was answered so, undefined
 * where it would have answered otherwise. States are compared as JSON.
 */
export interface Model<State, Call, Answer> {
  readonly start: State;
  readonly next: (state: State, call: Call, answer: Answer) => State | undefined;
}

/**
 * An order in which the operations, done one after the other, give the same answers, and in which none comes before one
 * that had ended when it began; null where there is none. That is linearisability, and read-your-writes, no lost update
 * and no value out of nowhere follow from it. Wing and Gong, Testing and verifying concurrent objects, JPDC 17 (1993),
 * with the states seen remembered. At most 30 operations, in exponential time at worst.
 */
export function linearise<State, Call, Answer>(
  operations: readonly Operation<Call, Answer>[],
  { start, next }: Model<State, Call, Answer>,
): Operation<Call, Answer>[] | null {
  if (operations.length > 30) throw new Error(`${operations.length} operations are too many`);
  const all = 2 ** operations.length - 1;
  const deadEnds = new Set<string>();

  const search = (done: number, state: State): Operation<Call, Answer>[] | null => {
    if (done === all) return [];
    const place = `${done} ${JSON.stringify(state)}`;
    if (deadEnds.has(place)) return null;
    const open = [...operations.entries()].filter(([index]) => (done & (1 << index)) === 0);
    const firstEnd = Math.min(...open.map(([, { answeredAt }]) => answeredAt));
    for (const [index, operation] of open) {
      if (operation.invokedAt > firstEnd) continue;
      const after = next(state, operation.call, operation.answer);
      const rest = after === undefined ? null : search(done | (1 << index), after);
      if (rest !== null) return [operation, ...rest];
    }
    deadEnds.add(place);
    return null;
  };
  return search(0, start);
}
