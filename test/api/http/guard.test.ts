import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestService, testService } from "./test-service.ts";

let service: TestService;
beforeAll(async () => {
  service = await testService();
});
afterAll(() => service.app.close());

const code = (answer: { body: string }): string => (JSON.parse(answer.body) as { code: string }).code;

describe("who is let in", () => {
  it.each(["localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:80", "[::1]", "[::1]:80"])(
    "takes the loopback host %s",
    async (host) => {
      expect((await service.request({ url: "/api/health", headers: { host } })).statusCode).toBe(200);
    },
  );

  it.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "localhost:81",
    "127.0.0.2",
    "0.0.0.0",
    "::1",
    "127.1",
    "2130706433",
    "localhost:80@evil.example",
  ])('refuses the host "%s"', async (host) => {
    const answer = await service.request({ url: "/api/health", headers: { host } });
    expect(answer.statusCode).toBe(403);
    expect(code(answer)).toBe("REQUEST_HOST_REFUSED");
  });

  it("takes its own origin", async () => {
    const headers = { host: "localhost:80", origin: "http://localhost:80" };
    expect((await service.request({ url: "/api/health", headers })).statusCode).toBe(200);
  });

  it.each(["http://evil.example", "null", "https://localhost", "http://localhost:8080", "http://127.0.0.1", "file://"])(
    "refuses the origin %s",
    async (origin) => {
      const answer = await service.request({ url: "/api/health", headers: { host: "localhost", origin } });
      expect(code(answer)).toBe("REQUEST_ORIGIN_REFUSED");
    },
  );

  it.each(["cross-site", "same-site", "anything"])("refuses what a browser calls %s", async (site) => {
    const answer = await service.request({ url: "/api/health", headers: { "sec-fetch-site": site } });
    expect(code(answer)).toBe("REQUEST_SITE_REFUSED");
  });

  it.each(["same-origin", "none"])("takes what a browser calls %s", async (site) => {
    const answer = await service.request({ url: "/api/health", headers: { "sec-fetch-site": site } });
    expect(answer.statusCode).toBe(200);
  });

  it.each([
    ["POST", "/api/datasets"],
    ["DELETE", "/api/datasets/golden"],
    ["PUT", "/api/datasets/golden/scenarios/one"],
    ["DELETE", "/api/datasets/golden/overlays/one"],
    ["POST", "/api/jobs"],
    ["DELETE", "/api/jobs/one"],
    ["DELETE", "/api/runs/one"],
  ] as const)("refuses %s %s without the write header", async (method, url) => {
    for (const value of ["", "0", "true"]) {
      const answer = await service.request({ method, url, headers: { "x-knockon": value } });
      expect(code(answer)).toBe("REQUEST_WRITE_HEADER_MISSING");
    }
    expect(await service.services.store.dataset("golden")).not.toBeNull();
  });

  it("grants nothing to other origins", async () => {
    const answer = await service.app.inject({
      method: "OPTIONS",
      url: "/api/datasets",
      headers: { "access-control-request-method": "POST" },
    });
    expect(answer.statusCode).toBe(404);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("guards pages and unknown addresses as well", async () => {
    for (const url of ["/", "/index.html", "/api/nothing", "/api/openapi.json"]) {
      expect(code(await service.app.inject({ url, headers: { host: "evil.example" } }))).toBe("REQUEST_HOST_REFUSED");
    }
  });
});

describe("what every answer says", () => {
  it("keeps data out of caches and pages out of frames", async () => {
    const { headers } = await service.request({ url: "/api/datasets" });
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toMatch(/https?:/u);
  });

  it("keeps problems out of caches too", async () => {
    expect((await service.request({ url: "/api/datasets/nothing" })).headers["cache-control"]).toBe("no-store");
    expect((await service.app.inject({ url: "/api/nothing" })).headers["cache-control"]).toBe("no-store");
  });
});
