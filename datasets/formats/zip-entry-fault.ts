import type { Entry } from "@zip.js/zip.js";
import type { FormatCode } from "./codes.ts";

/** Type bits of a Unix file mode, and the two types a data file may have. */
const typeMask = 0o170000;
const [regularFile, folder] = [0o100000, 0o040000];

const archive = /\.(?:zip|gz|tgz|bz2|xz|zst|7z|rar|tar|jar)$/i;

/** Why an entry of a zip is refused, judged by its name and attributes alone; null where it is not. */
export function zipEntryFault(entry: Entry): { readonly code: FormatCode; readonly text: string } | null {
  const { filename, encrypted } = entry;
  if (!isPlainPath(filename)) {
    return { code: "ZIP_PATH", text: `The zip holds ${filename}, a path that leads out of it or is not plain.` };
  }
  // The upper half of the attributes is the mode where the zip was made on Unix; 0 says nothing.
  const type = (entry.externalFileAttributes >>> 16) & typeMask;
  if (type !== 0 && type !== regularFile && type !== folder) {
    return { code: "ZIP_SYMLINK", text: `The zip holds ${filename}, which is a link or a device and no file.` };
  }
  if (encrypted) return { code: "ZIP_ENCRYPTED", text: `${filename} is encrypted: make the zip without a password.` };
  if (archive.test(filename)) {
    return { code: "ZIP_NESTED", text: `The zip holds ${filename}, an archive itself: put its files into one zip.` };
  }
  return null;
}

/** A relative path with forward slashes that names something inside. */
function isPlainPath(path: string): boolean {
  if (path === "" || path.startsWith("/") || /[\\:\p{Cc}]/u.test(path)) return false;
  return path
    .replace(/\/$/, "")
    .split("/")
    .every((part) => part !== "" && part !== "." && part !== "..");
}
