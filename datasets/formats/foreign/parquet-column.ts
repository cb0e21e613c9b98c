import type { ColumnMetaData, PageHeader, SchemaElement } from "hyparquet";
import { parquetHeader, readPage } from "hyparquet/src/column.js";
import { convert, DEFAULT_PARSERS } from "hyparquet/src/convert.js";
import type { getTreePath } from "hyparquet/src/schema.js";
import { inflatePage, PageFault } from "./parquet-compression.ts";

/** A column without lists or structs, in one group of rows. */
export interface FlatColumn {
  readonly chunk: ColumnMetaData;
  readonly element: SchemaElement;
  /** From the root to the column. */
  readonly schemaPath: ReturnType<typeof getTreePath>;
  readonly rows: number;
}

/** How many bytes may still be inflated. */
export interface InflateBudget {
  bytes: number;
}

// Encodings whose sizes the checks below bound. Of the others, prefixes of the value before can make a page grow without end.
const readable = new Set(["PLAIN", "PLAIN_DICTIONARY", "RLE_DICTIONARY", "RLE", "BYTE_STREAM_SPLIT"]);

type Decoder = Parameters<typeof readPage>[2];
type Values = ArrayLike<unknown> & Iterable<unknown>;

/**
 * The values of a column, null where there is none. All that the file says of its sizes is checked before anything is made of
 * it. Throws PageFault, and what the decoder throws, where the bytes are not what they say. O(rows and bytes).
 */
export function readFlatColumn(file: Uint8Array, column: FlatColumn, budget: InflateBudget): unknown[] {
  const { chunk, element, schemaPath, rows } = column;
  const decoder: Decoder = {
    pathInSchema: chunk.path_in_schema,
    type: chunk.type,
    element,
    schemaPath,
    codec: "UNCOMPRESSED",
    parsers: DEFAULT_PARSERS,
  };
  const bytes = chunkBytes(file, chunk);
  const reader = { view: viewOf(bytes), offset: 0 };
  const values: unknown[] = [];
  let dictionary: Parameters<typeof readPage>[3];
  while (values.length < rows) {
    const header = parquetHeader(reader);
    const page = takePage(bytes, reader.offset, header, chunk.codec, budget);
    reader.offset += header.compressed_page_size;
    if (header.type === "INDEX_PAGE") continue;
    checkPage(header, page, decoder, rows - values.length);
    const plain = { ...header, compressed_page_size: page.length };
    const { data } = readPage({ view: viewOf(page), offset: 0 }, plain, decoder, dictionary, undefined, 0);
    if (data === undefined) throw new PageFault("a page holds no values");
    if (header.type === "DICTIONARY_PAGE") dictionary = convert(data, decoder);
    else add(values, data, countOf(header));
  }
  return values;
}

function add(values: unknown[], data: Values, count: number): void {
  if (data.length !== count) throw new PageFault("a page holds another number of values than it says");
  for (const value of data) {
    if (value === undefined) throw new PageFault("a value is none of the dictionary's");
    values.push(value);
  }
}

