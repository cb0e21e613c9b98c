import type { Severity } from "../../analyzer/index.ts";

interface Code {
  readonly severity: Severity;
  readonly meaning: string;
}

/** Every issue that reading can return, besides those of the checks. The one place where these codes are written down. */
export const formatCodes = {
  FILE_MISSING: { severity: "error", meaning: "A file or folder is not there" },
  FILE_OMITTED: { severity: "warning", meaning: "A file most datasets have is not there" },
  FILE_UNREADABLE: { severity: "error", meaning: "A file exists but cannot be read" },
  FILE_KIND_UNKNOWN: { severity: "error", meaning: "Neither a folder with dataset.json, nor a JSON bundle, nor a zip" },
  FILE_EMPTY: { severity: "error", meaning: "A file holds nothing" },
  FILE_TOO_LARGE: { severity: "error", meaning: "A file is over its cap" },
  FILE_UTF16: { severity: "error", meaning: "A file is in UTF-16 or UTF-32" },
  FILE_BINARY: { severity: "error", meaning: "A file holds NUL bytes: it is no text" },
  FILE_NOT_UTF8: { severity: "error", meaning: "A file holds bytes that are not UTF-8" },
  CSV_QUOTE_UNCLOSED: { severity: "error", meaning: "A quote is opened and never closed" },
  CSV_QUOTE_MISPLACED: { severity: "error", meaning: "A quote stands inside a cell without being doubled" },
  CSV_MALFORMED: { severity: "error", meaning: "A CSV file cannot be parsed" },
  CSV_ROW_LENGTH: { severity: "error", meaning: "A row has more or fewer cells than the header" },
  CSV_ROW_TOO_LONG: { severity: "error", meaning: "A row is over the cap on its bytes" },
  HEADER_EMPTY: { severity: "error", meaning: "A column has no name" },
  HEADER_REPEATED: { severity: "error", meaning: "Two columns have the same name or fill the same property" },
  COLUMN_UNKNOWN: { severity: "error", meaning: "A column is neither ours, nor starts with x_, nor is mapped" },
  COLUMN_MISSING: { severity: "error", meaning: "A required column is not there" },
  COLUMNS_TOO_MANY: { severity: "error", meaning: "A table has more columns than the cap" },
  ROWS_TOO_MANY: { severity: "error", meaning: "A table has more rows than the cap" },
  ROW_NOT_OBJECT: { severity: "error", meaning: "A row of a JSON bundle is no object" },
  CELL_TOO_LONG: { severity: "error", meaning: "A cell is over the cap on its characters" },
  CELL_NOT_NUMBER: { severity: "error", meaning: "A cell of a number column holds something else" },
  CELL_NOT_BOOLEAN: { severity: "error", meaning: "A cell of a yes-or-no column holds something else" },
  CELL_NOT_TEXT: { severity: "error", meaning: "A JSON value of a text column is no text" },
  CELL_NOT_STATES: { severity: "error", meaning: "A cell is not of the form DE or FR:0.5|ES:0.5" },
  CELL_NOT_AMOUNTS: { severity: "error", meaning: "A cell is not of the form electricity or gas:40|heat:10" },
  CELL_NOT_LIST: { severity: "error", meaning: "A cell of words joined by | has an empty word" },
  VALUE_MISSING: { severity: "error", meaning: "A required value is empty" },
  JSON_MALFORMED: { severity: "error", meaning: "A JSON file cannot be parsed" },
  JSON_TOO_DEEP: { severity: "error", meaning: "A JSON file nests deeper than the cap" },
  JSON_KEY_REPEATED: { severity: "error", meaning: "An object in a JSON file has the same key twice" },
  FIELD_UNKNOWN: { severity: "error", meaning: "An object has a field that is not known" },
  FIELD_MISSING: { severity: "error", meaning: "A required field is not there" },
  FIELD_WRONG_TYPE: { severity: "error", meaning: "A field is not of its type" },
  FIELD_OUT_OF_RANGE: { severity: "error", meaning: "A field is outside its range or not of its form" },
  FIELD_NOT_A_CHOICE: { severity: "error", meaning: "A field is none of the words allowed" },
  MAPPING_COLUMN_UNKNOWN: { severity: "error", meaning: "A mapping fills a column that is not ours" },
  MAPPING_CONFLICT: { severity: "error", meaning: "A mapping fills a column twice, or scales one that is no number" },
  OVERLAY_COLUMN_UNKNOWN: { severity: "error", meaning: "An overlay changes a column that no table has" },
  ZIP_MALFORMED: { severity: "error", meaning: "A zip is damaged" },
  ZIP_PATH: { severity: "error", meaning: "A path in a zip leads out of it" },
  ZIP_SYMLINK: { severity: "error", meaning: "A zip holds a symbolic link or a device" },
  ZIP_ENCRYPTED: { severity: "error", meaning: "A file of a zip is encrypted" },
  ZIP_NESTED: { severity: "error", meaning: "A zip holds another archive" },
  ZIP_PATH_REPEATED: { severity: "error", meaning: "A zip holds two files of one path" },
  ZIP_TOO_MANY_ENTRIES: { severity: "error", meaning: "A zip holds more files than the cap" },
  ZIP_TOO_LARGE: { severity: "error", meaning: "The files of a zip are over the cap when inflated" },
  ISSUES_TOO_MANY: { severity: "error", meaning: "Reading stopped because of too many errors" },
} as const satisfies Readonly<Record<string, Code>>;

export type FormatCode = keyof typeof formatCodes;
