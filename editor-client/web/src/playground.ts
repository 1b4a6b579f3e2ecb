/** The playground: a prompt, then messages that change the markup so far. */

import { generate, Problem, type Answer, type Style, type Wish } from "./api.js";
import { button, byId, copied, download, element, say, throttled } from "./dom.js";
import type { Shown } from "./document.js";
import { highlighted } from "./highlight.js";
import { History, type Entry } from "./history.js";
import { isText, load, save } from "./store.js";

const LANGUAGES = (
  "en English|ar العربية|cs Čeština|de Deutsch|el Ελληνικά|es Español|fi Suomi|fr Français|" +
  "he עברית|hi हिन्दी|it Italiano|ja 日本語|ko 한국어|nl Nederlands|pl Polski|pt Português|" +
  "sv Svenska|tr Türkçe|uk Українська|zh 中文"
).split("|");
const STYLES: readonly Style[] = ["", "bootstrap", "tailwind"];

export interface Outlet {
  /** Show markup in preview and findings; `final` where no more of it comes. */
  show(shown: Shown, final: boolean): void;
  /** Put markup into the editor. */
  edit(shown: Shown): void;
  /** The server wants its token. */
  askToken(again: () => void): void;
}

export class Playground {
  private readonly prompt = byId<HTMLTextAreaElement>("prompt");
  private readonly style = byId<HTMLSelectElement>("style");
  private readonly language = byId<HTMLSelectElement>("language");
  private readonly count = byId<HTMLSelectElement>("count");
  private readonly status = byId("status");
  private readonly problem = byId("problem");
  private readonly history = new History();
  private running: AbortController | undefined;
  private readonly drawPartial = throttled(100, (html: string, number: number) => {
    if (this.running === undefined) return;
    this.draw(html);
    say(this.status, number === 0 ? "Writing …" : `Writing variant ${number + 1} …`);
  });
  // A frame is dearer than text.
  private readonly showPartial = throttled(400, (html: string) => {
    if (this.running !== undefined) this.outlet.show(this.shown(html), false);
  });

  constructor(private readonly outlet: Outlet) {
    for (const each of LANGUAGES) {
      const [code = "", ...name] = each.split(" ");
      const option = element("option", name.join(" "));
      option.value = option.lang = code;
      this.language.append(option);
    }
    this.restore();
    this.listen();
    this.refresh();
  }

  /** What is shown, for preview and findings. */
  shown(html = this.history.html): Shown {
    return { html, style: this.style.value as Style, lang: this.language.value };
  }

  private restore(): void {
    this.prompt.value = load("prompt", "", isText);
    this.style.value = load("style", "", isStyle);
    this.language.value = load("language", "en", isText);
    if (!this.language.value) this.language.value = "en";
    // Where the last visit ended.
    const { current } = this.history;
    if (current !== undefined) this.adopt(current);
  }

