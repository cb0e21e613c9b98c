/** One import: the importing file and what it imports, paths from the project's root or package names. */
export interface ImportLine {
  readonly file: string;
  readonly imported: string;
}

/** A room, and what its files may import beside their own room. The first room that holds a file counts. */
interface Floor {
  readonly room: RegExp;
  readonly may: readonly RegExp[];
}

const inModel = /^analyzer\/model\//;
const inSystem = /^analyzer\/system\//;
const inAlgorithms = /^analyzer\/algorithms\//;
const door = /^analyzer\/index\.ts$/;
const anyPackage = /^(?!analyzer\/|datasets\/|api\/|ui\/|test\/)/;

const floors: readonly Floor[] = [
  { room: inModel, may: [] },
  { room: /^analyzer\/check\//, may: [inModel] },
  { room: inSystem, may: [inModel] },
  { room: inAlgorithms, may: [inModel, inSystem] },
  { room: /^analyzer\/measures\//, may: [inModel, inSystem, inAlgorithms] },
  {
    room: /^analyzer\/(analyses\/|run\/|catalogue\.ts$|index\.ts$)/,
    may: [/^analyzer\//, /^@noble\/hashes\//],
  },
  // Kernels are compiled whole: they share how memory is addressed, and nothing else.
  { room: /^datasets\/.*\.as(\.ts)?$/, may: [/^analyzer\/algorithms\/wasm\/linear-memory\.as$/] },
  { room: /^datasets\//, may: [door, anyPackage] },
  { room: /^api\//, may: [door, /^datasets\//, anyPackage] },
  { room: /^ui\//, may: [door, anyPackage] },
  { room: /^test\//, may: [/./] },
];

/** Packages that only some files may name. */
const reserved: readonly { readonly name: RegExp; readonly only: RegExp }[] = [
  { name: /^graphology/, only: /^(ui\/stage|test)\// },
  { name: /^sigma(\/|$)|^@sigma\//, only: /^(ui\/stage|ui\/export|test)\// },
  { name: /^(fastify|@fastify\/.*)$/, only: /^(api\/http|test)\// },
  { name: /^neo4j-driver/, only: /^(api\/store\/neo4j|test\/)/ },
];

/** The imports that break a floor (architecture: "Floors"), in words. */
export function floorBreaches(imports: readonly ImportLine[]): string[] {
  return imports.filter((line) => !isAllowed(line)).map(({ file, imported }) => `${file} must not import ${imported}`);
}

function isAllowed({ file, imported }: ImportLine): boolean {
  const floor = floors.find(({ room }) => room.test(file));
  if (floor === undefined) return false;
  const reservation = reserved.find(({ name }) => name.test(imported));
  if (reservation !== undefined && !reservation.only.test(file)) return false;
  return floor.room.test(imported) || floor.may.some((allowed) => allowed.test(imported));
}
