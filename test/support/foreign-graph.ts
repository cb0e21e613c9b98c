/** What a user of Cypher would write: a small supply graph of two States in labels and units of its own. */
export function foreignCypher(suffix = ""): string {
  const { plant, station, hospital, country, feeds, line, lies } = foreignNames(suffix);
  return `
CREATE (at:${country} {iso2: 'AT', title: 'Austria'}), (de:${country} {iso2: 'DE', title: 'Germany'})
CREATE (p:${plant} {code: 1, title: 'Plant', kw: 250000, place: point({longitude: 14.3, latitude: 48.3}), built: date('1999-05-01')})
CREATE (s:${station} {code: 2, title: 'Border station', kw: 90000.0, place: point({longitude: 13.0, latitude: 48.3}), restart: 2})
CREATE (t:${station} {code: 3, title: 'Second station', restart: 1})
CREATE (h:${hospital} {code: 'H-1', title: 'Hospital of Simbach', beds: 120, tags: ['a', 'b'], note: "it's \\"here\\""})
CREATE (i:${hospital} {code: 'H-2', title: 'Hospital of Braunau', beds: 400})
CREATE (p)-[:${lies}]->(at), (s)-[:${lies} {part: 0.25}]->(de), (s)-[:${lies} {part: 0.75}]->(at),
       (t)-[:${lies}]->(de), (h)-[:${lies}]->(de), (i)<-[:${lies}]-(at)
CREATE (p)-[:${feeds} {buffer_minutes: 0}]->(s), (s)-[:${feeds} {buffer_minutes: 90}]->(t),
       (t)-[:${feeds} {buffer_minutes: 2880}]->(h), (s)-[:${feeds} {buffer_minutes: 1440}]->(i)
CREATE (s)-[:${line} {km: 12.5, rated: 90}]->(t)
CREATE (p)-[:OWNED_BY_${suffix} {since: datetime('2001-01-01T00:00:00Z')}]->(:Owner_${suffix} {name: 'Somebody'})`;
}

/** Labels and types of the graph; a suffix keeps them apart on a server that is shared. */
export function foreignNames(suffix = "") {
  const named = (name: string) => `${name}${suffix}`;
  return {
    plant: named("PowerPlant"),
    station: named("Substation"),
    hospital: named("Hospital"),
    country: named("Country"),
    feeds: named("FEEDS"),
    line: named("LINE"),
    lies: named("LIES_IN"),
  };
}

const description = {
  id: "border-grid",
  title: "Border grid",
  version: "1",
  description: "A small supply graph across a border, made up.",
  licence: "CC0-1.0",
  sources: [{ id: "made-up", title: "Made up", licence: "CC0-1.0", retrieved: "2026-01-01", credit: "nobody" }],
};

/** The mapping that adopts it, as the value of its file. */
export function foreignAdoption(suffix = "") {
  const { plant, station, hospital, feeds, line, lies } = foreignNames(suffix);
  const states = { type: lies, code: "iso2" };
  const common = { id: "code", name: "title" };
  return {
    adopt: 1,
    dataset: description,
    assets: [
      {
        label: plant,
        columns: { ...common, capacity: { column: "kw", factor: 0.001 }, lon: "place", lat: "place", x_built: "built" },
        constants: { sector: "energy", kind: "power plant", unit: "MW", source: "made-up" },
        states,
      },
      {
        label: station,
        columns: {
          ...common,
          capacity: { column: "kw", factor: 0.001 },
          lon: "place",
          lat: "place",
          restart_hours: "restart",
        },
        constants: { sector: "energy", kind: "substation", unit: "MW", source: "made-up" },
        states: { ...states, share: "part" },
      },
      {
        label: hospital,
        columns: { ...common, people_served: { column: "beds", factor: 100 }, x_tags: "tags" },
        constants: { sector: "health", kind: "hospital", source: "made-up" },
        states,
      },
    ],
    dependencies: [
      {
        type: feeds,
        dependent: "end",
        columns: { buffer_hours: { column: "buffer_minutes", factor: 1 / 60 } },
        constants: { kind: "physical", source: "made-up" },
      },
    ],
    connections: [
      {
        type: line,
        columns: { length_km: "km", capacity: "rated" },
        constants: { commodity: "heat", unit: "MW", source: "made-up" },
      },
    ],
  };
}

/** The same data as the files of a folder. */
export const foreignFolder: Readonly<Record<string, string>> = {
  "dataset.json": JSON.stringify(description),
  "assets.csv": `id,name,sector,kind,states,lon,lat,capacity,unit,people_served,restart_hours,source,x_built,x_tags
1,Plant,energy,power plant,AT,14.3,48.3,250,MW,,,made-up,1999-05-01,
2,Border station,energy,substation,AT:0.75|DE:0.25,13.0,48.3,90,MW,,2,made-up,,
3,Second station,energy,substation,DE,,,,MW,,1,made-up,,
H-1,Hospital of Simbach,health,hospital,DE,,,,,12000,,made-up,,a|b
H-2,Hospital of Braunau,health,hospital,AT,,,,,40000,,made-up,,
`,
  "dependencies.csv": `provider,dependent,kind,buffer_hours,source
1,2,physical,0,made-up
2,3,physical,1.5,made-up
3,H-1,physical,48,made-up
2,H-2,physical,24,made-up
`,
  "connections.csv": `a,b,commodity,capacity,unit,length_km,source
2,3,heat,90,MW,12.5,made-up
`,
};
