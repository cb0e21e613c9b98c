import { describe, expect, it } from "vitest";
import { fileSetFromBytes, readDataset } from "../../../datasets/formats/index.ts";
import { soundFolder, zipOf } from "../../support/rows-as-files.ts";

const sound = Object.entries(soundFolder);

async function errorsOf(bytes: Uint8Array): Promise<string[]> {
  const { issues } = await readDataset(fileSetFromBytes("up.zip", bytes));
  return issues.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

describe("a zip", () => {
  it("of a folder's files, or of the folder, is the dataset", async () => {
    const plain = await readDataset(fileSetFromBytes("up.zip", await zipOf(sound)));
    const inFolder = sound.map(([path, text]) => [`my data/${path}`, text] as const);
    const left = [
      ["__MACOSX/my data/._assets.csv", "\0"],
      ["my data/.DS_Store", "\0"],
    ] as const;
    const packed = await readDataset(fileSetFromBytes("up.zip", await zipOf([...inFolder, ...left])));
    expect(plain.dataset?.assets).toHaveLength(2);
    expect(packed.dataset).toEqual(plain.dataset);
    expect(packed.issues).toEqual([]);
  });

  it.each(["../assets.csv", "a/../../b.csv", "/etc/passwd", "C:/x.csv", "a\\b.csv", "./x.csv", "a//b.csv"])(
    "with the path %s is refused",
    async (path) => {
      const bytes = await zipOf([...sound, ["EVIL".padEnd(path.length, "_"), "x"]]);
      expect(await errorsOf(renamed(bytes, "EVIL".padEnd(path.length, "_"), path))).toEqual(["ZIP_PATH"]);
    },
  );

  it("with a symbolic link is refused", async () => {
    const link = await zipOf([["link.csv", "/etc/passwd"]], { unixMode: 0o120777, versionMadeBy: 0x031e });
    expect(await errorsOf(link)).toEqual(["ZIP_SYMLINK"]);
  });

  it("that is encrypted is refused", async () => {
    expect(await errorsOf(await zipOf(sound, { password: "secret" }))).toEqual(["ZIP_ENCRYPTED"]);
  });

  it("within a zip is refused", async () => {
    expect(await errorsOf(await zipOf([...sound, ["more.zip", await zipOf(sound)]]))).toEqual(["ZIP_NESTED"]);
  });

  it("with one path twice is refused", async () => {
    const bytes = await zipOf([...sound, ["assets.cs_", "x"]]);
    expect(await errorsOf(renamed(bytes, "assets.cs_", "assets.csv"))).toEqual(["ZIP_PATH_REPEATED"]);
  });

  it("that is cut short or damaged is refused", async () => {
    const bytes = await zipOf(sound);
    expect(await errorsOf(bytes.subarray(0, bytes.length - 30))).toEqual(["ZIP_MALFORMED"]);
    const damaged = Uint8Array.from(bytes);
    // Within the compressed bytes of the first file: found by the checksum, if not before.
    for (let at = 60; at < 90; at += 1) damaged[at] = (damaged[at] ?? 0) ^ 0xff;
    expect(await errorsOf(damaged)).toContain("ZIP_MALFORMED");
  });
});

/** The zip with one path written over, wherever it stands; both must be of one length. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  expect(text).toContain(from);
  return Uint8Array.from(Buffer.from(text.replaceAll(from, to), "latin1"));
}
