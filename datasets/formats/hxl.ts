/** Which of our columns a tag of the Humanitarian Exchange Language fills: a hashtag with the attributes it must have. */
const columnOfTag: readonly {
  readonly column: string;
  readonly tag: string;
  readonly attributes: readonly string[];
}[] = [
  { column: "lat", tag: "#geo", attributes: ["lat"] },
  { column: "lon", tag: "#geo", attributes: ["lon"] },
  { column: "states", tag: "#country", attributes: ["code"] },
  { column: "states", tag: "#country", attributes: ["iso2"] },
  { column: "id", tag: "#loc", attributes: ["code"] },
  { column: "id", tag: "#loc", attributes: ["id"] },
  { column: "name", tag: "#loc", attributes: ["name"] },
  { column: "kind", tag: "#loc", attributes: ["type"] },
  { column: "sector", tag: "#sector", attributes: [] },
  { column: "subsector", tag: "#subsector", attributes: [] },
  { column: "operator", tag: "#org", attributes: ["operator"] },
  { column: "people_served", tag: "#population", attributes: ["served"] },
  { column: "capacity", tag: "#capacity", attributes: ["num"] },
  { column: "unit", tag: "#capacity", attributes: ["unit"] },
  { column: "source", tag: "#meta", attributes: ["source"] },
  { column: "licence", tag: "#meta", attributes: ["license"] },
];

/** Whether a row is the tag row of HXL: every cell that is not empty is a tag, and at least one is. */
export function isTagRow(cells: readonly string[]): boolean {
  const tags = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return tags.length > 0 && tags.every((tag) => /^#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z][a-z0-9_]*)*$/i.test(tag));
}

/** Our column for a tag such as `#geo+lat` (attributes in any order, others ignored), or null where it is none we know. */
export function columnForTag(cell: string): string | null {
  const [tag, ...attributes] = cell
    .toLowerCase()
    .split("+")
    .map((word) => word.trim());
  const found = columnOfTag.find(
    (entry) => entry.tag === tag && entry.attributes.every((attribute) => attributes.includes(attribute)),
  );
  return found?.column ?? null;
}
