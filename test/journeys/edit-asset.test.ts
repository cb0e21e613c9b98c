import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserMissing } from "../support/browser.ts";
import { keepPicture, searchFor } from "./open-page.ts";
import { seriousFindings } from "./serious-findings.ts";
import { useService } from "./use-service.ts";

const facts = (page: Page) => page.getByTestId("inspector").locator(".facts");

/** Opens the form of golden's hospital by keys alone. */
async function editHospital(page: Page) {
  await searchFor(page, "H1");
  await page.getByRole("button", { name: "Edit", exact: true }).focus();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: "Edit Arlenia general hospital" });
  await form.waitFor();
  return form;
}

describe.skipIf(browserMissing() !== null)("editing an asset on the screen", () => {
  const service = useService();
  const open = (options: { width?: number; dark?: boolean } = {}) => service.open({ link: "v=1&d=golden", ...options });

  it("changes the hospital's capacity, shows it, takes it back and does it again", async () => {
    const { page, outside, complaints } = await open();
    const form = await editHospital(page);
    await form.getByLabel("Capacity").fill("420");
    await form.getByLabel("Unit").fill("beds");
    await form.getByLabel("Why").fill("counted on a visit");
    await page.keyboard.press("Enter");
    const written = page.getByTestId("written");
    await written.getByText("Arlenia general hospital was changed. Revision 2.").waitFor();
    await facts(page).getByText("420 beds").waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Edit");

    const history = await page.request.get(`${service.address()}/api/datasets/golden/revisions`);
    const { revisions } = (await history.json()) as { revisions: { kind: string; why?: string }[] };
    expect(revisions.at(-1)).toMatchObject({ kind: "edit", why: "counted on a visit" });

    await written.getByRole("button", { name: "Undo" }).press("Enter");
    await written.getByText("Undone. Revision 3.").waitFor();
    await facts(page).getByText("420 beds").waitFor({ state: "detached" });
    await written.getByRole("button", { name: "Redo" }).press("Enter");
    await facts(page).getByText("420 beds").waitFor();
    expect([outside, complaints]).toEqual([[], []]);
    await page.close();
  });

  it("says at the field what is wrong with a value, and saves nothing", async () => {
    const { page } = await open();
    const form = await editHospital(page);
    await form.getByLabel("People served").fill("-5");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByRole("alert").getByText("Nothing was saved.").waitFor();
    const field = form.getByLabel("People served");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await form.locator("[data-column=people_served] .field-fault").textContent()).toContain("people_served");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).toBe("true");
    expect(await seriousFindings(page)).toEqual([]);
    await keepPicture(page, "edit-refused");
    await field.fill("");
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    await page.close();
  });

  it("tells what was written meanwhile, loads it and keeps what was typed", async () => {
    const { page } = await open();
    const form = await editHospital(page);
    const { revision } = (await (await page.request.get(`${service.address()}/api/datasets/golden`)).json()) as {
      revision: number;
    };
    const other = await page.request.post(`${service.address()}/api/datasets/golden/edits`, {
      headers: { "X-Knockon": "1", "If-Match": `"${revision}"` },
      data: { overlay: { id: "o", title: "Another hand", change: [{ id: "H1", operator: "City" }] } },
    });
    expect(other.status()).toBe(201);
    await form.getByLabel("Repair hours").fill("30");
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("Another hand").waitFor();
    await keepPicture(page, "edit-stale");
    await form.getByRole("button", { name: "keep what I typed" }).click();
    await form.getByRole("alert").waitFor({ state: "detached" });
    expect(await form.getByLabel("Operator").inputValue()).toBe("City");
    expect(await form.getByLabel("Repair hours").inputValue()).toBe("30");
    await form.getByRole("button", { name: "Save" }).click();
    await facts(page).getByText("30 h").waitFor();
    await page.close();
  });

  it.each([
    ["light", {}],
    ["dark", { dark: true }],
    ["narrow", { width: 560 }],
  ] as const)("is whole and free of serious findings: %s", async (name, options) => {
    const { page } = await open(options);
    const form = await editHospital(page);
    const stage = await page.getByTestId("stage").boundingBox();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await form.evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth)).toBe(true);
    await page.waitForTimeout(300);
    await keepPicture(page, `edit-${name}`);
    await form.getByLabel("Operator").fill(name);
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByTestId("written").waitFor();
    expect(await page.getByTestId("stage").boundingBox()).toEqual(stage);
    await page.waitForTimeout(300);
    await keepPicture(page, `edit-${name}-written`);
    expect(await seriousFindings(page)).toEqual([]);
    await page.close();
  });
});
