// Judges pages with axe-core in a headless Chromium.
//
// Each line of stdin is {"html": a whole page, "off": [rules not to run]}; each line of stdout is
// [{"id", "impact", "nodes"}, ...], its violations, or {"error"}. One page is used for all: a
// document is parsed in it without its scripts and takes the place of the one before.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { serve } from "./browser.mjs";

async function prepare(page) {
  await page.setContent("<!DOCTYPE html><title>axe</title>");
  const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  await page.evaluate(readFileSync(source, "utf-8"));
}

function judge(page, request) {
  return page.evaluate(async ({ html, off }) => {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    for (const gone of parsed.querySelectorAll("script, base, meta[http-equiv=refresh i]")) {
      gone.remove();
    }
    document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
    const result = await window.axe.run(document, {
      resultTypes: ["violations"],
      rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
      iframes: false,
      preload: false,
    });
    return result.violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.length }));
  }, request);
}

await serve({}, prepare, judge);
