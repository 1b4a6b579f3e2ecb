// What the scenarios share.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

/** The frame that shows markup, once it has painted. */
export const preview = (page) => page.frameLocator("iframe.preview:not(.coming)");

export const markup = (page) => page.locator("#markup").innerText();

/** Send a prompt and wait for its answer. */
export async function ask(page, prompt) {
  const before = await page.locator("#answers-list li").count();
  await page.fill("#prompt", prompt);
  await page.press("#prompt", "Enter");
  await page.locator("#answers-list li").nth(before).waitFor();
}

export async function until(page, selector, pattern) {
  const element = page.locator(selector);
  await page.waitForFunction(
    ([each, source]) => new RegExp(source).test(document.querySelector(each).textContent),
    [selector, pattern.source],
  );
  return element.innerText();
}

export const checked = (page) => until(page, "#findings-count", /axe-core found/);

/** What axe-core says against the page itself. */
export async function violations(page, axe) {
  await page.evaluate(readFileSync(axe, "utf-8"));
  const found = await page.evaluate(async () => {
    const result = await window.axe.run(document, { iframes: false, preload: false });
    return result.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
  assert.deepEqual(found, []);
}

export async function fitsWidth(page) {
  const [inner, outer] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  assert.ok(inner <= outer, `the page is ${inner} px wide in a window of ${outer} px`);
}
