import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** 128 bits, in letters that need no quoting anywhere. */
export const randomPassword = (): string => randomBytes(16).toString("hex");

/**
 * The password all servers of a folder have, made at the first call and kept: data written under it stay open to it. Only
 * the owner reads the file.
 */
export async function readOrMakePassword(file: string): Promise<string> {
  if (existsSync(file)) return readFile(file, "utf8");
  const password = randomPassword();
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, password, { mode: 0o600, flag: "wx" });
  return password;
}
