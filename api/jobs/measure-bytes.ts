/** What a reference, a number or the head of an object roughly takes. */
const wordBytes = 8;
const bytesOfLetter = 2;

/**
 * Roughly how much memory a plain value takes: exact for typed arrays, an estimate for the rest. Shared memory counts too.
 * Linear in the objects, strings and list entries of the value.
 */
export function measureBytes(value: unknown): number {
  let bytes = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    bytes += wordBytes;
    if (typeof next === "string") bytes += bytesOfLetter * next.length;
    else if (ArrayBuffer.isView(next)) bytes += next.byteLength;
    else if (next !== null && typeof next === "object") for (const inner of Object.values(next)) open.push(inner);
  }
  return bytes;
}
