import { draw } from "./draw.ts";
import { syntheticKinds } from "./kinds.ts";

/** Where the made-up States lie: a square of the open Atlantic, so that nothing is taken for a real place. */
export const widthKm = 1_500;
const west = -58;
const south = 22;
const kmPerDegree = 111.2;
/** Of the middle of the square. */
const narrowing = Math.cos((29 * Math.PI) / 180);
/** How much closer to the towns of its State an asset lies than drawn at random: 1 not at all. */
const crowding = 2;
const townsPerState = 12;

/** [asset] kind (place in `syntheticKinds`), State, and place in km from the corner of the square. */
export interface PlacedAssets {
  readonly kind: Uint8Array;
  readonly state: Uint8Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Shares assets out over kinds (to the whole by largest remainder) and States, and places them around towns. O(assets x States). */
export function placeAssets(count: number, states: number, seed: number): PlacedAssets {
  const kind = kindsOf(count);
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  const state = new Uint8Array(count);
  const capitals = points(states, seed, 1);
  const towns = points(states * townsPerState, seed, 2);
  for (let asset = 0; asset < count; asset += 1) {
    const town = towns[Math.floor(draw(seed, 3, asset) * towns.length)]!;
    const far = (widthKm / 4) * draw(seed, 4, asset) ** crowding;
    const turn = 2 * Math.PI * draw(seed, 5, asset);
    x[asset] = within(town.x + far * Math.cos(turn));
    y[asset] = within(town.y + far * Math.sin(turn));
    state[asset] = nearestOf(capitals, x[asset]!, y[asset]!);
  }
  return { kind, state, x, y };
}

function kindsOf(count: number): Uint8Array {
  const exact = syntheticKinds.map(({ share }) => share * count);
  // Every kind is there: who generates a hundred assets wants to see them all.
  const whole = exact.map((amount) => Math.max(1, Math.floor(amount)));
  let left = count - whole.reduce((sum, each) => sum + each, 0);
  const byRemainder = exact
    .map((amount, kind) => ({ kind, rest: amount % 1 }))
    .sort((a, b) => b.rest - a.rest || a.kind - b.kind);
  for (let at = 0; left > 0; at += 1, left -= 1) whole[byRemainder[at % byRemainder.length]!.kind]! += 1;
  for (let largest = whole.length - 1; left < 0; left += 1) whole[largest]! -= 1;
  const kind = new Uint8Array(count);
  let from = 0;
  whole.forEach((amount, number) => {
    kind.fill(number, from, from + amount);
    from += amount;
  });
  return kind;
}

function points(count: number, seed: number, stream: number): { readonly x: number; readonly y: number }[] {
  return Array.from({ length: count }, (_, n) => ({
    x: widthKm * draw(seed, 10 + stream, 2 * n),
    y: widthKm * draw(seed, 10 + stream, 2 * n + 1),
  }));
}

function nearestOf(places: readonly { readonly x: number; readonly y: number }[], x: number, y: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  places.forEach((place, at) => {
    const far = (place.x - x) ** 2 + (place.y - y) ** 2;
    if (far < least) [best, least] = [at, far];
  });
  return best;
}

/** What would lie outside of the square is folded back into it. */
function within(km: number): number {
  const folded = Math.abs(km);
  return folded > widthKm ? Math.max(0, 2 * widthKm - folded) : folded;
}

/** Degrees, WGS 84, to four digits (about 10 m). */
export function degrees(x: number, y: number): { readonly lon: number; readonly lat: number } {
  return { lon: rounded(west + x / (kmPerDegree * narrowing)), lat: rounded(south + y / kmPerDegree) };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
