import { configure, type Entry, type FileEntry, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import type { Caps } from "./caps.ts";
import type { FileSet } from "./file-set.ts";
import { ReadError } from "./read-error.ts";
import { zipEntryFault } from "./zip-entry-fault.ts";

configure({ useWebWorkers: false });

/**
 * The files of a zip held in memory. A folder that holds everything is left out of the paths. The directory is read and
 * judged as a whole before any file is opened; what inflates is counted as it comes, whatever the zip claims, and
 * checksums are verified. All methods throw ReadError.
 */
export function zipFileSet(name: string, bytes: Uint8Array, caps: Caps): FileSet {
  const inflated = { bytes: 0 };
  let directory: Promise<Map<string, FileEntry>> | null = null;
  const entries = () => (directory ??= readDirectory(name, bytes, caps));
  const find = async (path: string) => {
    const entry = (await entries()).get(path);
    if (entry !== undefined) return entry;
    throw new ReadError("FILE_MISSING", { file: path, text: `The zip holds no ${path}.` });
  };
  return {
    name,
    list: async () => [...(await entries()).keys()],
    size: async (path) => (await find(path)).uncompressedSize,
    async *open(path) {
      const entry = await find(path);
      for await (const chunk of inflate(entry)) {
        inflated.bytes += chunk.length;
        if (inflated.bytes > caps.inflatedBytes) {
          const text = `The files of the zip are larger than ${caps.inflatedBytes} bytes together when inflated.`;
          throw new ReadError("ZIP_TOO_LARGE", { file: path, text });
        }
        yield chunk;
      }
    },
  };
}

async function readDirectory(name: string, bytes: Uint8Array, caps: Caps): Promise<Map<string, FileEntry>> {
  const files = new Map<string, FileEntry>();
  let count = 0;
  try {
    const reader = new ZipReader(new Uint8ArrayReader(bytes), { checkOverlappingEntry: true });
    for await (const entry of reader.getEntriesGenerator()) {
      count += 1;
      if (count > caps.zipEntries) {
        const text = `The zip holds more than ${caps.zipEntries} files and folders.`;
        throw new ReadError("ZIP_TOO_MANY_ENTRIES", { file: name, text });
      }
      const fault = zipEntryFault(entry);
      if (fault !== null) throw new ReadError(fault.code, { file: name, value: entry.filename, text: fault.text });
      if (isLeftOver(entry)) continue;
      if (files.has(entry.filename)) {
        const text = `The zip holds two files called ${entry.filename}.`;
        throw new ReadError("ZIP_PATH_REPEATED", { file: name, value: entry.filename, text });
      }
      if (!entry.directory) files.set(entry.filename, entry);
    }
  } catch (error) {
    throw error instanceof ReadError ? error : malformed(name, error);
  }
  return withoutCommonFolder(files);
}

/** What file managers put into a zip beside the files. */
function isLeftOver({ filename }: Entry): boolean {
  return filename.startsWith("__MACOSX/") || filename.endsWith(".DS_Store");
}

function malformed(file: string, error: unknown): ReadError {
  const reason = error instanceof Error ? error.message : String(error);
  return new ReadError("ZIP_MALFORMED", { file, text: `The zip is damaged: ${reason}.` });
}

function withoutCommonFolder(files: Map<string, FileEntry>): Map<string, FileEntry> {
  const folders = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf("/") + 1)));
  const [folder = ""] = folders;
  if (folders.size !== 1 || folder === "") return files;
  return new Map([...files].map(([path, entry]) => [path.slice(folder.length), entry]));
}

/** The bytes of an entry as they inflate; stopping early stops the inflating. */
async function* inflate(entry: FileEntry): AsyncGenerator<Uint8Array> {
  let failReading = (_reason: unknown): void => undefined;
  let failure: unknown = null;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start: (controller) => {
      failReading = (reason) => controller.error(reason);
    },
  });
  const stop = new AbortController();
  // The library may give up before or after it closes what it writes to: in the one case the reader would wait for ever, in
  // the other it would take a part for the whole.
  const inflating = entry.getData(writable, { checkSignature: true, signal: stop.signal }).catch((error: unknown) => {
    failure = error;
    failReading(error);
  });
  try {
    yield* readable;
    await inflating;
    if (failure !== null) throw failure;
  } catch (error) {
    throw malformed(entry.filename, error);
  } finally {
    stop.abort();
  }
}
