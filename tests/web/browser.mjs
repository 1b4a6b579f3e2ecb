// Drives the playground in a real Chromium, for pytest.
//
// Arguments: the folder of playwright-core, the browser. Each line of stdin is {"scenario", "url",
// "args", "width", "keep"}; each line of stdout is {"ok": true, "seen": [addresses]} or {"error"}.
// Each scenario gets a page of its own, or with "keep" the page of the one before. No page may ask
// another host for anything, nor throw.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import * as editor from "./editor.mjs";
import * as playground from "./playground.mjs";

const [packages, executablePath] = process.argv.slice(2);
const { chromium } = createRequire(packages)("playwright-core");
const scenarios = { ...playground, ...editor };

const browser = await chromium.launch({
  executablePath,
  args: [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ],
});
let page;
let asked;

async function open({ url, width }) {
  await page?.context().close();
  const context = await browser.newContext({
    viewport: { width: width ?? 1280, height: 900 },
    acceptDownloads: true,
  });
  context.setDefaultTimeout(60_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: url });
  page = await context.newPage();
  asked = { strange: new Set(), errors: [] };
  const note = (address) => {
    const local = address.replace(/^ws/, "http").startsWith(`${url}/`);
    if (!local && !/^(?:about|data|blob):/.test(address)) asked.strange.add(address);
  };
  context.on("requestfinished", (request) => note(request.url()));
  context.on("requestfailed", (request) => {
    // What a policy has stopped was never sent.
    if (request.failure()?.errorText !== "csp") note(request.url());
  });
  page.on("websocket", (socket) => note(socket.url()));
  page.on("pageerror", (error) => asked.errors.push(String(error)));
  await page.goto(`${url}/`);
}

async function run(command) {
  if (!command.keep) await open(command);
  await scenarios[command.scenario](page, { ...command.args, url: command.url });
  assert.deepEqual([...asked.strange], [], "requests to other hosts");
  assert.deepEqual(asked.errors, [], "errors of the page");
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer = { ok: true };
  try {
    await run(JSON.parse(line));
  } catch (error) {
    const said = await page?.locator(".problem:visible").allTextContents().catch(() => []);
    answer = { error: `${error.stack}\nThe page says: ${said?.join(" ")}` };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