  private listen(): void {
    byId("ask").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send();
    });
    this.prompt.addEventListener("input", () => save("prompt", this.prompt.value));
    this.prompt.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) this.running?.abort();
      // Enter also ends the choice of an input method.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      void this.send();
    });
    this.style.addEventListener("change", () => this.changeContext());
    this.language.addEventListener("change", () => this.changeContext());
    byId("cancel").addEventListener("click", () => this.running?.abort());
    byId("undo").addEventListener("click", () => this.move(() => this.history.undo(), "Undone."));
    byId("redo").addEventListener("click", () => this.move(() => this.history.redo(), "Redone."));
    byId("anew").addEventListener("click", () => {
      this.move(() => this.history.go(-1), "Empty again; Undo brings the markup back.");
      this.prompt.focus();
    });
    byId("forget").addEventListener("click", () => {
      if (window.confirm("Forget all prompts and answers of this page?")) {
        this.move(() => this.history.forget(), "Forgotten.");
        this.prompt.focus();
      }
    });
    byId("copy").addEventListener("click", () => void this.copy());
    byId("download").addEventListener("click", () => download("markup.html", this.history.html));
    byId("to-page").addEventListener("click", () => this.outlet.edit(this.shown()));
  }

  private changeContext(): void {
    save("style", this.style.value);
    save("language", this.language.value);
    this.outlet.show(this.shown(), true);
  }

  private async send(): Promise<void> {
    const wish = this.wish();
    if (this.running !== undefined) return;
    if (!wish.prompt) {
      say(this.problem, "The prompt is empty: say what markup you want.");
      this.prompt.focus();
      return;
    }
    const running = new AbortController();
    this.begin(running);
    try {
      const answer = await generate(wish, (html, number) => {
        this.drawPartial(html, number);
        this.showPartial(html);
      }, running.signal);
      this.running = undefined;
      this.take(wish, answer);
    } catch (error) {
      this.running = undefined;
      this.fail(error, running.signal);
    }
    this.refresh();
  }

  private wish(): Wish {
    return {
      prompt: this.prompt.value.trim(),
      input: this.history.html,
      style: this.style.value as Style,
      lang: this.language.value,
      count: Number(this.count.value),
    };
  }

  private begin(running: AbortController): void {
    this.running = running;
    say(this.problem, "");
    say(this.status, "Waiting for the first words …");
    this.enable();
  }

  private take(wish: Wish, answer: Answer): void {
    const answers = answer.answers.filter((html) => html.trim() !== wish.input.trim());
    if (answers.length === 0) {
      say(this.status, "The model left the markup as it was: say in other words what to change.");
      return;
    }
    this.history.add({ prompt: wish.prompt, answers, style: wish.style, lang: wish.lang });
    // What was typed meanwhile stays.
    if (this.prompt.value.trim() === wish.prompt) this.prompt.value = "";
    save("prompt", this.prompt.value);
    const seconds = (answer.ms / 1000).toFixed(1);
    const found = answers.length < wish.count ? ` The model has ${variants(answers.length)}.` : "";
    say(this.status, `Done: ${answer.tokens} tokens in ${seconds} s.${found}`);
  }

  private fail(error: unknown, signal: AbortSignal): void {
    say(this.status, signal.aborted ? "Cancelled; your prompt is still there." : "");
    if (signal.aborted) return;
    say(this.problem, error instanceof Problem ? error.message : String(error));
    if (error instanceof Problem && error.status === 401) {
      this.outlet.askToken(() => void this.send());
    }
  }

  private move(change: () => void, said: string): void {
    if (this.running !== undefined) return;
    change();
    say(this.problem, "");
    say(this.status, said);
    const { current } = this.history;
    if (current !== undefined) this.adopt(current);
    this.refresh();
  }

  /** The next message is about the same page as the entry. */
  private adopt(entry: Entry): void {
    this.style.value = entry.style;
    this.language.value = entry.lang;
  }

  private async copy(): Promise<void> {
    say(this.status, await copied(this.history.html));
  }

  private refresh(): void {
    this.draw(this.history.html);
    this.outlet.show(this.shown(), true);
    this.listVariants();
    this.listEntries();
    this.enable();
  }

  private draw(html: string): void {
    byId("markup").firstElementChild?.replaceChildren(highlighted(html));
  }

  private enable(): void {
    const busy = this.running !== undefined;
    const has = this.history.html !== "";
    byId("cancel").hidden = !busy;
    byId("send").textContent = has ? "Change the markup" : "Generate";
    byId("prompt-label").textContent = has
      ? "What should change about this markup?"
      : "What markup do you want?";
    this.prompt.placeholder = has
      ? "add a checkbox Remember me"
      : "a login form with email and password";
    const disabled: Record<string, boolean> = {
      send: busy,
      anew: busy || !has,
      undo: busy || !this.history.canUndo,
      redo: busy || !this.history.canRedo,
      copy: busy || !has,
      download: busy || !has,
      "to-page": busy || !has,
    };
    for (const [id, off] of Object.entries(disabled)) byId<HTMLButtonElement>(id).disabled = off;
  }

  private listVariants(): void {
    const group = byId<HTMLFieldSetElement>("variants");
    const { current } = this.history;
    const answers = current?.answers ?? [];
    group.hidden = answers.length < 2;
    while (group.childElementCount > 1) group.lastElementChild?.remove();
    answers.forEach((_, index) => {
      const label = element("label");
      const input = element("input");
      input.type = "radio";
      input.name = "variant";
      input.checked = index === current?.chosen;
      input.addEventListener("change", () => {
        this.history.choose(index);
        this.draw(this.history.html);
        this.outlet.show(this.shown(), true);
      });
      label.append(input, element("span", `${index + 1}`));
      group.append(label);
    });
  }

  private listEntries(): void {
    byId("answers").hidden = this.history.entries.length === 0;
    const list = byId("answers-list");
    list.replaceChildren(
      ...this.history.entries.map((entry, index) => {
        const line = element("li");
        const go = button(entry.prompt, () => {
          this.move(() => this.history.go(index), `Back at answer ${index + 1}.`);
          list.querySelector<HTMLElement>("[aria-current]")?.focus();
        });
        if (index === this.history.at) go.setAttribute("aria-current", "true");
        line.append(go);
        if (entry.parent >= 0) line.append(element("span", ` changes ${entry.parent + 1}`, "hint"));
        return line;
      }),
    );
  }
}

function variants(count: number): string {
  return count === 1 ? "no other variants" : `only ${count} variants`;
}

function isStyle(value: unknown): value is Style {
  return STYLES.includes(value as Style);
}
