/** When a group breaks: which members break it alone, and how the others do together. */
export interface BreakRule {
  /** Positions of the members whose loss alone breaks the group. */
  readonly alone: readonly number[];
  /** Positions of the members that break it with others only; empty where no loss of these does. */
  readonly together: readonly number[];
  /** How many losses among `together` break it, whichever they are; 0 where that depends on their shares. */
  readonly failuresNeeded: number;
  /** [position in `together`] shares in whole units. */
  readonly shares: readonly number[];
  /** What of `shares` can be lost before the group breaks. */
  readonly slack: number;
}

const neverTogether = { together: [], failuresNeeded: 0, shares: [], slack: 0 } as const;

/** Shares are cut into units so fine that all of them are at most 2^50 units: sums are exact, as fine as doubles. */
const unitBits = 50;

/**
 * Turns the shares of a group into a rule of losses: it breaks once what is left is below `bar`.
 *
 * Sums are made in whole units of a power of two, so that they do not depend on the order of losses and can be undone.
 * Where the smallest losses that break the group are as many as the largest that do not need fewer, only their number
 * matters. O(n log n).
 *
 * @param shares above 0, of distinct providers
 * @param bar at most their sum, but for rounding
 */
export function breakRule(shares: readonly number[], bar: number): BreakRule {
  if (shares.length === 1) return { ...neverTogether, alone: [0] };
  const total = shares.reduce((sum, share) => sum + share, 0);
  const scale = 2 ** (unitBits - Math.ceil(Math.log2(total)));
  const units = shares.map((share) => Math.round(share * scale));
  // Where all of it is needed any loss breaks the group, whatever rounding made of the sum.
  const needed = bar >= total ? sum(units) : Math.ceil(bar * scale);
  const slack = Math.max(0, sum(units) - needed);
  const positions = shares.map((_, position) => position);
  const alone = positions.filter((position) => units[position]! > slack);
  const others = positions.filter((position) => units[position]! <= slack);
  const rest = others.map((position) => units[position]!);
  if (sum(rest) <= slack) return { ...neverTogether, alone };
  const ascending = rest.toSorted((x, y) => x - y);
  const most = lossesPast(ascending, slack);
  const failuresNeeded = lossesPast(ascending.toReversed(), slack) === most ? most : 0;
  return { alone, together: others, failuresNeeded, shares: rest, slack };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** How many of the units, in the order given, are lost when more than the slack is. */
function lossesPast(units: readonly number[], slack: number): number {
  let lost = 0;
  let count = 0;
  while (lost <= slack) {
    lost += units[count]!;
    count += 1;
  }
  return count;
}
