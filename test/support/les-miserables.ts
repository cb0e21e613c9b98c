/**
 * Who meets whom in "Les Misérables", each pair once, under the first of the two by name: 77 persons, 254 pairs. Facts read
 * off the novel by D. E. Knuth, "The Stanford GraphBase", 1993.
 */
const meetings = `
Anzelma: Eponine MmeThenardier Thenardier
Babet: Brujon Claquesous Eponine Gavroche Gueulemer Javert MmeThenardier Montparnasse Thenardier Valjean
Bahorel: Bossuet Combeferre Courfeyrac Enjolras Feuilly Gavroche Grantaire Joly Mabeuf Marius MmeHucheloup Prouvaire
Bamatabois: Brevet Champmathieu Chenildieu Cochepaille Fantine Javert Judge Valjean
BaronessT: Gillenormand Marius
Blacheville: Dahlia Fameuil Fantine Favourite Listolier Tholomyes Zephine
Bossuet: Combeferre Courfeyrac Enjolras Feuilly Gavroche Grantaire Joly Mabeuf Marius MmeHucheloup Prouvaire Valjean
Boulatruelle: Thenardier
Brevet: Champmathieu Chenildieu Cochepaille Judge Valjean
Brujon: Claquesous Eponine Gavroche Gueulemer Montparnasse Thenardier
Champmathieu: Chenildieu Cochepaille Judge Valjean
Champtercier: Myriel
Chenildieu: Cochepaille Judge Valjean
Child1: Child2 Gavroche
Child2: Gavroche
Claquesous: Enjolras Eponine Gueulemer Javert MmeThenardier Montparnasse Thenardier Valjean
Cochepaille: Judge Valjean
Combeferre: Courfeyrac Enjolras Feuilly Gavroche Grantaire Joly Mabeuf Marius Prouvaire
Cosette: Gillenormand Javert LtGillenormand Marius MlleGillenormand MmeThenardier Thenardier Tholomyes Toussaint Valjean Woman2
Count: Myriel
CountessDeLo: Myriel
Courfeyrac: Enjolras Eponine Feuilly Gavroche Grantaire Joly Mabeuf Marius MmeHucheloup Prouvaire
Cravatte: Myriel
Dahlia: Fameuil Fantine Favourite Listolier Tholomyes Zephine
Enjolras: Feuilly Gavroche Grantaire Javert Joly Mabeuf Marius MmeHucheloup Prouvaire Valjean
Eponine: Gueulemer Mabeuf Marius MmeThenardier Montparnasse Thenardier
Fameuil: Fantine Favourite Listolier Tholomyes Zephine
Fantine: Favourite Javert Listolier Marguerite MmeThenardier Perpetue Simplice Thenardier Tholomyes Valjean Zephine
Fauchelevent: Gribier Javert MotherInnocent Valjean
Favourite: Listolier Tholomyes Zephine
Feuilly: Gavroche Grantaire Joly Mabeuf Marius Prouvaire
Gavroche: Grantaire Gueulemer Javert Joly Mabeuf Marius MmeBurgon MmeHucheloup Montparnasse Prouvaire Thenardier Valjean
Geborand: Myriel
Gervais: Valjean
Gillenormand: LtGillenormand Magnon Marius MlleGillenormand Valjean
Grantaire: Joly MmeHucheloup Prouvaire
Gueulemer: Javert MmeThenardier Montparnasse Thenardier Valjean
Isabeau: Valjean
Javert: MmeThenardier Montparnasse Simplice Thenardier Toussaint Valjean Woman1 Woman2
Joly: Mabeuf Marius MmeHucheloup Prouvaire
Jondrette: MmeBurgon
Judge: Valjean
Labarre: Valjean
Listolier: Tholomyes Zephine
LtGillenormand: Marius MlleGillenormand
Mabeuf: Marius MotherPlutarch
Magnon: MmeThenardier
Marguerite: Valjean
Marius: MlleGillenormand Pontmercy Thenardier Tholomyes Valjean
MlleBaptistine: MmeMagloire Myriel Valjean
MlleGillenormand: MlleVaubois MmePontmercy Valjean
MmeDeR: Valjean
MmeMagloire: Myriel Valjean
MmePontmercy: Pontmercy
MmeThenardier: Thenardier Valjean
Montparnasse: Thenardier Valjean
MotherInnocent: Valjean
Myriel: Napoleon OldMan Valjean
Perpetue: Simplice
Pontmercy: Thenardier
Scaufflaire: Valjean
Simplice: Valjean
Thenardier: Valjean
Tholomyes: Zephine
Toussaint: Valjean
Valjean: Woman1 Woman2
`;

/** The pairs. */
export const lesMiserables: readonly (readonly [string, string])[] = meetings
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [first = "", others = ""] = line.split(": ");
    return others.split(" ").map((other) => [first, other] as const);
  });
