/** Markup as coloured text; the classes are those of the editor, so both look alike. */

import { htmlLanguage } from "@codemirror/lang-html";
import { classHighlighter, highlightCode } from "@lezer/highlight";

export function highlighted(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const put = (text: string, classes: string): void => {
    if (!classes) {
      fragment.append(text);
      return;
    }
    const span = document.createElement("span");
    span.className = classes;
    span.textContent = text;
    fragment.append(span);
  };
  highlightCode(html, htmlLanguage.parser.parse(html), classHighlighter, put, () =>
    fragment.append("\n"),
  );
  return fragment;
}
