import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { compiledOf, type Dataset, rememberCompiled, type SharedGround } from "../../analyzer/index.ts";

/** How much is kept on the disk; what was used last stays. */
export interface SnapshotLimits {
  readonly files: number;
  readonly bytes: number;
}

const defaultLimits: SnapshotLimits = { files: 8, bytes: 1_073_741_824 };
/** With fewer rows the store is as fast. */
const leastRows = 5_000;

const format = "knockon snapshot 1";
const ending = ".snapshot";
/** The header is one JSON text, filled up with spaces. */
const headerBytes = 1_024;

interface Part {
  readonly bytes: number;
  readonly sha256: string;
}

interface Header {
  readonly format: string;
  readonly hash: string;
  readonly engine: string;
  readonly arrays: Part;
  readonly rows: Part;
}

/**
 * Datasets of stores with the typed arrays that they compile to, in files of a folder: one for each content hash and version
 * of the engine, so that none can be stale. A file that is damaged, cut off or something else is taken as not there and is
 * written anew; a folder that cannot be used makes no difference but in time. Nothing is ever kept here alone.
 */
export class SnapshotCache {
  readonly #folder: string;
  readonly #engine: string;
  readonly #limits: SnapshotLimits;

  constructor(folder: string, engine: string, limits: SnapshotLimits = defaultLimits) {
    this.#folder = folder;
    this.#engine = engine;
    this.#limits = limits;
  }

  /**
   * The dataset of that content hash, with what it compiles to remembered (`prepareGround` finds it); null where it is not kept.
   *
   * Cost: one reading of the file and a parse of its rows as JSON.
   */
  async read(hash: string): Promise<Dataset | null> {
    return this.#open(hash, async (file, { arrays, rows }) => {
      const compiled = parseArrays(await readPart(file, headerBytes, arrays));
      const dataset = parseRows(await readPart(file, headerBytes + arrays.bytes, rows));
      rememberCompiled(dataset, compiled);
      return dataset;
    });
  }

  /** What the dataset of that content hash compiles to, without its rows; null where it is not kept. */
  async readArrays(hash: string): Promise<SharedGround | null> {
    return this.#open(hash, async (file, { arrays }) => parseArrays(await readPart(file, headerBytes, arrays)));
  }

  /**
   * Keeps a dataset that was read from a store, unless it is small. A file appears whole or not at all; one that cannot be
   * written is left out without a word. Cost: compiles the dataset where it is not compiled yet.
   */
  async write(hash: string, dataset: Dataset): Promise<void> {
    const { assets, dependencies, connections } = dataset;
    if (assets.length + dependencies.length + connections.length < leastRows) return;
    const place = this.#place(hash);
    const draft = `${place}.${randomUUID()}`;
    try {
      const arrays = serialize(compiledOf(dataset));
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      const file = await open(draft, "wx", 0o600);
      try {
        await writeWhole(file, arrays, headerBytes);
        const rows = await writeRows(file, dataset, headerBytes + arrays.length);
        const header: Header = { format, hash, engine: this.#engine, arrays: partOf(arrays), rows };
        await writeWhole(file, Buffer.from(JSON.stringify(header).padEnd(headerBytes)), 0);
      } finally {
        await file.close();
      }
      await rename(draft, place);
      await this.#makeRoom();
    } catch {
      await rm(draft, { force: true }).catch(() => undefined);
    }
  }

  async #open<T>(hash: string, work: (file: FileHandle, header: Header) => Promise<T>): Promise<T | null> {
    const place = this.#place(hash);
    try {
      const file = await open(place, "r");
      try {
        const header: Header = JSON.parse((await readBytes(file, 0, headerBytes)).toString());
        if (header.format !== format || header.hash !== hash || header.engine !== this.#engine) return null;
        const outcome = await work(file, header);
        const now = new Date();
        await utimes(place, now, now).catch(() => undefined);
        return outcome;
      } finally {
        await file.close();
      }
    } catch {
      return null;
    }
  }

  #place(hash: string): string {
    const name = createHash("sha256").update(`${format}\n${hash}\n${this.#engine}\n${process.versions.v8}`);
    return join(this.#folder, `${name.digest("hex")}${ending}`);
  }

  /** Takes away what was not used for longest until the rest is within the limits. */
  async #makeRoom(): Promise<void> {
    const names = (await readdir(this.#folder)).filter((name) => name.includes(ending));
    const files = await Promise.all(
      names.map(async (name) => {
        const path = join(this.#folder, name);
        const { size, mtimeMs } = await stat(path);
        return { path, size, mtimeMs };
      }),
    );
    let bytes = 0;
    const newestFirst = files.sort((a, b) => b.mtimeMs - a.mtimeMs);
    for (const [index, { path, size }] of newestFirst.entries()) {
      bytes += size;
      if (index >= this.#limits.files || bytes > this.#limits.bytes) await rm(path, { force: true });
    }
  }
}

/** Writes the dataset as JSON, a piece at a time: its whole text may be longer than a string can be. */
async function writeRows(file: FileHandle, dataset: Dataset, start: number): Promise<Part> {
  const hash = createHash("sha256");
  let at = start;
  for (const piece of jsonPieces(dataset)) {
    const bytes = Buffer.from(piece);
    hash.update(bytes);
    await writeWhole(file, bytes, at);
    at += bytes.length;
  }
  return { bytes: at - start, sha256: hash.digest("hex") };
}

const rowsPerPiece = 2_000;

function* jsonPieces({ description, assets, dependencies, connections }: Dataset): Generator<string> {
  yield `{"description":${JSON.stringify(description)}`;
  for (const [name, rows] of Object.entries({ assets, dependencies, connections })) {
    yield `,"${name}":[`;
    for (let from = 0; from < rows.length; from += rowsPerPiece) {
      const texts = rows.slice(from, from + rowsPerPiece).map((row) => JSON.stringify(row));
      yield `${from === 0 ? "" : ","}${texts.join(",")}`;
    }
    yield "]";
  }
  yield "}";
}

async function writeWhole(file: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; )
    done += (await file.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
}

function partOf(bytes: Buffer): Part {
  return { bytes: bytes.length, sha256: sha256(bytes) };
}

async function readPart(file: FileHandle, at: number, part: Part): Promise<Buffer> {
  const bytes = await readBytes(file, at, part.bytes);
  if (sha256(bytes) !== part.sha256) throw new Error("not what was written");
  return bytes;
}

async function readBytes(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { size } = await file.stat();
  if (!Number.isSafeInteger(length) || length < 0 || at + length > size) throw new Error("cut off");
  const bytes = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) throw new Error("cut off");
    done += bytesRead;
  }
  return bytes;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function parseArrays(bytes: Buffer): SharedGround {
  return deserialize(bytes);
}

function parseRows(bytes: Buffer): Dataset {
  return JSON.parse(bytes.toString());
}
