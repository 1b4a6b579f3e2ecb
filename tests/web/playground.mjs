import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ask, checked, fitsWidth, markup, preview, until, violations } from "./common.mjs";

export async function main_job(page, { shot }) {
  await ask(page, "a login form with email and password");
  assert.match(await markup(page), /^<form[^]*type="email"[^]*type="password"[^]*<\/form>$/);
  await preview(page).getByLabel("Password").waitFor();
  assert.match(await page.locator("#markup .tok-typeName").first().innerText(), /form/);
  assert.match(await checked(page), /found nothing/);
  assert.match(await page.locator("#status").innerText(), /^Done: \d+ tokens/);
  if (shot) await page.screenshot({ path: shot });
}

export async function variants(page) {
  const answers = ["<p>a</p>", "<p>b</p>", "<p>c</p>"];
  const done = { html: "<p>a</p>", answers, model: "m", tokens: 9, ms: 5 };
  let body;
  await page.route("**/generate_html", (route) => {
    body = route.request().postDataJSON();
    return route.fulfill({
      contentType: "text/event-stream",
      // In the line ends and with the comments that the format allows.
      body: `: hello\r\n\r\nevent: done\r\ndata: ${JSON.stringify(done)}\r\n\r\n`,
    });
  });
  await page.selectOption("#count", "3");
  await ask(page, "a letter");
  assert.equal(body.n, 3);
  await page.locator("#variants label").nth(2).click();
  assert.equal(await markup(page), "<p>c</p>");
  await preview(page).getByText("c").waitFor();
  await page.reload();
  assert.equal(await markup(page), "<p>c</p>");
}

export async function refine(page) {
  await ask(page, "a list");
  assert.equal(await markup(page), "<ul>\n  <li>One</li>\n</ul>");
  await until(page, "#send", /Change the markup/);
  // The script answers this only with the markup so far beside it.
  await ask(page, "add another");
  const changed = "<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>";
  assert.equal(await markup(page), changed);
  await preview(page).getByText("Two").waitFor();
  assert.equal(await page.inputValue("#prompt"), "");
  const first = "<ul>\n  <li>One</li>\n</ul>";
  const steps = [
    ["undo", first],
    ["redo", changed],
    ["anew", ""],
    ["undo", changed],
    ["undo", first],
    ["undo", ""],
    ["redo", first],
    ["redo", changed],
  ];
  for (const [step, html] of steps) {
    await page.click(`#${step}`);
    assert.equal(await markup(page), html, step);
  }
  await page.click("#answers-list button >> nth=0");
  assert.equal(await markup(page), "<ul>\n  <li>One</li>\n</ul>");
  await page.fill("#prompt", "not sent yet");
  await page.reload();
  assert.equal(await page.inputValue("#prompt"), "not sent yet");
  assert.equal(await markup(page), "<ul>\n  <li>One</li>\n</ul>");
  assert.equal(await page.locator("#answers-list li").count(), 2);
}

export async function nothing_changed(page) {
  await ask(page, "a list");
  const html = await markup(page);
  await page.fill("#prompt", "leave it");
  await page.press("#prompt", "Enter");
  await until(page, "#status", /left the markup as it was/);
  assert.equal(await markup(page), html);
  assert.equal(await page.inputValue("#prompt"), "leave it");
  assert.equal(await page.locator("#answers-list li").count(), 1);
}

export async function context(page) {
  await page.selectOption("#style", "bootstrap");
  await page.selectOption("#language", "de");
  await ask(page, "styled");
  // The script answers so only where framework and language are said.
  assert.match(await markup(page), /class="btn btn-primary"/);
  const button = preview(page).getByRole("button", { name: "Los" });
  await button.waitFor();
  const colour = await button.evaluate((each) => getComputedStyle(each).backgroundColor);
  assert.equal(colour, "rgb(13, 110, 253)");
  assert.equal(await preview(page).locator("html").getAttribute("lang"), "de");
}

export async function streams_and_cancels(page) {
  await page.fill("#prompt", "endless");
  await page.press("#prompt", "Enter");
  await until(page, "#markup", /x/);
  await page.locator("iframe.preview:not(.coming)").first().waitFor();
  assert.match(await page.locator("#status").innerText(), /Writing/);
  await page.click("#cancel");
  await until(page, "#status", /Cancelled/);
  assert.equal(await markup(page), "");
  assert.equal(await page.inputValue("#prompt"), "endless");
  assert.equal(await page.locator("#cancel").isVisible(), false);
  await ask(page, "a list");
}

export async function takes_it_along(page) {
  await ask(page, "a list");
  const html = await markup(page);
  await page.click("#copy");
  await until(page, "#status", /Copied/);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), html);
  const coming = page.waitForEvent("download");
  await page.click("#download");
  const download = await coming;
  assert.equal(download.suggestedFilename(), "markup.html");
  assert.equal(readFileSync(await download.path(), "utf-8"), html);
}

export async function one_variant_only(page) {
  await page.selectOption("#count", "3");
  await ask(page, "a list");
  assert.match(await page.locator("#status").innerText(), /no other variants/);
  assert.equal(await page.locator("#variants").isVisible(), false);
}

