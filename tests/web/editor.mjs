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
  await page.locator(".cm-tooltip-autocomplete li", { hasText: "a list" }).waitFor();
  await page.locator(".cm-completionInfo", { hasText: "<li>One</li>" }).waitFor();
  // The list takes no key in its first moments, lest one typed on chooses.
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await holds(page, `<p>x</p>\n<!-- a list -->\n${LIST}`);
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
