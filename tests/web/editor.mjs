import assert from "node:assert/strict";
import { checked, markup, ask, preview, until } from "./common.mjs";

const text = (page) => page.evaluate(() => localStorage.getItem("tagwright.page"));

async function open(page) {
  await page.click("#tab-page");
  await until(page, "#link", /^Connected$/);
}

/** Make the editor hold this page. */
async function write(page, html) {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+a");
  // As pasted: typing would close tags and complete.
  await page.keyboard.insertText(html);
}

async function holds(page, html) {
  await page.waitForFunction(
    (wanted) => JSON.parse(localStorage.getItem("tagwright.page")) === wanted,
    html,
  );
}

const LIST = "<ul>\n  <li>One</li>\n</ul>";

export async function action(page) {
  await open(page);
  await write(page, "<main>\n  <!-- a list -->\n</main>");
  await page.locator(".cm-line", { hasText: "a list" }).click();
  await page.locator("#page-generate[aria-disabled=false]").click();
  const done = `<main>\n  <!-- a list -->\n  ${LIST.replaceAll("\n", "\n  ")}\n</main>`;
  await holds(page, done);
  await preview(page).getByText("One").waitFor();
  await page.click("#page-undo");
  await holds(page, "<main>\n  <!-- a list -->\n</main>");
  // The key does the same, and an action from the list replaces the comment.
  await page.keyboard.press("Control+Enter");
  await holds(page, done);
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: "Replace comment" }).click();
  await holds(page, `<main>\n  ${LIST.replaceAll("\n", "\n  ")}\n</main>`);
}

export async function types_meanwhile(page) {
  await open(page);
  // With the cursor elsewhere than below the comment, or its completion is generated already.
  await write(page, "<!-- slow -->\n<hr>\n");
  await page.locator(".cm-line", { hasText: "slow" }).click();
  await page.locator("#page-generate[aria-disabled=false]").click();
  await page.locator("#page-cancel").waitFor();
  await page.locator(".cm-line", { hasText: "<hr>" }).click();
  await page.keyboard.press("Home");
  await page.keyboard.insertText("<h1>Typed</h1>\n");
  await until(page, "#page-status", /^Done/);
  await holds(page, `<!-- slow -->\n${"<p>y</p>\n".repeat(30)}<h1>Typed</h1>\n<hr>\n`);
}

export async function cancels(page) {
  await open(page);
  await write(page, "<!-- endless -->\n");
  await page.locator(".cm-line", { hasText: "endless" }).click();
  await page.locator("#page-generate[aria-disabled=false]").click();
  await page.locator("#page-cancel").waitFor();
  await page.locator(".cm-content").press("Escape");
  await until(page, "#page-status", /Cancelled/);
  await holds(page, "<!-- endless -->\n");
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+Enter");
  assert.match(await until(page, "#page-problem", /./), /no prompt at the cursor/);
}

export async function completes(page) {
  await open(page);
  await write(page, "<p>x</p>\n");
  await page.keyboard.type("<!-- a list -->");
  await page.keyboard.press("Control+Space");
  await page.locator(".cm-tooltip-autocomplete li", { hasText: "a list" }).waitFor();
  await page.locator(".cm-completionInfo", { hasText: "<li>One</li>" }).waitFor();
  // The list takes no key in its first moments, lest one typed on chooses.
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await holds(page, `<p>x</p>\n<!-- a list -->\n${LIST}`);
}

const ghost = (page) => page.locator(".cm-ghost");
const isInEditor = (page) => page.evaluate(() => document.activeElement.closest(".cm-editor") !== null);

export async function takes_ghost_text(page) {
  await open(page);
  await write(page, "<main>\n  <p>x</p>\n  \n</main>");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("End");
  await page.keyboard.type("<!-- a list -->");
  await ghost(page).waitFor();
  const before = "<main>\n  <p>x</p>\n  <!-- a list -->\n</main>";
  await holds(page, before);
  const list = LIST.replaceAll("\n", "\n  ");
  assert.equal(await ghost(page).textContent(), `\n  ${list}`);
  assert.match(await until(page, "#page-status", /Tab/), /Suggested in grey/);
  await page.keyboard.press("Tab");
  await ghost(page).waitFor({ state: "detached" });
  await holds(page, before.replace("-->", `-->\n  ${list}`));
  assert.equal(await page.locator("#page-status").innerText(), "");
  assert.ok(await isInEditor(page));
  await page.keyboard.press("Control+z");
  await holds(page, before);
  // Below the comment as well, and with a click, for screens without a Tab key.
  await page.keyboard.press("Enter");
  await ghost(page).click();
  await holds(page, before.replace("-->", `-->\n  ${list}`));
}

export async function leaves_ghost_text(page) {
  await open(page);
  await write(page, "<p>x</p>\n");
  await page.keyboard.type("<!-- a list -->");
  await ghost(page).waitFor();
  await page.keyboard.press("Escape");
  await ghost(page).waitFor({ state: "detached" });
  // Now Tab goes on, as everywhere where nothing is suggested.
  await page.keyboard.press("Tab");
  assert.equal(await isInEditor(page), false);
  await holds(page, "<p>x</p>\n<!-- a list -->");
  for (const leave of [
    () => page.keyboard.type("z"),
    () => page.keyboard.press("ArrowLeft"),
    () => page.focus("#page-copy"),
  ]) {
    await write(page, "<p>x</p>\n");
    await page.keyboard.type("<!-- a list -->");
    await ghost(page).waitFor();
    await leave();
    await ghost(page).waitFor({ state: "detached" });
    assert.equal(await page.locator("#page-status").innerText(), "");
  }
  await holds(page, "<p>x</p>\n<!-- a list -->");
  // The list of completions, once it is open, is what Escape and the arrows are for.
  await write(page, "<p>x</p>\n");
  await page.keyboard.type("<!-- a list -->");
  await ghost(page).waitFor();
  await page.keyboard.press("Control+Space");
  await page.locator(".cm-tooltip-autocomplete li", { hasText: "a list" }).waitFor();
  assert.equal(await ghost(page).count(), 0);
}

