// Judges pages with axe-core in a headless Chromium.
//
// Each line of stdin is {"html": a whole page, "off": [rules not to run]}; each line of stdout is
// [{"id", "impact", "nodes"}, ...], its violations, or {"error"}. The first line of stdout is
// {"ready": true} or {"error"}. One page is used for all: a document is parsed in it without its
// scripts, takes the place of the one before, and nothing is fetched.
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const say = (value) => process.stdout.write(JSON.stringify(value) + "\n");

const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND",
];

async function open(path) {
  const { chromium } = await import("playwright-core");
  const executablePath = path || chromium.executablePath();
  if (!executablePath || !existsSync(executablePath)) throw new Error("no Chromium");
  return chromium.launch({ executablePath, args: FLAGS });
}

async function blank(browser) {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  await page.route("**/*", (route) => route.abort());
  await page.setContent("<!DOCTYPE html><title>axe</title>");
  const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
  await page.evaluate(readFileSync(source, "utf-8"));
  return page;
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

let browser;
try {
  browser = await open(process.argv[2]);
} catch (error) {
  say({ error: String(error.message).split("\n")[0] });
  process.exit(1);
}
let page = await blank(browser);
say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  try {
    say(await judge(page, JSON.parse(line)));
  } catch (error) {
    say({ error: String(error.message).split("\n")[0] });
    await page.context().close();
    page = await blank(browser);
  }
}
await browser.close();
