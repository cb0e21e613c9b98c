import type { XmlAttributes, XmlEvent } from "./xml-events.ts";

/** An element whose end has not come yet, with the text that stands right in it so far. */
export interface OpenElement {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly row: number;
  text: string;
}

/** What is done about the elements of a document. */
export interface XmlVisitor {
  /** Called where an element begins, with those around it, the outermost first; false leaves it and all in it out. */
  readonly open: (element: OpenElement, around: readonly OpenElement[]) => boolean;
  /** Called where it ends. A promise is awaited before the next element. */
  readonly close: (element: OpenElement, around: readonly OpenElement[]) => Promise<void> | null;
}

/** Walks through the events of a document. Holds the open elements alone. */
export async function walkXml(lists: AsyncIterable<readonly XmlEvent[]>, visitor: XmlVisitor): Promise<void> {
  const open: OpenElement[] = [];
  let leftOut = 0;
  for await (const events of lists) {
    for (const event of events) {
      if (leftOut > 0) {
        if (event.kind !== "text") leftOut += event.kind === "open" ? 1 : -1;
        continue;
      }
      const inner = open.at(-1);
      if (event.kind === "text") {
        if (inner !== undefined) inner.text += event.text;
      } else if (event.kind === "open") {
        const element = { name: event.name, attributes: event.attributes, row: event.row, text: "" };
        if (visitor.open(element, open)) open.push(element);
        else leftOut = 1;
      } else if (inner !== undefined) {
        open.pop();
        const pause = visitor.close(inner, open);
        if (pause !== null) await pause;
      }
    }
  }
}
