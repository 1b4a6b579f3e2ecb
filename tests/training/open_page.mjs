// Opens a page in Chromium as a user would, offline, and prints as JSON what is seen of it.
// Usage: node open_page.mjs FOLDER_WITH_PLAYWRIGHT URL
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const [folder, url] = process.argv.slice(2);
const { chromium } = createRequire(join(folder, "package.json"))("playwright-core");

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const executablePath =
  process.env.TAGWRIGHT_CHROMIUM ||
  (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((place) => names.map((name) => join(place, name)))
    .find((path) => existsSync(path)) ||
  chromium.executablePath();

const browser = await chromium.launch({ executablePath });
const context = await browser.newContext({ offline: true });
const page = await context.newPage();
const complaints = [];
const requests = [];
page.on("console", (message) => complaints.push(message.text()));
page.on("pageerror", (error) => complaints.push(error.message));
page.on("request", (request) => {
  if (!/^(data|about):/.test(request.url())) requests.push(request.url());
});
await page.goto(url, { waitUntil: "load" });
const frames = [];
for (const frame of await page.locator("iframe").all()) {
  await frame.scrollIntoViewIfNeeded(); // they load lazily
  const body = frame.contentFrame().locator("main");
  await body.waitFor({ state: "attached", timeout: 60000 });
  frames.push(await body.innerText());
}
const images = await page.locator("img").evaluateAll((all) => all.map((one) => one.naturalWidth));
const title = await page.title();
console.log(JSON.stringify({ title, images, frames, requests, console: complaints }));
await browser.close();
