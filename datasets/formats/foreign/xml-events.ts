import { SaxesParser } from "saxes";
import type { Caps } from "../caps.ts";
import { decodeText } from "../decode-text.ts";
import { ReadError } from "../read-error.ts";

/** What follows what in an XML document. The prefix of the root is left out of the names that have it. */
export type XmlEvent =
  | { readonly kind: "open"; readonly name: string; readonly attributes: XmlAttributes; readonly row: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "close"; readonly name: string };

export type XmlAttributes = Readonly<Record<string, string>>;

/** The only entities there are: a document cannot add to them, and no word of the language's own objects is one. */
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The elements and texts of an XML file, in lists of some thousand; comments and processing instructions are left out. Strict.
 * Nothing is fetched and no entity but the five of XML is known: a document type is refused. `row` is the line on which an
 * element begins. Throws ReadError with the line. Streams: holds one chunk and what it says.
 */
export async function* xmlEvents(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  caps: Pick<Caps, "fileBytes" | "jsonDepth">,
): AsyncGenerator<readonly XmlEvent[]> {
  const parser = new XmlReader(file, caps.jsonDepth);
  for await (const text of decodeText(bytes, file, caps.fileBytes)) yield parser.read(text);
  yield parser.end();
}

class XmlReader {
  readonly #parser = new SaxesParser();
  readonly #file: string;
  #events: XmlEvent[] = [];
  #row = 1;
  #depth = 0;
  #prefix = "";

  constructor(file: string, maxDepth: number) {
    this.#file = file;
    const parser = this.#parser;
    parser.ENTITIES = Object.assign<Record<string, string>, object>(Object.create(null), entities);
    parser.on("error", (error) => {
      throw this.#malformed(error.message.replace(/^[\d:]+ /u, ""));
    });
    parser.on("doctype", () => {
      throw this.#doctype();
    });
    parser.on("opentagstart", ({ name }) => {
      // The character after the name has been read: a line break there has been counted.
      this.#row = parser.column === 0 ? parser.line - 1 : parser.line;
      this.#depth += 1;
      if (this.#depth === 1) this.#prefix = name.slice(0, name.indexOf(":") + 1);
      if (this.#depth > maxDepth) throw this.#tooDeep(maxDepth);
    });
    parser.on("opentag", ({ name, attributes }) => {
      this.#events.push({ kind: "open", name: this.#plain(name), attributes, row: this.#row });
    });
    parser.on("closetag", ({ name }) => {
      this.#depth -= 1;
      this.#events.push({ kind: "close", name: this.#plain(name) });
    });
    const addText = (text: string): void => {
      if (this.#depth > 0) this.#events.push({ kind: "text", text });
    };
    parser.on("text", addText);
    parser.on("cdata", addText);
  }

  read(text: string): readonly XmlEvent[] {
    this.#parser.write(text);
    return this.#take();
  }

  end(): readonly XmlEvent[] {
    this.#parser.close();
    return this.#take();
  }

  #take(): readonly XmlEvent[] {
    const events = this.#events;
    this.#events = [];
    return events;
  }

  #plain(name: string): string {
    return this.#prefix !== "" && name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : name;
  }

  #malformed(reason: string): ReadError {
    if (reason.includes("doctype declaration")) return this.#doctype();
    const said = reason === "undefined entity." ? "it uses an entity that is none of the five of XML." : reason;
    const text = `The file is not well-formed XML: ${said}`;
    return new ReadError("XML_MALFORMED", { file: this.#file, row: this.#parser.line, text });
  }

  #doctype(): ReadError {
    const text = "The file has a document type, which may pull in other files or swell: remove the DOCTYPE.";
    return new ReadError("XML_DOCTYPE", { file: this.#file, row: this.#parser.line, text });
  }

  #tooDeep(most: number): ReadError {
    const text = `The elements nest deeper than ${most} levels, which no dataset does.`;
    return new ReadError("XML_TOO_DEEP", { file: this.#file, row: this.#row, text });
  }
}