export async function latest_ghost_text_wins(page) {
  const asked = [];
  const given = new Map();
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => asked.push(JSON.parse(payload)));
    socket.on("framereceived", ({ payload }) => {
      const { id, method, ...answer } = JSON.parse(payload);
      if (method === undefined) given.set(id, answer);
    });
  });
  const ghosts = () => asked.filter(({ method }) => method === "textDocument/inlineCompletion");
  await open(page);
  await write(page, "<p>x</p>\n");
  await page.keyboard.type("<!-- endless -->");
  await page.waitForFunction(() => /Writing/.test(document.querySelector("#model").textContent));
  const old = ghosts().at(-1).id;
  // Nothing is shown yet: Tab leaves, and what was asked is not wanted any more.
  await page.keyboard.press("Tab");
  assert.equal(await isInEditor(page), false);
  const isCancelled = ({ method, params }) => method === "$/cancelRequest" && params.id === old;
  while (!asked.some(isCancelled)) await page.waitForTimeout(50); // the editor notices in a moment
  await write(page, "<p>x</p>\n");
  await page.keyboard.type("<!-- a list -->");
  await ghost(page).waitFor();
  assert.equal(await ghost(page).textContent(), `\n${LIST}`);
  // One answer at most is of use: that of the last request.
  for (const { id } of ghosts().slice(0, -1)) assert.ok(!given.get(id)?.result?.items?.length);
}

export async function model_writes_ghost_text(page) {
  await open(page);
  await write(page, "<main>\n\n</main>");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("<!-- a login form with email and password -->");
  await ghost(page).filter({ hasText: "</form>" }).waitFor();
  await page.keyboard.press("Tab");
  await preview(page).getByLabel("Password").waitFor();
}

export async function fills_the_page(page) {
  await open(page);
  for (const words of ["nav with Home", "form with name"]) {
    await page.locator(".cm-line", { hasText: words }).click();
    await page.locator("#page-generate[aria-disabled=false]").click();
    await until(page, "#page-status", /^Done/);
  }
  await preview(page).getByRole("link", { name: "Teas" }).waitFor();
  await preview(page).getByLabel("Email").waitFor();
  assert.match(await text(page), /<nav[^]*<form/);
}

export async function opens_in_editor(page) {
  await ask(page, "a list");
  const html = await markup(page);
  await page.click("#to-page");
  await holds(page, html);
  await page.click("#page-undo");
  await page.waitForFunction(() => /tea room/.test(localStorage.getItem("tagwright.page")));
}

const HOSTILE = `<p id="here">Here</p>
<script>document.body.className = "ran"; top.ran = 1; parent.postMessage("ran", "*");</script>
<script src="http://elsewhere.example/x.js"></script>
<img src="data:," alt="" onerror="document.body.className = 'ran'; parent.postMessage('ran', '*')">
<svg onload="document.body.className = 'ran'"></svg>
<iframe srcdoc="<script>parent.document.body.className = 'ran'; top.postMessage('ran', '*')</script>"></iframe>
<link rel="preconnect" href="http://elsewhere.example">
<link rel="stylesheet" href="http://elsewhere.example/x.css">
<img src="http://elsewhere.example/x.png" alt="">
<style>body { background: url("http://elsewhere.example/y.png") }</style>
<meta http-equiv="refresh" content="0;url=http://elsewhere.example/">
<base href="http://elsewhere.example/">
<a href="http://elsewhere.example/" target="_self">Away</a>
<a href="javascript:document.body.className = 'ran'" target="_self">Run</a>
<form action="http://elsewhere.example/"><button>Send</button></form>
`;

export async function runs_no_scripts(page) {
  await page.evaluate(() => {
    window.heard = [];
    window.addEventListener("message", (event) => window.heard.push(event.data));
  });
  await open(page);
  await write(page, HOSTILE);
  await preview(page).locator("#here").waitFor();
  for (const name of ["Away", "Run"]) {
    await preview(page).getByRole("link", { name }).evaluate((each) => each.click());
  }
  await preview(page).getByRole("button", { name: "Send" }).evaluate((each) => each.click());
  await checked(page);
  await preview(page).locator("#here").waitFor();
  assert.equal(await preview(page).locator("body.ran").count(), 0);
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal((await page.evaluate(() => window.heard)).includes("ran"), false);
  const sandbox = await page.locator("iframe.preview").last().getAttribute("sandbox");
  assert.equal(sandbox, "");
  // The same markup runs where nothing holds it, or all of this would prove nothing.
  const control = await page.context().newPage();
  await control.setContent("<body></body>");
  await control.setContent(HOSTILE.split("\n").filter((line) => !line.includes("elsewhere")).join(""));
  await control.locator("body.ran").waitFor();
  await control.close();
}
