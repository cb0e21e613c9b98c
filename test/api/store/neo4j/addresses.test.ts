import { spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../../../api/store/open-store.ts";
import { StoreError } from "../../../../api/store/store-error.ts";
import { sampleDataset } from "../../../contract/sample-dataset.ts";
import { neo4jSkipReason, neo4jStoreArguments, withOwnNeo4jServer } from "../../../support/neo4j.ts";

const by = { by: "ada", at: "2025-03-01T10:00:00.000Z" };

function opensslSkipReason(): string | null {
  if (spawnSync("openssl", ["version"]).status === 0) return null;
  const reason = "openssl was not found: install it (Debian: openssl)";
  if (process.env["KNOCKON_REQUIRE_ALL"] === "1") throw new Error(reason);
  console.warn(`SKIPPED, no certificate: ${reason}`);
  return reason;
}

const skipped = (await neo4jSkipReason()) !== null || opensslSkipReason() !== null;

describe.skipIf(skipped)("a server with a certificate it signed itself", () => {
  let certificateFolder: string;
  let certificate: string;

  beforeAll(async () => {
    certificateFolder = await mkdtemp(join(tmpdir(), "knockon-certificate-"));
    certificate = join(certificateFolder, "public.crt");
    const key = join(certificateFolder, "private.key");
    const what = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=knockon-test"];
    const where = ["-addext", "subjectAltName=IP:127.0.0.1", "-out", certificate, "-keyout", key];
    const made = spawnSync("openssl", ["req", ...what, ...where], { encoding: "utf8" });
    expect(made.status, made.stderr).toBe(0);
  });
  afterAll(() => rm(certificateFolder, { recursive: true }));

  it("is reached by each kind of address, routed or not, encrypted or not, and refused where it should be verified", async () => {
    await withOwnNeo4jServer(
      async (start) => {
        const [url, secrets] = neo4jStoreArguments(await start());
        const at = (scheme: string): string => url.replace(/^neo4j:/u, `${scheme}:`);

        for (const scheme of ["bolt", "neo4j", "bolt+ssc", "neo4j+ssc"]) {
          const store = await openStore(at(scheme), secrets);
          expect(store.address).toBe(at(scheme));
          const id = `over-${scheme.replace("+", "-")}`;
          await store.importDataset(sampleDataset(id), by);
          expect(await store.readDataset(id), scheme).toEqual(sampleDataset(id));
          await store.close();
        }

        for (const scheme of ["bolt+s", "neo4j+s"]) {
          const error: unknown = await openStore(at(scheme), secrets).catch((thrown: unknown) => thrown);
          expect(error, scheme).toBeInstanceOf(StoreError);
          expect(error).toMatchObject({
            code: "STORE_CERTIFICATE",
            message: expect.stringMatching(/NODE_EXTRA_CA_CERTS.*\+ssc/u),
          });
          expect(String(error)).not.toContain(secrets.password);
        }
        expect(openWithTrust(at("bolt+s"), secrets.password)).toBe("opened");
        expect(openWithTrust(at("neo4j+s"), secrets.password)).toBe("opened");
      },
      { certificateFolder },
    );
  }, 600_000);

  /** What the message advises: a process that is told to trust the certificate opens what verifies it. */
  function openWithTrust(url: string, password: string): string {
    const door = new URL("../../../../api/store/open-store.ts", import.meta.url).href;
    const script = `import { openStore } from ${JSON.stringify(door)};
      const store = await openStore(${JSON.stringify(url)}, { password: process.env.PASSWORD });
      await store.close();
      console.log("opened");`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      encoding: "utf8",
      env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate, PASSWORD: password },
    });
    return stdout.trim() || stderr;
  }
});

describe.skipIf(skipped)("a server without a certificate", () => {
  it("says that it does not encrypt", async () => {
    await withOwnNeo4jServer(async (start) => {
      const [url, secrets] = neo4jStoreArguments(await start());
      for (const scheme of ["bolt+s", "neo4j+ssc"]) {
        const opening = openStore(url.replace(/^neo4j:/u, `${scheme}:`), secrets);
        await expect(opening, scheme).rejects.toMatchObject({
          code: "STORE_NOT_ENCRYPTED",
          message: expect.stringContaining("without +s or +ssc"),
        });
      }
    });
  }, 600_000);
});
