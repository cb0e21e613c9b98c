/** The only door of the core. */
export * from "./model/asset.ts";
export * from "./model/attributes.ts";
export * from "./model/connection.ts";
export * from "./model/dataset.ts";
export * from "./model/dependency.ts";
export * from "./model/input-group.ts";
export * from "./model/issue.ts";
export * from "./model/limits.ts";
export * from "./model/marking.ts";
export * from "./model/network.ts";
export * from "./model/overlay.ts";
export * from "./model/place-class.ts";
export * from "./model/result.ts";
export * from "./model/scenario.ts";
export * from "./model/state.ts";
export * from "./model/vocabulary.ts";