export async function finds_faults(page) {
  await ask(page, "bad");
  assert.match(await checked(page), /found 2 problems/);
  const said = await page.locator("#findings").innerText();
  assert.match(said, /critical Images must have alternative text\.\s+<img src="a.png">/);
  assert.match(said, /Form elements must have labels/);
}

export async function tells_problems(page) {
  await page.click("#send");
  assert.match(await until(page, "#problem", /./), /^The prompt is empty/);
  await page.fill("#prompt", "x".repeat(20001));
  await page.press("#prompt", "Enter");
  assert.match(await until(page, "#problem", /20001/), /shorten it/);
  assert.equal((await page.inputValue("#prompt")).length, 20001);
  await page.fill("#prompt", "words only");
  await page.press("#prompt", "Enter");
  await page.waitForFunction(() => !/20001|^$/.test(document.querySelector("#problem").textContent));
  assert.match(await page.locator("#problem").innerText(), /\.$/);
  assert.equal(await page.inputValue("#prompt"), "words only");
}

export async function too_many(page) {
  // The page's own requests, as two other tabs would make them.
  await page.evaluate(() => {
    const body = JSON.stringify({ prompt: "endless" });
    const headers = { "Content-Type": "application/json" };
    for (let each = 0; each < 2; each++) {
      void fetch("generate_html", { method: "POST", body, headers });
    }
  });
  await page.waitForFunction(async () => {
    const body = JSON.stringify({ prompt: "a list" });
    const headers = { "Content-Type": "application/json" };
    const response = await fetch("generate_html", { method: "POST", body, headers });
    await response.text();
    return response.status === 429;
  });
  await page.fill("#prompt", "a list");
  await page.press("#prompt", "Enter");
  assert.match(await until(page, "#problem", /wait already/), /Try again in \d+ s/);
  assert.equal(await page.inputValue("#prompt"), "a list");
}

export async function asks_for_token(page, { token }) {
  await page.fill("#prompt", "a list");
  await page.press("#prompt", "Enter");
  await page.locator("#token-value").waitFor();
  await page.fill("#token-value", token);
  await page.press("#token-value", "Enter");
  await page.locator("#answers-list li").waitFor();
  await page.click("#tab-page");
  await until(page, "#link", /^Connected$/);
}

export async function server_leaves(page, { pid }) {
  await ask(page, "a list");
  await page.click("#tab-page");
  await until(page, "#link", /^Connected$/);
  process.kill(pid, "SIGTERM");
  process.kill(pid, "SIGTERM");
  await until(page, "#link", /^Not connected/);
  await page.click("#tab-playground");
  await page.fill("#prompt", "another");
  await page.press("#prompt", "Enter");
  await until(page, "#problem", /can't be reached/);
  assert.equal(await page.inputValue("#prompt"), "another");
  assert.match(await markup(page), /<li>One/);
}

export async function server_dies(page, { pid }) {
  await page.fill("#prompt", "endless");
  await page.press("#prompt", "Enter");
  await until(page, "#markup", /./);
  process.kill(pid, "SIGKILL");
  await until(page, "#problem", /connection ended before the answer did/);
  assert.equal(await page.inputValue("#prompt"), "endless");
  assert.equal(await page.evaluate(() => document.activeElement.id), "prompt");
  await until(page, "#model", /^No server$/);
}

export async function server_is_back(page) {
  await page.click("#tab-page");
  await until(page, "#link", /^Connected$/);
  await page.click("#tab-playground");
  await page.click("#anew");
  await page.press("#prompt", "Enter");
  await page.locator("#answers-list li").nth(1).waitFor();
}

export async function phone(page) {
  await fitsWidth(page);
  await ask(page, "a list");
  assert.equal(await page.locator("#width input:checked").getAttribute("value"), "375");
  await preview(page).getByText("One").waitFor();
  assert.equal(await preview(page).locator("html").evaluate(() => window.innerWidth), 375);
  await fitsWidth(page);
  await page.getByLabel("Desktop").check();
  await page.waitForFunction(
    () => document.querySelector("iframe.preview").clientWidth === 1280,
  );
  await page.reload();
  assert.equal(await page.locator("#width input:checked").getAttribute("value"), "1280");
  await fitsWidth(page);
  await page.click("#tab-page");
  await fitsWidth(page);
}

export async function is_accessible(page, { axe }) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await violations(page, axe);
    await ask(page, "bad");
    await checked(page);
    await page.click("#send");
    await violations(page, axe);
    await page.click("#tab-page");
    await until(page, "#link", /^Connected$/);
    await page.locator(".cm-line", { hasText: "nav with" }).click();
    await page.locator("#page-actions button").first().waitFor();
    await violations(page, axe);
    await page.click("#tab-playground");
    await page.click("#anew");
  }
  // With the keyboard alone.
  await page.focus("#tab-playground");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.id), "tab-page");
  assert.ok(await page.locator("#page").isVisible());
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => !document.activeElement.closest(".cm-editor")));
}
