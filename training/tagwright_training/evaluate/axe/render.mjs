// Takes screenshots of pages in a headless Chromium.
//
// Each line of stdin is {"html": a whole page}; each line of stdout is {"png": base64} or
// {"error"}. Scripts do not run and nothing is fetched; what is below `highest` is left out.
import { serve } from "./browser.mjs";

const viewport = { width: 800, height: 600 };
const highest = 3000;

async function shoot(page, { html }) {
  await page.setContent(html, { waitUntil: "domcontentloaded" });
  const size = page.locator("html");
  const box = await size.boundingBox();
  const height = Math.min(highest, Math.max(viewport.height, Math.ceil(box?.height ?? 0) + 16));
  const png = await page.screenshot({
    fullPage: true,
    clip: { x: 0, y: 0, width: viewport.width, height },
    animations: "disabled",
  });
  return { png: png.toString("base64") };
}

await serve({ viewport, javaScriptEnabled: false }, async () => {}, shoot);
