/** The lines of a text that comes in chunks, without their ends; `row` from 1. Holds one chunk and one line. */
export async function* textLines(text: AsyncIterable<string>): AsyncGenerator<{ row: number; line: string }> {
  let rest = "";
  let row = 0;
  for await (const chunk of text) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      row += 1;
      yield { row, line: line.endsWith("\r") ? line.slice(0, -1) : line };
    }
  }
  if (rest !== "") yield { row: row + 1, line: rest };
}
