/** Traffic Light Protocol 2.0, from the widest to the narrowest audience. */
export const markings = ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"] as const;
export type Marking = (typeof markings)[number];
