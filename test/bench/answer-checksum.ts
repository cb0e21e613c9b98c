/** A prime below 2^31: all steps stay exact in doubles, in Python and in 64-bit integers. */
const modulus = 2_147_483_647;

/** What the loss of some sources brought: entry by entry the assets lost, the people they serve, and the States reached. */
export interface LossAnswer {
  readonly lost: ArrayLike<number>;
  readonly people: ArrayLike<number>;
  readonly states: ArrayLike<number>;
}

/**
 * The checksum of a scan over its sources, in their order: `h = (31 h + lost + 7 people + 13 States) mod p`. Peers compute the
 * same in their own language. People are whole numbers below 2^49.
 */
export function lossChecksum({ lost, people, states }: LossAnswer): string {
  let hash = 0;
  for (let at = 0; at < lost.length; at += 1) {
    hash = (31 * hash + lost[at]! + 7 * people[at]! + 13 * states[at]!) % modulus;
  }
  return String(hash);
}

/** The same over one column: `h = (31 h + value) mod p`, values of 0 or more. */
export function columnChecksum(values: ArrayLike<number>): string {
  let hash = 0;
  for (let at = 0; at < values.length; at += 1) hash = (31 * hash + values[at]!) % modulus;
  return String(hash);
}
