import { createHash } from "node:crypto";

/**
 * The hash that a run is known by: the one a result states of itself (which leaves the engine's version out), else SHA-256
 * of its JSON text, in hex.
 */
export function resultHash(result: object, text: string): string {
  if ("resultHash" in result && typeof result.resultHash === "string") return result.resultHash;
  return createHash("sha256").update(text).digest("hex");
}
