/** Class of a cell's ground, 0 to 3: nothing, up to a tenth, up to a half, up to the whole of the largest. */
export function heatOf(value: number, most: number): 0 | 1 | 2 | 3 {
  if (value <= 0 || most <= 0) return 0;
  if (value <= most / 10) return 1;
  return value <= most / 2 ? 2 : 3;
}
