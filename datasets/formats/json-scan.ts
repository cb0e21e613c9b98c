/** What is wrong with a JSON text before it is parsed, and at which character. */
export interface JsonFault {
  readonly what: "too deep" | "key repeated";
  readonly at: number;
  readonly key: string;
}

/**
 * Looks through a JSON text without building it: nesting deeper than `maxDepth` (which could overflow the stack of a parser)
 * and keys that an object has twice (of which a parser silently keeps the last). Says nothing about other faults: the
 * parser finds them. One pass, no recursion; space is the open objects' keys.
 */
export function scanJson(text: string, maxDepth: number): JsonFault | null {
  // Keys of each open object, null for an open array.
  const open: (Set<string> | null)[] = [];
  let keyNext = false;
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case "{":
      case "[":
        if (open.length === maxDepth) return { what: "too deep", at, key: "" };
        keyNext = text[at] === "{";
        open.push(keyNext ? new Set() : null);
        break;
      case "}":
      case "]":
        open.pop();
        keyNext = false;
        break;
      case ",":
        keyNext = open.at(-1) instanceof Set;
        break;
      case '"': {
        const end = stringEnd(text, at);
        if (keyNext) {
          const key = unescapeKey(text.slice(at + 1, end));
          const keys = open.at(-1);
          if (keys?.has(key) === true) return { what: "key repeated", at, key };
          keys?.add(key);
          keyNext = false;
        }
        at = end;
        break;
      }
      default:
    }
  }
  return null;
}

/** Position of the closing quote of the string that opens at `start`, or the end of the text. */
function stringEnd(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return quote;
  }
  return text.length;
}

function unescapeKey(raw: string): string {
  if (!raw.includes("\\")) return raw;
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
