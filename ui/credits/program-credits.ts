/** Data of others that come with the program itself, whatever dataset is open. */
export interface ProgramCredit {
  readonly title: string;
  /** The package that brings it, with its version. */
  readonly comesWith: string;
  readonly licence: string;
  readonly credit: string;
  readonly url: string;
}

export const programCredits: readonly ProgramCredit[] = [
  {
    title: "Borders of the map: Natural Earth 4.1, countries at 1:110m and 1:50m",
    comesWith: "world-atlas 2.0.2",
    licence: "Public domain",
    credit: "Made with Natural Earth, packaged by Michael Bostock (ISC)",
    url: "https://www.naturalearthdata.com/",
  },
  {
    title: "Which State a place lies in",
    comesWith: "@rapideditor/country-coder 5.6.1",
    licence: "ISC",
    credit: "country-coder contributors",
    url: "https://github.com/rapideditor/country-coder",
  },
  {
    title: "Names and codes of States",
    comesWith: "countries-list 3.4.1",
    licence: "MIT",
    credit: "Annexare Studio",
    url: "https://github.com/annexare/Countries",
  },
  {
    title: "Inter, the typeface",
    comesWith: "@fontsource-variable/inter 5.2.8",
    licence: "OFL-1.1",
    credit: "The Inter Project Authors",
    url: "https://github.com/rsms/inter",
  },
];
