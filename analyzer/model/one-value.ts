/**
 * The value that a column has in every row, NaN counting as one; undefined where rows differ, and without rows. Most datasets state
 * a column in no row or the same in all: one look along it then saves going through it in another order. Linear.
 */
export function oneValue(column: Float64Array | Int8Array): number | undefined {
  const first = column[0];
  for (let row = 1; row < column.length; row += 1) {
    if (column[row] !== first && !(Number.isNaN(column[row]) && Number.isNaN(first))) return undefined;
  }
  return first;
}
