/** A word of a vocabulary: a sector, a kind of asset or a commodity. */
export interface Term {
  readonly id: string;
  readonly title: string;
  /** For a kind: the sector it usually belongs to. */
  readonly sector?: string;
  /** For a commodity: the unit its amounts are stated in. */
  readonly unit?: string;
}

/** Words a dataset may use. A dataset adds its own in `dataset.json`; no code changes for that. */
export interface Vocabulary {
  readonly sectors: readonly Term[];
  readonly kinds: readonly Term[];
  readonly commodities: readonly Term[];
}

const kind = (sector: string, ...titles: readonly string[]): Term[] =>
  titles.map((title) => ({ id: title, title: title.charAt(0).toUpperCase() + title.slice(1), sector }));

/** The words every dataset has without adding any. The first six sectors are those of the mission. */
export const coreVocabulary: Vocabulary = {
  sectors: [
    { id: "energy", title: "Energy" },
    { id: "transport", title: "Transport" },
    { id: "finance", title: "Finance" },
    { id: "water", title: "Water" },
    { id: "food", title: "Food" },
    { id: "health", title: "Health" },
    { id: "digital", title: "Digital" },
    { id: "government", title: "Government" },
    { id: "emergency", title: "Emergency" },
    { id: "supply", title: "Supply" },
    { id: "population", title: "Population" },
  ],
  kinds: [
    ...kind("energy", "power plant", "hydro power plant", "nuclear power plant", "substation", "converter station"),
    ...kind("energy", "junction", "interconnector", "gas node", "gas border point", "gas storage", "LNG terminal"),
    ...kind("energy", "compressor station", "gas producer", "oil terminal", "oil pipeline", "refinery", "power supply"),
    ...kind("transport", "airport", "port", "railway station", "rail freight line", "railway line", "road link"),
    ...kind("transport", "bridge", "tunnel", "strait", "canal", "chokepoint", "sea lane", "logistics hub"),
    ...kind("finance", "payment switch", "payment system", "settlement system", "clearing house", "stock exchange"),
    ...kind("finance", "central bank", "bank", "card network"),
    ...kind("water", "pumping station", "reservoir", "water works", "desalination plant", "river system"),
    ...kind("water", "waste water works", "dam"),
    ...kind("food", "distribution centre", "grain terminal", "fertiliser plant", "ammonia plant", "food hub"),
    ...kind("food", "wholesale market", "cold store"),
    ...kind("health", "hospital", "blood bank", "medicine plant", "laboratory"),
    ...kind("digital", "telecom exchange", "data centre", "internet exchange", "cable landing", "mobile core"),
    ...kind("government", "ministry", "administration centre"),
    ...kind("emergency", "control centre", "fire station"),
    ...kind("supply", "factory", "warehouse"),
    ...kind("population", "city", "region"),
  ],
  commodities: [
    { id: "electricity", title: "Electricity", unit: "MW" },
    { id: "gas", title: "Natural gas", unit: "GWh/d" },
    { id: "oil", title: "Oil", unit: "t/d" },
    { id: "fuel", title: "Motor fuel", unit: "t/d" },
    { id: "heat", title: "District heat", unit: "MW" },
    { id: "hydrogen", title: "Hydrogen", unit: "MW" },
    { id: "water", title: "Water", unit: "m3/d" },
    { id: "data", title: "Data traffic", unit: "Gbit/s" },
    { id: "air-traffic", title: "Air traffic", unit: "flights/d" },
    { id: "rail-freight", title: "Rail freight", unit: "t/d" },
    { id: "sea-freight", title: "Sea freight", unit: "t/d" },
    { id: "road-freight", title: "Road freight", unit: "t/d" },
    { id: "payments", title: "Payments", unit: "1/d" },
    { id: "grain", title: "Grain", unit: "t/d" },
    { id: "fertiliser", title: "Fertiliser", unit: "t/d" },
    { id: "ammonia", title: "Ammonia", unit: "t/d" },
    { id: "medicine", title: "Medicine", unit: "t/d" },
    { id: "telecom", title: "Telecommunication", unit: "Gbit/s" },
    { id: "health-care", title: "Health care", unit: "beds" },
    { id: "food", title: "Food", unit: "t/d" },
  ],
};

/** The core words and a dataset's own; an own word with the id of a core word replaces it. Linear. */
export function joinVocabulary(own: Partial<Vocabulary>): Vocabulary {
  const join = (core: readonly Term[], added: readonly Term[] = []): readonly Term[] => [
    ...core.filter((term) => !added.some((other) => other.id === term.id)),
    ...added,
  ];
  return {
    sectors: join(coreVocabulary.sectors, own.sectors),
    kinds: join(coreVocabulary.kinds, own.kinds),
    commodities: join(coreVocabulary.commodities, own.commodities),
  };
}
