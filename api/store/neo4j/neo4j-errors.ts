import { Neo4jError } from "neo4j-driver";
import { StoreError, type StoreErrorCode } from "../store-error.ts";

/** Codes of the driver and the server that have a meaning of their own here, by their beginning. */
const codes: readonly (readonly [string, StoreErrorCode])[] = [
  ["ServiceUnavailable", "STORE_UNREACHABLE"],
  ["SessionExpired", "STORE_UNREACHABLE"],
  ["Neo.TransientError.Database.DatabaseUnavailable", "STORE_UNREACHABLE"],
  ["Neo.TransientError.General.DatabaseUnavailable", "STORE_UNREACHABLE"],
  ["Neo.ClientError.Database.DatabaseNotFound", "STORE_NOT_A_DATABASE"],
  ["Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "STORE_READ_ONLY"],
  ["Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "STORE_READ_ONLY"],
  ["Neo.ClientError.Security.Forbidden", "STORE_READ_ONLY"],
  ["Neo.ClientError.Security.", "STORE_UNAUTHORIZED"],
  ["Neo.TransientError.General.MemoryPoolOutOfMemoryError", "STORE_FULL"],
  ["Neo.TransientError.General.OutOfMemoryError", "STORE_FULL"],
  ["Neo.ClientError.Schema.ConstraintValidationFailed", "STORE_CONFLICT"],
  ["Neo.ClientError.Schema.", "STORE_NOT_A_DATABASE"],
  ["Neo.DatabaseError.Schema.", "STORE_NOT_A_DATABASE"],
  ["Neo.ClientError.Statement.EntityNotFound", "STORE_CONFLICT"],
  ["Neo.TransientError.Transaction.", "STORE_BUSY"],
];

/** The most connections to one server at a time. */
export const poolSize = 100;

/** The driver gives no code where no connection was to be had: all are in use, or a new one did not come about. */
function codeOf({ code, message }: Neo4jError): StoreErrorCode {
  if (message.startsWith("Connection acquisition timed out"))
    return message.includes(`Active conn count = ${poolSize},`) ? "STORE_BUSY" : "STORE_UNREACHABLE";
  return codes.find(([start]) => code.startsWith(start))?.[1] ?? "STORE_FAILED";
}

/** Does `work` and gives an error of the driver as a `StoreError` that names the server. */
export async function withNeo4jErrors<T>(address: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isTorn(error)) throw new StoreError("STORE_UNREACHABLE", `${address} gave no whole answer`, { cause: error });
    if (!(error instanceof Neo4jError)) throw error;
    const encryption = encryptionFault(error);
    if (encryption !== null) throw new StoreError(encryption, `${address} (${error.code})`, { cause: error });
    throw new StoreError(codeOf(error), `${address}: ${error.message} (${error.code})`, { cause: error });
  }
}

/** The driver reads past the end where the first bytes of a connection come one by one. */
function isTorn(error: unknown): boolean {
  return error instanceof RangeError && "code" in error && error.code === "ERR_OUT_OF_RANGE";
}

/** Two transactions waited for each other and the server took this one back as a whole: it may simply be done again. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof Neo4jError && error.code === "Neo.TransientError.Transaction.DeadlockDetected";
}

/**
 * The driver gives what goes wrong before the first message one code, and tells in words what it was: in its own or, where
 * it looked for a routing table, in those of a cause.
 */
function encryptionFault(error: Error): "STORE_CERTIFICATE" | "STORE_NOT_ENCRYPTED" | null {
  if (/certificate is not trusted|did not return any valid certificates/u.test(error.message))
    return "STORE_CERTIFICATE";
  if (/before secure TLS connection was established|wrong version number/u.test(error.message))
    return "STORE_NOT_ENCRYPTED";
  return error.cause instanceof Error ? encryptionFault(error.cause) : null;
}

/** What the server itself says, if only that it refuses, or that it speaks with other encryption or none. */
export function isAnswer(error: unknown): boolean {
  return error instanceof Neo4jError && (error.code.startsWith("Neo.") || encryptionFault(error) !== null);
}
