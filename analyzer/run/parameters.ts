import { type Issue, nowhere } from "../model/issue.ts";
import { limits } from "../model/limits.ts";
import { type Consequence, consequences } from "../model/result.ts";
import { aftermathHours, type Scenario, scanLossHours } from "../model/scenario.ts";
import type { RankQuestion } from "../measures/rank.ts";
import { isScenario } from "./is-scenario.ts";

/** Reads the parameters of an analysis one by one and collects what is wrong with them. */
export class Parameters {
  readonly issues: Issue[] = [];
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(parameters: unknown, allowed: readonly string[]) {
    const isObject = parameters !== null && typeof parameters === "object" && !Array.isArray(parameters);
    this.values = isObject ? { ...parameters } : {};
    if (!isObject && parameters !== undefined) this.refuse("parameters", parameters, "parameters must be an object");
    for (const name of Object.keys(this.values)) {
      if (!allowed.includes(name))
        this.refuse(name, this.values[name], `no such parameter; there is ${allowed.join(", ")}`);
    }
  }

  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  /** A number of hours above 0, at most the longest horizon. */
  hours(name: string, fallback: number): number {
    const value = this.stated(name, fallback);
    if (typeof value === "number" && value > 0 && value <= limits.horizonHours) return value;
    this.refuse(name, value, `must be a number of hours above 0 and at most ${limits.horizonHours}`);
    return fallback;
  }

  limit(): number | undefined {
    const value = this.values["limit"];
    if (value === undefined || (typeof value === "number" && Number.isInteger(value) && value > 0)) return value;
    this.refuse("limit", value, "must be a whole number above 0");
    return undefined;
  }

  consequence(): Consequence {
    return this.oneOf("by", "outageHours", consequences);
  }

  /** A whole number from `least` to `most`. */
  integer(name: string, fallback: number, least: number, most: number): number {
    const value = this.stated(name, fallback);
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
    this.refuse(name, value, `must be a whole number from ${least} to ${most}`);
    return fallback;
  }

  /** A number from 0 to 1, both included. */
  share(name: string, fallback: number): number {
    const value = this.stated(name, fallback);
    if (typeof value === "number" && value >= 0 && value <= 1) return value;
    this.refuse(name, value, "must be a number from 0 to 1");
    return fallback;
  }

  /** One of the values. */
  oneOf<Value extends string>(name: string, fallback: Value, values: readonly Value[]): Value {
    const value = this.stated(name, fallback);
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) this.refuse(name, value, `must be one of ${values.join(", ")}`);
    return found ?? fallback;
  }

  /** A text that is not empty. */
  text(name: string): string {
    const value = this.values[name];
    if (typeof value === "string" && value !== "") return value;
    this.refuse(name, value, "must be a text");
    return "";
  }

  /** A number above 0. */
  amount(name: string): number {
    const value = this.values[name];
    if (typeof value === "number" && value > 0 && value < Number.POSITIVE_INFINITY) return value;
    this.refuse(name, value, "must be a number above 0");
    return 1;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.stated(name, fallback);
    if (typeof value === "boolean") return value;
    this.refuse(name, value, "must be true or false");
    return fallback;
  }

  /** Ids, none where left out. Whether the dataset has them is for the analysis to say. */
  ids(name: string): readonly string[] {
    const value = this.stated(name, []);
    if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
    this.refuse(name, value, "must be a list of ids");
    return [];
  }

  level(name: string): number | undefined {
    const value = this.values[name];
    if (value === undefined || (typeof value === "number" && value > 0 && value <= 1)) return value;
    this.refuse(name, value, "must be a number above 0 and at most 1");
    return undefined;
  }

  /** The scenario itself; its selections are resolved against the dataset later. */
  scenario(): Scenario | null {
    const value = this.values["scenario"];
    if (isScenario(value)) return value;
    this.refuse(
      "scenario",
      value,
      "must be a scenario with id, title, horizonHours and shocks, each with a select, and no field of another name",
    );
    return null;
  }

  /** Hours, horizon and consequence of a single-failure scan. */
  rankQuestion(): RankQuestion {
    const hours = this.hours("hours", scanLossHours);
    const limit = this.limit();
    return {
      by: this.consequence(),
      hours,
      horizonHours: this.hours("horizonHours", hours + aftermathHours),
      ...(limit === undefined ? {} : { limit }),
    };
  }

  /** What a parameter is stated to be, or what it is unless said: a null is said. */
  private stated(name: string, fallback: unknown): unknown {
    const value = this.values[name];
    return value === undefined ? fallback : value;
  }

  /** Notes what is wrong with a parameter. */
  refuse(column: string, value: unknown, text: string): void {
    const shown = shownValue(value);
    this.issues.push({
      ...nowhere,
      severity: "error",
      code: "ANALYSIS_PARAMETER",
      column,
      value: shown.slice(0, 200),
      text,
    });
  }
}

/** A value as its reader wrote it; JSON has no words for some numbers. */
function shownValue(value: unknown): string {
  if (value === undefined) return "nothing";
  return typeof value === "number" || typeof value === "bigint"
    ? String(value)
    : (JSON.stringify(value) ?? typeof value);
}
