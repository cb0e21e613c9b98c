import type { Page } from "playwright-core";

/** How many pixels of a picture have each colour (red, green, blue as one number 0xRRGGBB), counted by the browser itself. */
export async function pictureColours(page: Page, picture: Buffer): Promise<ReadonlyMap<number, number>> {
  const counts = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.drawImage(image, 0, 0);
    const { data: bytes } = context.getImageData(0, 0, image.width, image.height);
    const found = new Map<number, number>();
    for (let at = 0; at < bytes.length; at += 4) {
      const colour = (bytes[at] ?? 0) * 0x10000 + (bytes[at + 1] ?? 0) * 0x100 + (bytes[at + 2] ?? 0);
      found.set(colour, (found.get(colour) ?? 0) + 1);
    }
    return [...found];
  }, picture.toString("base64"));
  return new Map(counts);
}