function viewOf(bytes: Uint8Array): DataView<ArrayBuffer> {
  // The bytes of files and of what is inflated here are never shared between threads.
  return new DataView(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
}

function chunkBytes(file: Uint8Array, chunk: ColumnMetaData): Uint8Array {
  const { data_page_offset: data, dictionary_page_offset: dictionary, total_compressed_size: size } = chunk;
  // Some writers leave the place of the dictionary out, others write 0.
  const start =
    dictionary === undefined || Number(dictionary) === 0 ? Number(data) : Math.min(Number(dictionary), Number(data));
  const end = start + Number(size);
  if (start < 4 || !(end >= start && end <= file.length)) throw new PageFault("a column lies outside the file");
  return file.subarray(start, end);
}

/** The bytes of a page, inflated. Of the second version, the levels before the values are never compressed. */
function takePage(bytes: Uint8Array, at: number, header: PageHeader, codec: string, budget: InflateBudget): Uint8Array {
  const { compressed_page_size: size, uncompressed_page_size: inflated, data_page_header_v2: second } = header;
  if (!isSize(size, bytes.length - at) || !isSize(inflated, budget.bytes)) {
    throw new PageFault("a page is larger than there are bytes for it");
  }
  budget.bytes -= inflated;
  const page = bytes.subarray(at, at + size);
  if (second === undefined) return inflatePage(page, inflated, codec);
  const levels = second.definition_levels_byte_length;
  if (second.repetition_levels_byte_length !== 0 || !isSize(levels, Math.min(size, inflated))) {
    throw new PageFault("a page has levels of another size than it says");
  }
  const values = second.is_compressed === false ? "UNCOMPRESSED" : codec;
  const rest = inflatePage(page.subarray(levels), inflated - levels, values);
  second.is_compressed = false;
  const whole = new Uint8Array(inflated);
  whole.set(page.subarray(0, levels));
  whole.set(rest, levels);
  return whole;
}

function isSize(size: number, most: number): boolean {
  return Number.isInteger(size) && size >= 0 && size <= most;
}

function countOf({
  data_page_header: first,
  data_page_header_v2: second,
  dictionary_page_header: words,
}: PageHeader): number {
  return (first ?? second ?? words)?.num_values ?? Number.NaN;
}

/** Bounds what the decoder will make of a page by what the page is long. */
function checkPage(header: PageHeader, page: Uint8Array, { type, element }: Decoder, rows: number): void {
  const count = countOf(header);
  const isWords = header.type === "DICTIONARY_PAGE";
  if (!isSize(count, isWords ? page.length : rows)) throw new PageFault("a page holds more values than there are rows");
  const encoding = (header.data_page_header ?? header.data_page_header_v2 ?? header.dictionary_page_header)?.encoding;
  if (encoding === undefined || !readable.has(encoding)) throw new PageFault(`it is encoded as ${String(encoding)}`);
  if (isWords) return;
  const isOptional = element.repetition_type !== "REQUIRED";
  const { data_page_header_v2: second } = header;
  let at = 0;
  if (second !== undefined) {
    at = second.definition_levels_byte_length;
    if (!isSize(second.num_nulls, count)) throw new PageFault("a page has more empty values than values");
    if (isOptional) checkLevels(page.subarray(0, at), count);
  } else if (isOptional) {
    const length = page.length < 4 ? Number.NaN : viewOf(page).getUint32(0, true);
    if (!isSize(length, page.length - 4)) throw new PageFault("a page has levels of another size than it says");
    at = 4 + length;
    checkLevels(page.subarray(4, at), count);
  }
  if (type === "BOOLEAN" && encoding === "RLE") checkRuns(page.subarray(at + 4), 1, count);
  else if (encoding.endsWith("DICTIONARY") || encoding === "RLE") {
    const width = page[at] ?? 0;
    if (width > 32) throw new PageFault(`a page has values of ${width} bits`);
    checkRuns(page.subarray(at + 1), width, count);
  }
}

/** Which values are empty: one bit each, for all of them. */
function checkLevels(runs: Uint8Array, count: number): void {
  if (checkRuns(runs, 1, count) < count) throw new PageFault("a page has levels for fewer values than it says");
}

/**
 * Each run says how long it is: none may be longer than there are values, but to fill its last eight. Returns for how many
 * values there are runs. It goes through the bytes as the decoder does, which takes one more for eights without bits.
 */
function checkRuns(runs: Uint8Array, width: number, count: number): number {
  let [at, seen] = [0, 0];
  while (seen < count && at < runs.length) {
    let [header, scale, byte] = [0, 1, 128];
    while (byte >= 128) {
      byte = runs[at] ?? 0;
      header += (byte % 128) * scale;
      scale *= 128;
      at += 1;
    }
    const isPacked = header % 2 === 1;
    const length = Math.floor(header / 2) * (isPacked ? 8 : 1);
    if (length > count - seen + (isPacked ? 7 : 0)) throw new PageFault("a run of values is longer than its page");
    seen += length;
    at += isPacked ? Math.max(1, (length / 8) * width) : Math.ceil(width / 8);
  }
  return seen;
}
