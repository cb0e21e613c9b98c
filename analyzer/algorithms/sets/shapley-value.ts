import { countCombinations } from "./combinations.ts";

/**
 * The Shapley value of every player of a game: what each adds on average over all orders in which the players may come
 * (Shapley 1953). The values sum to what all players together bring beyond the empty set.
 *
 * @param values [set] what a set of players brings; player i is in set s where bit i of s is 1
 * Cost: O(sets x players). Example: values [0, 1, 1, 4] give [2, 2].
 */
export function shapleyValues(values: Float64Array, players: number): Float64Array {
  /** [player x size] what the player adds to all sets of that size: whole numbers stay exact. */
  const gains = new Float64Array(players * players);
  for (let set = 0; set < values.length; set += 1) {
    const before = size(set);
    for (let player = 0; player < players; player += 1) {
      if (((set >>> player) & 1) === 1) continue;
      gains[player * players + before]! += values[set | (1 << player)]! - values[set]!;
    }
  }
  return Float64Array.from({ length: players }, (_, player) => {
    let sum = 0;
    for (let before = 0; before < players; before += 1) {
      sum += gains[player * players + before]! / countCombinations(players - 1, before);
    }
    return sum / players;
  });
}

function size(set: number): number {
  let bits = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
