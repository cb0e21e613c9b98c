/** A State named by a dataset: an extra or user-assigned ISO 3166-1 alpha-2 code (AA, QM-QZ, XA-XZ, ZZ) with its name. */
export interface State {
  readonly code: string;
  readonly name: string;
}
