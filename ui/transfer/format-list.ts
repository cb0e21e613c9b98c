const list = new Intl.ListFormat("en", { type: "disjunction" });

/** `GEXF, GraphML, or GeoJSON`. */
export const formatList = (words: readonly string[]): string => list.format(words);
