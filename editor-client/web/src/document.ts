/**
 * The document that preview and checks show: generated markup, which nobody has looked at.
 *
 * The frame's sandbox and the first line of its head keep scripts and requests out; here goes what
 * neither of them stops: links that would take the frame away, `<link rel=preconnect>`, `<base>`
 * and refreshes.
 */

import type { Style } from "./api.js";

export interface Shown {
  readonly html: string;
  /** Framework that the markup is for, where the page itself doesn't say. */
  readonly style: Style;
  readonly lang: string;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

// Pictures can't be fetched: their place is shown instead. :where() yields to any other rule.
const BASE =
  ":where(body){margin:1rem;font-family:system-ui,sans-serif;line-height:1.5}" +
  ":where(img){display:inline-block;max-width:100%;min-width:3rem;min-height:3rem;" +
  "background:#e7e7e4;color:#444}";

export function isPage(html: string): boolean {
  return /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype|html)\b/i.test(html);
}

/** The page's text, ready for a frame. */
export async function documentFor(shown: Shown): Promise<string> {
  const page = new DOMParser().parseFromString(shown.html, "text/html");
  const style = styleOf(page) || shown.style;
  for (const gone of page.querySelectorAll("base, link, meta[http-equiv], script")) gone.remove();
  for (const link of page.querySelectorAll("a[href], area[href], form")) {
    // A new window, which the sandbox refuses; only jumps within the page are left.
    if (!link.getAttribute("href")?.startsWith("#")) link.setAttribute("target", "_blank");
  }
  if (!isPage(shown.html)) {
    page.documentElement.lang = shown.lang;
    if (RIGHT_TO_LEFT.has(shown.lang)) page.documentElement.dir = "rtl";
  }
  if (!page.title) page.title = "Preview";
  const policy = page.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = POLICY;
  const viewport = page.createElement("meta");
  viewport.name = "viewport";
  viewport.content = "width=device-width, initial-scale=1";
  const sheet = page.createElement("style");
  sheet.textContent = (style && (await stylesheet(style))) || BASE;
  // A part stands in some container of its page.
  if (style && !isPage(shown.html)) sheet.textContent += ":where(body){padding:1.5rem}";
  page.head.prepend(policy, viewport, sheet);
  return `<!DOCTYPE html>${page.documentElement.outerHTML}`;
}

/** The framework that a page takes from elsewhere; here it comes from our own files. */
function styleOf(page: Document): Style {
  for (const from of page.querySelectorAll("link[href], script[src]")) {
    const address = from.getAttribute("href") ?? from.getAttribute("src") ?? "";
    const [found] = /bootstrap|tailwind/i.exec(address) ?? [];
    if (found) return found.toLowerCase() as Style;
  }
  return "";
}

const sheets = new Map<Style, Promise<string>>();

function stylesheet(style: Style): Promise<string> {
  const known = sheets.get(style);
  if (known !== undefined) return known;
  const fetched = fetch(`preview-${style}.css`).then(
    (response) => (response.ok ? response.text() : ""),
    () => {
      sheets.delete(style);
      return "";
    },
  );
  sheets.set(style, fetched);
  return fetched;
}
