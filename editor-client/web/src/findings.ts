/** What axe-core says of the markup that is shown: in words, with the element. */

import { byId, element } from "./dom.js";
import { documentFor, isPage, type Shown } from "./document.js";

/** What the frame is asked, and what it answers (checks.ts). */
export interface Question {
  readonly id: number;
  readonly html: string;
  /** Whether the markup is a whole page, of which more is asked. */
  readonly isPage: boolean;
}

export interface Finding {
  readonly help: string;
  readonly impact: string;
  /** The element's start, as text. */
  readonly element: string;
  /** What to do, each way of doing it a sentence. */
  readonly advice: readonly string[];
}

export interface Reply {
  readonly id: number;
  readonly findings?: readonly Finding[];
  readonly error?: string;
}

const SECONDS = 20;
/** Whoever types is not judged in the middle of a word. */
const PAUSE_MS = 500;
const MOST = 50;

export class Findings {
  private readonly count = byId("findings-count");
  private readonly list = byId("findings");
  private latest = 0;
  private frame: HTMLIFrameElement | undefined;
  private timer = 0;

  constructor() {
    window.addEventListener("message", (event: MessageEvent<Reply>) => {
      // The frame's origin is opaque: its window is what tells it from others.
      if (this.frame === undefined || event.source !== this.frame.contentWindow) return;
      if (event.data.id === this.latest) this.tell(event.data);
    });
  }

  /** Judge markup; a frame of its own each time, so that nothing of the last page is left. */
  async check(shown: Shown): Promise<void> {
    const id = ++this.latest;
    this.drop();
    if (!shown.html.trim()) {
      this.list.replaceChildren();
      this.count.textContent = "Nothing to check yet.";
      return;
    }
    this.count.textContent = "Checking …";
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (id !== this.latest) return;
    const question: Question = {
      id,
      html: await documentFor(shown),
      isPage: isPage(shown.html),
    };
    if (id !== this.latest) return;
    const frame = element("iframe", "", "checks");
    frame.title = "Accessibility checks";
    frame.tabIndex = -1;
    frame.setAttribute("aria-hidden", "true");
    // Scripts, for axe-core, but an origin of its own: it can't touch this page or its storage.
    frame.setAttribute("sandbox", "allow-scripts");
    frame.src = "checks.html";
    frame.addEventListener("load", () => frame.contentWindow?.postMessage(question, "*"));
    this.frame = frame;
    this.timer = window.setTimeout(() => {
      if (id === this.latest) this.tell({ id, error: "it took too long" });
    }, SECONDS * 1000);
    document.body.append(frame);
  }

  private drop(): void {
    window.clearTimeout(this.timer);
    this.frame?.remove();
    this.frame = undefined;
  }

  private tell(reply: Reply): void {
    this.drop();
    const findings = reply.findings ?? [];
    this.list.replaceChildren(...findings.slice(0, MOST).map(item));
    if (reply.error !== undefined) {
      this.count.textContent = `The markup could not be checked: ${reply.error}.`;
    } else if (findings.length === 0) {
      this.count.textContent = "axe-core found nothing. People still find what it can't.";
    } else {
      const problems = findings.length === 1 ? "1 problem" : `${findings.length} problems`;
      this.count.textContent = `axe-core found ${problems}.`;
    }
  }
}

function item(finding: Finding): HTMLLIElement {
  const made = element("li");
  const title = element("p", "", "finding");
  title.append(element("span", finding.impact, `impact ${finding.impact}`), ` ${finding.help}.`);
  made.append(title, element("code", finding.element));
  if (finding.advice.length > 0) made.append(element("p", finding.advice.join(" Or: "), "hint"));
  return made;
}
