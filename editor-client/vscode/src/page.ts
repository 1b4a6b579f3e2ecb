// The page of the preview. Knows nothing of VS Code.

/** Nothing is fetched and nothing runs; images may be part of the markup (`data:`). */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

const STYLE = `
  html, body { height: 100%; margin: 0; padding: 0; }
  body { display: flex; flex-direction: column; color: var(--vscode-foreground); }
  header { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 10px 16px; }
  header p { flex: 1 1 12em; margin: 0; overflow: hidden; text-overflow: ellipsis; }
  header a { padding: 4px 14px; border-radius: 2px; text-decoration: none; }
  header a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
  .apply { color: var(--vscode-button-foreground); background: var(--vscode-button-background); }
  .apply:hover { color: var(--vscode-button-foreground); background: var(--vscode-button-hoverBackground); }
  .discard { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryBackground); }
  .discard:hover { color: var(--vscode-button-secondaryForeground); background: var(--vscode-button-secondaryHoverBackground); }
  iframe { flex: 3 1 0; min-height: 120px; border: 0; background: #fff; }
  pre code { padding: 0; font: inherit; color: inherit; background: none; }
  pre { flex: 2 1 0; min-height: 80px; margin: 0; padding: 12px 16px; overflow: auto; tab-size: 2;
    font: var(--vscode-editor-font-size) / 1.5 var(--vscode-editor-font-family);
    background: var(--vscode-editor-background); border-top: 1px solid var(--vscode-panel-border, transparent); }
`;

/** What a browser shows without the project's own style sheets, in a readable font. */
const PAGE_STYLE = `
  body { margin: 16px; font: 16px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #fff; }
  img, video, svg { max-width: 100%; }
  table { border-collapse: collapse; } th, td { padding: 4px 10px; text-align: left; }
  input, select, textarea, button { font: inherit; }
`;

export interface PageContent {
  /** What is previewed, in a few words. */
  title: string;
  /** Markup as it will stand in the document. */
  markup: string;
  /** Commands behind the buttons; no buttons where there are none. */
  buttons?: { apply: string; discard: string };
}

/** Returns the page: the rendered markup in a frame without any rights, and its source. */
export function previewPage({ title, markup, buttons }: PageContent): string {
  const rendered = `<!DOCTYPE html><meta charset="utf-8"><style>${PAGE_STYLE}</style>${markup}`;
  const links = buttons
    ? `<a class="apply" role="button" href="command:${buttons.apply}">Apply</a>
    <a class="discard" role="button" href="command:${buttons.discard}">Discard</a>`
    : '';
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${POLICY}">
  <title>Preview</title>
  <style>${STYLE}</style>
</head>
<body>
  <header><p>${escaped(title)}</p>${links}</header>
  <iframe sandbox="" title="Rendered markup" srcdoc="${escaped(rendered)}"></iframe>
  <pre tabindex="0" aria-label="Markup"><code>${escaped(markup)}</code></pre>
</body>
</html>`;
}

/** Takes away the blank lines around the markup, and the indentation that its last line has. */
export function dedented(text: string): string {
  // The first line may stand behind an indentation of the document; the last one never does.
  const lines = text.replace(/^(?:[ \t]*\r?\n)+|\s+$/g, '').split(/\r?\n/);
  const indent = /^[ \t]*/.exec(lines.at(-1) ?? '')?.[0].length ?? 0;
  const taken = new RegExp(`^[ \\t]{0,${indent}}`);
  return lines.map((line) => line.replace(taken, '')).join('\n');
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
