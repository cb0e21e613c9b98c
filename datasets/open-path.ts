import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileChunks } from "./file-chunks.ts";
import { type Caps, defaultCaps } from "./formats/caps.ts";
import type { FileSet } from "./formats/file-set.ts";
import { fileSetFromBytes } from "./formats/file-set-from-bytes.ts";
import { ReadError } from "./formats/read-error.ts";

/**
 * The files at a path of this machine: those of a folder (not of the folders in it), of a zip, or one file by itself (a JSON
 * bundle, a scenario). Never rejects for what is or is not there: the methods of the set then throw ReadError, which
 * `readDataset` and `readJson` return as an issue. Files are streamed, a zip is held in memory up to its cap.
 */
export async function openPath(path: string, caps: Caps = defaultCaps): Promise<FileSet> {
  const name = basename(resolve(path));
  try {
    const found = await stat(path);
    if (found.isDirectory()) return folderFileSet(name, path);
    if (!found.isFile())
      return failingFileSet(name, new ReadError("FILE_UNREADABLE", { file: name, text: `${path} is no file.` }));
    if (!/\.zip$/i.test(name)) return singleFileSet(name, path);
    // One byte more than the cap is enough for the set to refuse it.
    if (found.size > caps.zipBytes) return tooLarge(name, caps);
    return fileSetFromBytes(name, await readFile(path), caps);
  } catch (error) {
    return failingFileSet(name, unreadable(path, error));
  }
}

function tooLarge(name: string, caps: Caps): FileSet {
  const text = `The zip is larger than ${caps.zipBytes} bytes: split it, or raise the cap.`;
  return failingFileSet(name, new ReadError("FILE_TOO_LARGE", { file: name, text }));
}

function folderFileSet(name: string, path: string): FileSet {
  return {
    name,
    list: async () => {
      const entries = await readdir(path, { withFileTypes: true });
      return entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
    },
    size: (file) => sizeOf(join(path, file)),
    open: (file) => readBytes(join(path, file), file),
  };
}

function singleFileSet(name: string, path: string): FileSet {
  return {
    name,
    list: () => Promise.resolve([name]),
    size: () => sizeOf(path),
    open: () => readBytes(path, name),
  };
}

function failingFileSet(name: string, error: ReadError): FileSet {
  return {
    name,
    list: () => Promise.reject(error),
    size: () => Promise.reject(error),
    open: () => {
      throw error;
    },
  };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function* readBytes(path: string, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* fileChunks(path);
  } catch (error) {
    throw error instanceof ReadError ? error : unreadable(file, error);
  }
}

function unreadable(path: string, error: unknown): ReadError {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  const file = basename(path);
  return code === "ENOENT"
    ? new ReadError("FILE_MISSING", { file, text: `There is no ${path}.` })
    : new ReadError("FILE_UNREADABLE", { file, text: `${path} cannot be read (${code}).` });
}
