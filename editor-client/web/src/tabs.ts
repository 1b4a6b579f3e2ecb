/** Tabs as https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ has them; the address remembers one. */

import { byId } from "./dom.js";

const PANELS = ["playground", "page"] as const;
export type Panel = (typeof PANELS)[number];

export class Tabs {
  current: Panel = "playground";

  constructor(private readonly onChange: (panel: Panel) => void) {
    for (const panel of PANELS) {
      byId(`tab-${panel}`).addEventListener("click", () => this.select(panel));
      byId(`tab-${panel}`).addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const next = PANELS[(PANELS.indexOf(panel) + step + PANELS.length) % PANELS.length];
        if (next === undefined) return;
        this.select(next);
        byId(`tab-${next}`).focus();
      });
    }
    window.addEventListener("hashchange", () => this.select(fromAddress()));
    if (fromAddress() !== this.current) this.select(fromAddress());
  }

  select(panel: Panel): void {
    if (panel === this.current) return;
    this.current = panel;
    for (const each of PANELS) {
      const tab = byId(`tab-${each}`);
      tab.setAttribute("aria-selected", String(each === panel));
      tab.tabIndex = each === panel ? 0 : -1;
      byId(each).hidden = each !== panel;
    }
    window.history.replaceState(null, "", panel === "playground" ? " " : "#editor");
    this.onChange(panel);
  }
}

function fromAddress(): Panel {
  return location.hash === "#editor" ? "page" : "playground";
}
