/**
 * The buffers of a plain value that can change threads without a copy: those that one typed array fills whole. A window into
 * a larger buffer is copied, since the rest of the buffer is in use by whoever made it; shared memory needs no transfer.
 */
export function transferableBuffers(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (ArrayBuffer.isView(next)) {
      if (next.buffer instanceof ArrayBuffer && next.byteLength === next.buffer.byteLength) found.add(next.buffer);
    } else if (next !== null && typeof next === "object") {
      for (const inner of Object.values(next)) if (inner !== null && typeof inner === "object") open.push(inner);
    }
  }
  return [...found];
}
