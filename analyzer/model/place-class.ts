/** How precisely a place may be stored and shown, from a State (Z1) to the exact point (Z5). */
export const placeClasses = ["Z1", "Z2", "Z3", "Z4", "Z5"] as const;
export type PlaceClass = (typeof placeClasses)[number];
