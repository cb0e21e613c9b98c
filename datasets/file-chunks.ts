import { open } from "node:fs/promises";

/** Read at once: with less, waiting for the disk costs more than reading; with more, it leaves the cache before it is read. */
const chunkBytes = 1 << 19;

/**
 * The bytes of a file of this machine. Each chunk holds until the next one is asked for: one piece is read while another is looked
 * at, into two rooms that are used again and again. Rejects with what opening and reading reject with.
 */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  let [room, other] = [Buffer.alloc(chunkBytes), Buffer.alloc(chunkBytes)];
  let reading = file.read(room, 0, chunkBytes);
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) return;
      [room, other] = [other, room];
      reading = file.read(room, 0, chunkBytes);
      yield other.subarray(0, bytesRead);
    }
  } finally {
    // Whoever left early has no use for what was read ahead, nor for why it was not.
    await reading.catch(() => undefined);
    await file.close();
  }
}
