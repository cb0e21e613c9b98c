/** The words of a dataset, the core's and its own. */
export interface Words {
  readonly sectors: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  readonly commodities: ReadonlySet<string>;
}
