// What the scripts of this folder share: a headless Chromium that fetches nothing, and the loop
// that answers each line of stdin, a JSON object, with a line of stdout.
//
// The first line of stdout is {"ready": true} or {"error"}; so is the answer to a line that fails.
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";

const say = (value) => process.stdout.write(JSON.stringify(value) + "\n");
const reason = (error) => ({ error: String(error.message).split("\n")[0] });

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

/** Runs answer(page, request) for each line, on a page made by blank(context options' page). */
export async function serve(options, prepare, answer) {
  let browser;
  try {
    browser = await open(process.argv[2]);
  } catch (error) {
    say(reason(error));
    process.exit(1);
  }
  const blank = async () => {
    const context = await browser.newContext({ offline: true, ...options });
    const page = await context.newPage();
    await page.route("**/*", (route) => route.abort());
    await prepare(page);
    return page;
  };
  let page = await blank();
  say({ ready: true });
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      say(await answer(page, JSON.parse(line)));
    } catch (error) {
      say(reason(error));
      await page.context().close();
      page = await blank();
    }
  }
  await browser.close();
}
