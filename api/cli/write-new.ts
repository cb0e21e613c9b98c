import { existsSync } from "node:fs";
import { mkdir, mkdtemp, open, readdir, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { CliError } from "./cli-error.ts";

/**
 * Writes a folder of files where nothing is yet (an empty folder counts as nothing), all or nothing: the files are written
 * beside it, `check` may look at them and refuse, and only then they take its place. Throws `CliError`, and what `check` throws.
 */
export async function writeNewFolder(
  path: string,
  files: ReadonlyMap<string, string | Uint8Array | Iterable<string>>,
  check: (folder: string) => Promise<void> = async () => {},
): Promise<void> {
  await staged(path, async (stage) => {
    const folder = join(stage, basename(resolve(path)));
    await mkdir(folder);
    for (const [name, text] of files) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    await check(folder);
    // Not every system replaces an empty folder by a rename.
    if (existsSync(path)) await rmdir(path);
    await rename(folder, path);
  });
}

/** Writes a file where nothing is yet, all or nothing. Throws `CliError`. */
export async function writeNewFile(path: string, content: string | Uint8Array): Promise<void> {
  await staged(path, async (stage) => {
    await writeFile(join(stage, "file"), content);
    await rename(join(stage, "file"), path);
  });
}

/**
 * Writes a file that may be larger than memory, all or nothing: it is on the disk before it gets its name. Only its owner can
 * read it. `replace` puts it in place of a file that is there. Throws `CliError`.
 */
export async function writeNewStream(path: string, chunks: AsyncIterable<string>, replace: boolean): Promise<void> {
  const write = async (stage: string): Promise<void> => {
    const file = await open(join(stage, "file"), "wx", 0o600);
    try {
      for await (const chunk of chunks) await file.writeFile(chunk);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(join(stage, "file"), path);
  };
  await staged(path, write, replace);
}

/** Throws `CliError` where something is at the path already; for commands that work long before they write. */
export async function assertNew(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const isEmptyFolder = (await stat(path)).isDirectory() && (await readdir(path)).length === 0;
  if (!isEmptyFolder)
    throw new CliError("OUT_EXISTS", `${path} is there already: name another path, or remove it first.`);
}

/** Gives `write` a new folder beside the path, on the same disk, and takes it away at the end. */
async function staged(path: string, write: (stage: string) => Promise<void>, replace = false): Promise<void> {
  if (!replace) await assertNew(path);
  let stage: string | undefined;
  try {
    const parent = dirname(resolve(path));
    await mkdir(parent, { recursive: true });
    stage = await mkdtemp(join(parent, ".knockon-"));
    await write(stage);
  } catch (error) {
    throw isSystemError(error) ? new CliError("OUT_FAILED", `${path}: ${error.message}.`, { cause: error }) : error;
  } finally {
    if (stage !== undefined) await rm(stage, { recursive: true, force: true });
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
