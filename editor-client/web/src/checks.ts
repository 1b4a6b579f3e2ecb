/**
 * Runs within a sandboxed frame of an opaque origin: judges one document with axe-core.
 *
 * The document is parsed without its scripts, and the frame's policy runs no handler that stands in
 * an attribute; nothing is fetched.
 */

import type { AxeResults, NodeResult } from "axe-core";
import type { Finding, Question, Reply } from "./findings.js";

declare const axe: typeof import("axe-core");

// What only the whole page can fulfil, wherever the markup will stand in it.
const OF_PAGES = [
  "bypass",
  "document-title",
  "html-has-lang",
  "landmark-banner-is-top-level",
  "landmark-complementary-is-top-level",
  "landmark-contentinfo-is-top-level",
  "landmark-main-is-top-level",
  "landmark-one-main",
  "page-has-heading-one",
  "region",
  "skip-link",
];
const LONGEST = 160;

addEventListener("message", (event: MessageEvent<Question>) => {
  if (event.source !== window.parent) return;
  const { id } = event.data;
  judge(event.data).then(
    (findings) => reply({ id, findings }),
    (error: unknown) => reply({ id, error: String(error).replace(/\.$/, "") }),
  );
});

function reply(message: Reply): void {
  // "*": the page's origin is not known here, and what is told is of its own markup.
  window.parent.postMessage(message, "*");
}

async function judge({ html, isPage }: Question): Promise<Finding[]> {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const gone of parsed.querySelectorAll("script, base, meta[http-equiv], iframe")) {
    gone.remove();
  }
  document.replaceChild(document.adoptNode(parsed.documentElement), document.documentElement);
  const off = isPage ? [] : OF_PAGES;
  const results: AxeResults = await axe.run(document, {
    resultTypes: ["violations"],
    rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
    iframes: false,
    preload: false,
  });
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => ({
      help: violation.help,
      impact: violation.impact ?? "minor",
      element: shortened(node.html),
      advice: advice(node),
    })),
  );
}

function advice(node: NodeResult): string[] {
  const ways = node.any.length > 0 ? node.any : [...node.all, ...node.none];
  return ways.slice(0, 2).map((way) => `${way.message.replace(/\.$/, "")}.`);
}

function shortened(html: string): string {
  const line = html.replace(/\s+/g, " ");
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1)}…`;
}
