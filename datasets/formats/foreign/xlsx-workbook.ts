import type { Caps } from "../caps.ts";
import type { FileSet } from "../file-set.ts";
import { ReadError } from "../read-error.ts";
import { xmlEvents } from "./xml-events.ts";
import { type OpenElement, walkXml } from "./xml-tree-walk.ts";
import { readXlsxText } from "./xlsx-text.ts";

export interface XlsxSheet {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** What the sheets of a workbook share. */
export interface XlsxWorkbook {
  readonly sheets: readonly XlsxSheet[];
  readonly strings: readonly string[];
  /** Places of the styles that show a number as a date or a time. */
  readonly dateStyles: ReadonlySet<number>;
}

const workbookPath = "xl/workbook.xml";
const builtInDates: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Reads all of a workbook but its sheets. Throws ReadError. Holds the shared strings. */
export async function readWorkbook(files: FileSet, paths: readonly string[], caps: Caps): Promise<XlsxWorkbook> {
  const targets = new Map<string, { readonly path: string; readonly type: string }>();
  await visit(files, "xl/_rels/workbook.xml.rels", caps, ({ name, attributes }) => {
    if (name !== "Relationship") return;
    const { Id: id = "", Target: target = "", Type: type = "" } = attributes;
    targets.set(id, { path: pathOf(target), type: type.slice(type.lastIndexOf("/") + 1) });
  });
  const sheets: XlsxSheet[] = [];
  await visit(files, workbookPath, caps, ({ name, attributes, row }, around) => {
    if (name !== "sheet" || around.at(-1)?.name !== "sheets") return;
    const id = Object.entries(attributes).find(([attribute]) => attribute.endsWith(":id"))?.[1] ?? "";
    const target = targets.get(id);
    const title = attributes["name"] ?? "";
    if (target === undefined || !paths.includes(target.path)) {
      const text = `The workbook has no file of its sheet ${title}.`;
      throw new ReadError("XLSX_MALFORMED", { file: workbookPath, row, text });
    }
    if (target.type !== "worksheet") return;
    sheets.push({ name: title, path: target.path, isHidden: (attributes["state"] ?? "visible") !== "visible" });
  });
  const partOf = (type: string): string | undefined =>
    [...targets.values()].find((target) => target.type === type && paths.includes(target.path))?.path;
  return {
    sheets,
    strings: await readStrings(files, partOf("sharedStrings"), caps),
    dateStyles: await readDateStyles(files, partOf("styles"), caps),
  };
}

/** Calls back at the end of each element, when its text is known. */
function visit(
  files: FileSet,
  path: string,
  caps: Caps,
  end: (element: OpenElement, around: readonly OpenElement[]) => void,
): Promise<void> {
  return walkXml(xmlEvents(files.open(path), path, caps), {
    open: () => true,
    close: (element, around) => {
      end(element, around);
      return null;
    },
  });
}

/** A target is a path from the workbook's folder, or from the root. */
function pathOf(target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  return target.startsWith("../") ? target.slice(3) : `xl/${target}`;
}

async function readStrings(files: FileSet, path: string | undefined, caps: Caps): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = "";
  if (path === undefined) return strings;
  await visit(files, path, caps, (element, around) => {
    // A text of several styles is in pieces; how it is pronounced is none of them.
    if (element.name === "t" && !around.some(({ name }) => name === "rPh")) text += element.text;
    if (element.name !== "si") return;
    strings.push(readXlsxText(text));
    text = "";
  });
  return strings;
}

async function readDateStyles(files: FileSet, path: string | undefined, caps: Caps): Promise<ReadonlySet<number>> {
  const dates = new Set<number>();
  const custom = new Map<number, string>();
  if (path === undefined) return dates;
  let styles = 0;
  await visit(files, path, caps, ({ name, attributes }, around) => {
    if (name === "numFmt") custom.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
    if (name !== "xf" || around.at(-1)?.name !== "cellXfs") return;
    const format = Number(attributes["numFmtId"] ?? 0);
    const code = custom.get(format);
    const isDate = code === undefined ? isBuiltInDate(format) : isDateCode(code);
    if (isDate) dates.add(styles);
    styles += 1;
  });
  return dates;
}

function isBuiltInDate(format: number): boolean {
  return builtInDates.some(([from, to]) => format >= from && format <= to);
}

/** Whether a format has years, months, days, hours or seconds outside its quoted words, colours and escaped characters. */
function isDateCode(code: string): boolean {
  const [plain = ""] = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/giu, "").split(";");
  return /[ymdhs]/iu.test(plain) && !/general/iu.test(plain);
}
