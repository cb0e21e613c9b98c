import { isDeepStrictEqual } from "node:util";

/** What a lane has, as the service shows it. */
export interface Served {
  /** 0 where there is no dataset. */
  readonly revision: number;
  readonly version: string;
  readonly capacity: number | null;
  readonly scenario: string | null;
}

const nothing: Served = { revision: 0, version: "", capacity: null, scenario: null };
const asset = "P1";
const json = { "content-type": "application/json", "x-knockon": "1" };

interface Write {
  readonly after: Served;
  readonly ask: (address: string) => Promise<Response>;
}

/**
 * One writer who uses the service over HTTP: imports, edits with If-Match and scenarios of one dataset, one after the other,
 * with an account of what was acknowledged kept outside.
 */
export class ServedLane {
  readonly id: string;
  #known = nothing;
  #open: Served | null = null;
  #next = 1;
  acknowledged = 0;
  /** What was refused, which nothing should be. */
  readonly refused: string[] = [];

  constructor(id: string) {
    this.id = id;
  }

  get hasOpenWrite(): boolean {
    return this.#open !== null;
  }

  /** Writes until the service no longer answers. */
  async writeOn(address: string, acknowledge: () => void): Promise<void> {
    for (;;) {
      const { after, ask } = this.#write(this.#next);
      this.#next += 1;
      this.#open = after;
      const answer = await ask(address).catch(() => null);
      const body = await answer?.text().catch(() => null);
      if (answer === null || typeof body !== "string") return;
      if (answer.status === 503) return;
      if (!answer.ok) this.refused.push(`${answer.status} ${body.slice(0, 300)}`);
      else this.#known = after;
      this.#open = null;
      if (!answer.ok) return;
      this.acknowledged += 1;
      acknowledge();
    }
  }

  /** Holds what the service shows against the account, and goes on from there. Null where all is as it should be. */
  async judge(address: string): Promise<string | null> {
    const shown = await this.#look(address);
    const [known, open] = [this.#known, this.#open];
    this.#known = shown;
    this.#open = null;
    if (isDeepStrictEqual(shown, known) || isDeepStrictEqual(shown, open)) return null;
    return `${this.id}: ${JSON.stringify(known)} was acknowledged, ${JSON.stringify(shown)} is there`;
  }

  #write(n: number): Write {
    const known = this.#known;
    if (known.revision === 0 || n % 5 === 0) {
      const after = { ...known, revision: known.revision + 1, version: String(n), capacity: n };
      return { after, ask: (address) => this.#post(address, "/datasets", this.#bundle(n)) };
    }
    if (n % 2 === 0) {
      const after = { ...known, scenario: String(n) };
      const scenario = { id: "s", title: String(n), horizonHours: 24, shocks: [{ select: { ids: [asset] } }] };
      const init = { method: "PUT", headers: json, body: JSON.stringify(scenario) };
      return { after, ask: (address) => fetch(`${address}/api/datasets/${this.id}/scenarios/s`, init) };
    }
    const overlay = { id: "o", title: `capacity ${n}`, change: [{ id: asset, capacity: n }] };
    return {
      after: { ...known, revision: known.revision + 1, capacity: n },
      ask: (address) =>
        this.#post(address, `/datasets/${this.id}/edits`, { overlay }, { "if-match": `"${known.revision}"` }),
    };
  }

  #post(address: string, path: string, body: object, headers = {}): Promise<Response> {
    const init = { method: "POST", headers: { ...json, ...headers }, body: JSON.stringify(body) };
    return fetch(`${address}/api${path}`, init);
  }

  #bundle(n: number): object {
    const source = { id: "made", title: "Made up", licence: "CC0-1.0", retrieved: "2025-01-01", credit: "nobody" };
    const plant = { sector: "energy", kind: "power plant", states: "XA", unit: "MW", source: "made" };
    return {
      dataset: {
        id: this.id,
        title: "Served",
        version: String(n),
        description: "",
        licence: "CC0-1.0",
        sources: [source],
        states: [{ code: "XA", name: "Arlenia" }],
      },
      assets: [
        { id: asset, name: "Plant", ...plant, capacity: n },
        ...Array.from({ length: 500 }, (_, at) => ({ id: `A${at}`, name: `Asset ${at}`, ...plant, capacity: n + at })),
      ],
      dependencies: [],
    };
  }

  async #look(address: string): Promise<Served> {
    const summary = await this.#get<{ revision: number; version: string }>(address, "");
    if (summary === null) return nothing;
    const found = await this.#get<{ capacity: number | null }>(address, `/assets/${asset}`);
    const scenario = await this.#get<{ title: string }>(address, "/scenarios/s");
    return {
      revision: summary.revision,
      version: summary.version,
      capacity: found?.capacity ?? null,
      scenario: scenario?.title ?? null,
    };
  }

  async #get<T>(address: string, path: string): Promise<T | null> {
    const answer = await fetch(`${address}/api/datasets/${this.id}${path}`);
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}
