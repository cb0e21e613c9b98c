import { mkdtempSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataFolder, readSettings, SettingError } from "../../api/settings.ts";

const codeOf = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof SettingError) return error.code;
    throw error;
  }
  return "none";
};

describe("settings", () => {
  it("stay on this machine and in the user's folder unless told otherwise", () => {
    const settings = readSettings({}, { XDG_DATA_HOME: "/data" });
    expect(settings.host).toBe("127.0.0.1");
    expect(settings.port).toBe(4242);
    expect(settings.threads).toBeGreaterThanOrEqual(1);
    expect(settings).not.toHaveProperty("neo4jPassword");
    if (process.platform === "linux") expect(settings.store).toBe("sqlite:/data/knockon/knockon.db");
  });

  it("takes the command line before the environment", () => {
    const environment = { KNOCKON_STORE: "memory:", KNOCKON_PORT: "1000", KNOCKON_THREADS: "3" };
    expect(readSettings({}, environment)).toMatchObject({ store: "memory:", port: 1000, threads: 3 });
    const options = { store: "sqlite:here.db", port: "0", host: "::1" };
    expect(readSettings(options, environment)).toMatchObject({ store: "sqlite:here.db", port: 0, host: "::1" });
  });

  it.each(["0.0.0.0", "::", "192.168.1.5", "example.org", ""])('refuses to listen on "%s"', (host) => {
    expect(codeOf(() => readSettings({ host }, {}))).toBe("SERVE_HOST_NOT_LOOPBACK");
  });

  it.each(["-1", "65536", "http", "1e3", "80 "])('refuses the port "%s"', (port) => {
    expect(codeOf(() => readSettings({ port }, {}))).toBe("SETTING_BAD_PORT");
  });

  it.each(["0", "65", "two", "1.5"])('refuses "%s" threads', (threads) => {
    expect(codeOf(() => readSettings({}, { KNOCKON_THREADS: threads }))).toBe("SETTING_BAD_THREADS");
  });

  it("takes the memory of a job from the environment, and none unless it is said", () => {
    expect(readSettings({}, { KNOCKON_JOB_MEMORY_MB: "512" }).jobMemoryMebibytes).toBe(512);
    expect(readSettings({}, {})).not.toHaveProperty("jobMemoryMebibytes");
  });

  it.each(["63", "1048577", "1e3", "much", "-512"])('refuses "%s" mebibytes for a job', (mebibytes) => {
    expect(codeOf(() => readSettings({}, { KNOCKON_JOB_MEMORY_MB: mebibytes }))).toBe("SETTING_BAD_JOB_MEMORY");
  });

  it("takes the most rows of a table from the environment, and none unless it is said", () => {
    expect(readSettings({}, { KNOCKON_MOST_ROWS: "20000000" }).mostRows).toBe(20_000_000);
    expect(readSettings({}, {})).not.toHaveProperty("mostRows");
  });

  it.each(["999", "50000001", "1e6", "all"])('refuses "%s" rows', (rows) => {
    expect(codeOf(() => readSettings({}, { KNOCKON_MOST_ROWS: rows }))).toBe("SETTING_BAD_MOST_ROWS");
  });

  it("reads the password from a file or the environment, never both", () => {
    const file = join(mkdtempSync(join(tmpdir(), "knockon-")), "password");
    writeFileSync(file, "secret word\nrest\n");
    expect(readSettings({}, { KNOCKON_NEO4J_PASSWORD_FILE: file }).neo4jPassword).toBe("secret word");
    expect(readSettings({}, { KNOCKON_NEO4J_PASSWORD: "other" }).neo4jPassword).toBe("other");
    const both = { KNOCKON_NEO4J_PASSWORD_FILE: file, KNOCKON_NEO4J_PASSWORD: "other" };
    expect(codeOf(() => readSettings({}, both))).toBe("SETTING_TWO_PASSWORDS");
    writeFileSync(file, "");
    expect(codeOf(() => readSettings({}, { KNOCKON_NEO4J_PASSWORD_FILE: file }))).toBe("SETTING_PASSWORD_FILE");
    expect(codeOf(() => readSettings({}, { KNOCKON_NEO4J_PASSWORD_FILE: "/nowhere" }))).toBe("SETTING_PASSWORD_FILE");
  });

  it("knows where each system keeps a user's data", () => {
    expect(dataFolder({}, "linux")).toBe(join(homedir(), ".local", "share"));
    expect(dataFolder({ XDG_DATA_HOME: "relative" }, "linux")).toBe(join(homedir(), ".local", "share"));
    expect(dataFolder({}, "darwin")).toBe(join(homedir(), "Library", "Application Support"));
    expect(dataFolder({ LOCALAPPDATA: "C:\\Data" }, "win32")).toBe("C:\\Data");
  });
});
