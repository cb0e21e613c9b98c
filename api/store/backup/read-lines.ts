import { constants } from "node:buffer";
import { createReadStream } from "node:fs";
import { BackupError } from "./backup-error.ts";

/** A first line that is longer belongs to some other file. */
const firstLineBytes = 1_000;

/** What a text of this program can hold. */
const lineBytes = constants.MAX_STRING_LENGTH;

const lineEnd = 0x0a;

/**
 * The lines of a file, each with its line end; what follows the last line end comes as it is. Holds one line at a time.
 * Throws `BackupError` where the file cannot be read or a line is too long to be one of a backup.
 */
export async function* readLines(path: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let size = 0;
  let most = firstLineBytes;
  for await (const chunk of chunks(path)) {
    let from = 0;
    for (let at = chunk.indexOf(lineEnd); at >= 0; at = chunk.indexOf(lineEnd, from)) {
      parts.push(chunk.subarray(from, at + 1));
      from = at + 1;
      yield Buffer.concat(parts);
      parts = [];
      size = 0;
      most = lineBytes;
    }
    parts.push(chunk.subarray(from));
    size += chunk.length - from;
    if (size > most)
      throw new BackupError(
        most === firstLineBytes ? "BACKUP_FORMAT" : "BACKUP_DAMAGED",
        `${path} holds a line too long`,
      );
  }
  if (size > 0) yield Buffer.concat(parts);
}

async function* chunks(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) yield chunk;
  } catch (error) {
    if (error instanceof Error && "syscall" in error)
      throw new BackupError("BACKUP_UNREADABLE", error.message, { cause: error });
    throw error;
  }
}
