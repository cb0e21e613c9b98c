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

  it("keeps own columns, and lists what the checks say now and did not before", async () => {
    const { page } = await open();
    const form = await editHospital(page);
    await form.getByLabel("Name of a further one").fill("inspected on");
    await page.keyboard.press("Enter");
    await form.getByLabel("x_inspected_on").fill("2026-01-31");
    await form.getByLabel("Capacity").fill("420");
    await form.getByLabel("Unit").fill("");
    await form.getByLabel("x_inspected_on").scrollIntoViewIfNeeded();
    await keepPicture(page, "edit-own-columns");
    expect(await seriousFindings(page)).toEqual([]);
    await form.getByRole("button", { name: "Save" }).click();
    const written = page.getByTestId("written");
    await written.getByText("A capacity of 420 needs a unit to mean anything: fill the column unit.").waitFor();
    await facts(page).getByText("2026-01-31").waitFor();
    await page.waitForTimeout(300);
    await keepPicture(page, "edit-raised");
    await written.getByRole("button", { name: "Undo" }).click();
    await facts(page).getByText("2026-01-31").waitFor({ state: "detached" });
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

  it("adds an asset and what it depends on, and marks a run made before as old", async () => {
    const { page } = await open();
    await page.getByRole("button", { name: "GC-1" }).click();
    await page.getByTestId("run-summary").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("add an asset");
    await page.getByRole("option", { name: "Add an asset" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const form = page.getByRole("dialog", { name: "Add an asset" });
    await form.getByLabel("Id", { exact: true }).fill("H2");
    await form.getByRole("button", { name: "Add asset" }).click();
    await form.getByText("5 fields need another look").waitFor();
    for (const [label, text] of [
      ["Name", "Second hospital"],
      ["Kind", "hospital"],
      ["States", "XA"],
      ["Lon (degree)", "-36.9"],
      ["Lat (degree)", "40.5"],
      ["Source", "test"],
    ] as const) {
      await form.getByLabel(label, { exact: true }).fill(text);
    }
    await form.getByLabel("Sector").selectOption("health");
    await form.getByRole("button", { name: "Add asset" }).click();
    await page.getByTestId("inspected").getByText("Second hospital").waitFor();
    await page.getByTestId("run-summary").getByText("Run it again").waitFor();

    await page.getByRole("button", { name: "Add a dependency" }).click();
    const needs = page.getByRole("dialog", { name: "Add a dependency" });
    await needs.getByRole("combobox", { name: "Provider" }).fill("S1");
    await page.getByRole("option", { name: "Arlenia substation" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await needs.getByTestId("other-end").getByText("Arlenia substation").waitFor();
    await needs.getByLabel("Buffer hours").fill("-8");
    await needs.getByRole("button", { name: "Save" }).click();
    await needs.locator("[data-column=buffer_hours] .field-fault").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).toBe("true");
    await keepPicture(page, "edit-dependency");
    expect(await seriousFindings(page)).toEqual([]);
    await needs.getByLabel("Buffer hours").fill("8");
    await needs.getByRole("button", { name: "Save" }).click();
    await page.getByTestId("depends-on").getByText("buffer 8 h").waitFor();
    await page.getByRole("button", { name: "Edit the dependency on Arlenia substation" }).click();
    const changed = page.getByRole("dialog", { name: "Edit the dependency on Arlenia substation" });
    expect(await changed.getByLabel("Buffer hours").inputValue()).toBe("8");
    await changed.getByLabel("Buffer hours").fill("24");
    await changed.getByLabel("Lag hours").fill("2");
    await page.waitForTimeout(300);
    await keepPicture(page, "edit-dependency-there");
    expect(await seriousFindings(page)).toEqual([]);
    await changed.getByRole("button", { name: "Save" }).click();
    await page.getByTestId("depends-on").getByText("buffer 24 h").waitFor();
    await page.getByTestId("depends-on").getByText("lag 2 h").waitFor();
    await page.getByRole("button", { name: "Remove the dependency on Arlenia substation" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await page.getByTestId("depends-on").getByText("Nothing in this dataset.").waitFor();

    await page.getByRole("button", { name: "Add a connection" }).click();
    const between = page.getByRole("dialog", { name: "Add a connection" });
    await between.getByRole("combobox", { name: "Other end" }).fill("S1");
    await page.getByRole("option", { name: "Arlenia substation" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await between.getByLabel("Commodity").fill("electricity");
    await between.getByLabel("Capacity").fill("40");
    await between.getByLabel("Unit").fill("MW");
    await between.getByRole("button", { name: "Save" }).click();
    await page.getByTestId("connected").getByText("electricity, 40 MW").waitFor();

    await page.getByRole("button", { name: "Edit the connection with Arlenia substation" }).click();
    const line = page.getByRole("dialog", { name: "Edit the connection with Arlenia substation" });
    await line.getByLabel("Capacity").fill("60");
    await line.getByRole("button", { name: "Save" }).click();
    await page.getByTestId("connected").getByText("electricity, 60 MW").waitFor();

    await page.getByRole("button", { name: "Add a dependency" }).click();
    await needs.getByRole("button", { name: "the electricity network" }).click();
    await needs.getByLabel("Buffer hours").fill("6");
    await page.waitForTimeout(300);
    await keepPicture(page, "edit-dependency-network");
    await needs.getByRole("button", { name: "Save" }).click();
    await page.getByTestId("depends-on").getByText("buffer 6 h").waitFor();
    await page.getByRole("button", { name: "Remove the dependency on the electricity network" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await page.getByTestId("depends-on").getByText("Nothing in this dataset.").waitFor();
    await page.getByRole("button", { name: "Remove the connection with Arlenia substation" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
    await page.getByTestId("connected").getByText("Nothing in this dataset.").waitFor();
    await page.close();
  });

  it("says what goes with an asset before it is removed, and brings all of it back", async () => {
    const { page, complaints } = await open();
    await searchFor(page, "S1");
    await page.getByRole("button", { name: "Remove", exact: true }).press("Enter");
    const sure = page.getByRole("alertdialog", { name: "Remove Arlenia substation?" });
    await sure.getByText("With it go 5 dependencies. It can be undone.").waitFor();
    await page.waitForTimeout(300);
    await keepPicture(page, "edit-remove");
    await sure.getByRole("button", { name: "Remove" }).press("Enter");
    await page.getByTestId("written").getByText("Arlenia substation was removed.").waitFor();
    await page.getByTestId("inspector").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Undo");
    await page.keyboard.press("Enter");
    await page.getByTestId("written").getByText("Undone.").waitFor();
    await searchFor(page, "S1");
    await page.getByTestId("supports").getByText("Arlenia general hospital").waitFor();
    expect(complaints).toEqual([]);
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
