/** Markup as a browser shows it, in a frame without scripts, at the width of a phone or a desk. */

import { byId, element } from "./dom.js";
import { documentFor, type Shown } from "./document.js";
import { load, save } from "./store.js";

/** Most answers are parts of a page: at the width of a phone they are seen in their full size. */
const PHONE = 375;

export class Preview {
  private readonly stage = byId("stage");
  private readonly empty = this.stage.firstElementChild;
  private width = load("width", PHONE, isWidth);
  private latest = 0;
  private waiting: Shown | undefined;

  constructor() {
    for (const input of byId("width").querySelectorAll("input")) {
      input.checked = Number(input.value) === this.width;
      input.addEventListener("change", () => {
        this.width = Number(input.value);
        save("width", this.width);
        this.fit();
      });
    }
    new ResizeObserver(() => this.fit()).observe(this.stage);
  }

  /** Show markup, or that there is none. The last call wins. */
  async show(shown: Shown): Promise<void> {
    const mine = ++this.latest;
    this.waiting = undefined;
    if (!shown.html.trim()) {
      this.stage.replaceChildren(...(this.empty ? [this.empty] : []));
      return;
    }
    if (this.stage.querySelector(".coming")) {
      // One at a time, or a slow machine would never show any.
      this.waiting = shown;
      return;
    }
    const page = await documentFor(shown);
    if (mine !== this.latest) return;
    const frame = element("iframe");
    frame.title = "Preview of the markup";
    // No scripts, forms, windows, and an origin of its own.
    frame.setAttribute("sandbox", "");
    frame.className = "preview coming";
    frame.srcdoc = page;
    // The frame before stays until this one has painted: nothing flickers while markup streams in.
    frame.addEventListener("load", () => {
      frame.classList.remove("coming");
      while (this.stage.firstElementChild && this.stage.firstElementChild !== frame) {
        this.stage.firstElementChild.remove();
      }
      if (this.waiting !== undefined) void this.show(this.waiting);
    });
    this.stage.append(frame);
    this.fit();
  }

  private fit(): void {
    const { clientWidth, clientHeight } = this.stage;
    if (clientWidth === 0) return;
    const scale = Math.min(clientWidth / this.width, 1);
    this.stage.style.setProperty("--width", `${this.width}px`);
    this.stage.style.setProperty("--height", `${clientHeight / scale}px`);
    this.stage.style.setProperty("--scale", `${scale}`);
    this.stage.style.setProperty("--left", `${(clientWidth - this.width * scale) / 2}px`);
  }
}

function isWidth(value: unknown): value is number {
  return [...byId("width").querySelectorAll("input")].some((each) => Number(each.value) === value);
}
