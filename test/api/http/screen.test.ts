import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testService } from "./test-service.ts";

const page = { accept: "text/html,application/xhtml+xml" };

describe("the screen", () => {
  it("is served from its folder, with index.html for places within it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "knockon-"));
    const screenFolder = join(folder, "ui");
    mkdirSync(join(screenFolder, "assets"), { recursive: true });
    writeFileSync(join(folder, "secret.txt"), "secret");
    writeFileSync(join(screenFolder, "index.html"), "<!doctype html><title>Knockon</title>");
    writeFileSync(join(screenFolder, "assets", "app.js"), "export {};");
    const { app } = await testService({}, { screenFolder });
    for (const url of ["/", "/index.html", "/explore?dataset=golden"]) {
      const answer = await app.inject({ url, headers: page });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers["content-type"]).toContain("text/html");
      expect(answer.headers["content-security-policy"]).toContain("script-src 'self'");
      expect(answer.body).toContain("Knockon");
    }
    const script = await app.inject({ url: "/assets/app.js" });
    expect(script.headers["content-type"]).toContain("javascript");
    expect((await app.inject({ url: "/assets/other.js" })).json()).toMatchObject({ code: "ROUTE_NOT_FOUND" });
    expect((await app.inject({ url: "/api/other", headers: page })).json()).toMatchObject({ code: "ROUTE_NOT_FOUND" });
    for (const url of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/..%5c..%5csecret.txt"]) {
      expect((await app.inject({ url })).body).not.toContain("secret\n");
      expect((await app.inject({ url })).statusCode).not.toBe(200);
    }
    await app.close();
  });

  it("that was not built is said to be so", async () => {
    const { app } = await testService({}, { screenFolder: join(tmpdir(), "knockon-nowhere") });
    const answer = await app.inject({ url: "/", headers: page });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: "UI_NOT_BUILT" });
    await app.close();
  });
});
