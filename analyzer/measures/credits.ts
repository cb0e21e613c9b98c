import { tables } from "../model/attributes.ts";
import type { Dataset } from "../model/dataset.ts";

/** What a licence asks of who passes the data on; `unknown` where it is none that is known here. */
export type LicenceClass = "public" | "attribution" | "share-alike" | "non-commercial" | "unknown";

export interface SourceCredit {
  /** Id of the source; the note itself where rows name a source that the dataset does not list. */
  readonly source: string;
  readonly title: string | null;
  readonly licence: string | null;
  readonly licenceClass: LicenceClass;
  readonly retrieved: string | null;
  readonly credit: string | null;
  readonly url: string | null;
  readonly rows: number;
}

/** Who is to be credited for a dataset, and on what terms it may be passed on. */
export interface CreditsResult {
  readonly kind: "credits";
  readonly licence: string;
  /** What all parts together ask: the strictest of the licences in use. */
  readonly together: LicenceClass;
  readonly credits: readonly SourceCredit[];
  /** Rows of a licence of their own, by licence. */
  readonly ownLicences: readonly {
    readonly licence: string;
    readonly licenceClass: LicenceClass;
    readonly rows: number;
  }[];
  readonly rowsWithoutSource: number;
  /** Licences of sources in use that cannot be passed on together with others under one licence. */
  readonly keepApart: readonly string[];
}

const strictness: readonly LicenceClass[] = ["public", "attribution", "share-alike", "non-commercial", "unknown"];

/** What a licence asks, by its name: SPDX identifiers and the usual ways to write them. */
export function licenceClass(licence: string): LicenceClass {
  const name = licence.toLowerCase();
  if (/\bnc\b|non-?commercial|noncommercial/u.test(name)) return "non-commercial";
  if (/\bsa\b|share-?alike|odbl|agpl|\bgpl/u.test(name)) return "share-alike";
  if (/cc0|public domain|pddl|unlicense|^0bsd/u.test(name)) return "public";
  if (/cc-?\s?by|odc-by|\bmit\b|apache|bsd|isc\b|dl-de\/?by|ogl|etalab|attribution/u.test(name)) return "attribution";
  return "unknown";
}

/** Sources by the number of their rows, with their licences. O(rows). */
export function credits(dataset: Dataset): CreditsResult {
  const { licence, sources } = dataset.description;
  const rows = new Map<string, number>();
  const own = new Map<string, number>();
  let rowsWithoutSource = 0;
  for (const table of tables) {
    for (const row of dataset[table]) {
      if (row.licence !== undefined) own.set(row.licence, (own.get(row.licence) ?? 0) + 1);
      if (row.source === undefined || row.source === "") rowsWithoutSource += 1;
      else rows.set(row.source, (rows.get(row.source) ?? 0) + 1);
    }
  }
  const listed = sources.map(({ id, title, licence: of, retrieved, credit, url = null }): SourceCredit => {
    return {
      source: id,
      title,
      licence: of,
      licenceClass: licenceClass(of),
      retrieved,
      credit,
      url,
      rows: rows.get(id) ?? 0,
    };
  });
  const known = new Set(sources.map(({ id }) => id));
  const notes = [...rows]
    .filter(([source]) => !known.has(source))
    .map(([source, count]): SourceCredit => {
      return {
        source,
        title: null,
        licence: null,
        licenceClass: "unknown",
        retrieved: null,
        credit: null,
        url: null,
        rows: count,
      };
    });
  const ownLicences = [...own]
    .map(([of, count]) => ({ licence: of, licenceClass: licenceClass(of), rows: count }))
    .sort((a, b) => b.rows - a.rows || (a.licence < b.licence ? -1 : 1));
  const inUse = [
    ...listed.filter((each) => each.rows > 0).map((each) => each.licence ?? ""),
    ...ownLicences.map((each) => each.licence),
  ];
  const classes = [licenceClass(licence), ...inUse.map(licenceClass)];
  return {
    kind: "credits",
    licence,
    together: strictness[Math.max(...classes.map((each) => strictness.indexOf(each)))] ?? "unknown",
    credits: [...listed, ...notes].sort((a, b) => b.rows - a.rows || (a.source < b.source ? -1 : 1)),
    ownLicences,
    rowsWithoutSource,
    keepApart: [
      ...new Set(inUse.filter((each) => ["share-alike", "non-commercial"].includes(licenceClass(each)))),
    ].sort(),
  };
}
