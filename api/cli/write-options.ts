import { userInfo } from "node:os";
import type { WriteOptions } from "../history/guarded-write.ts";
import type { Cli } from "./cli.ts";
import type { RevisionOptions } from "./options.ts";

/** Who writes, when and why, and what was seen: as the revision will say. */
export function writeOptions({ io }: Cli, { why, expect }: RevisionOptions): WriteOptions {
  return {
    by: userName(),
    at: io.now().toISOString(),
    signal: io.signal,
    ...(why === undefined ? {} : { why }),
    ...(expect === undefined ? {} : { expectedRevision: expect }),
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without a name, as in some containers.
    return "unknown";
  }
}
