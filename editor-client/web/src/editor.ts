/** The editor: a page, its comments, and the language server's actions on them. */

import { autocompletion, completionKeymap, type CompletionSource } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, isolateHistory, undo } from "@codemirror/commands";
import { html } from "@codemirror/lang-html";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { LSPPlugin, serverCompletionSource } from "@codemirror/lsp-client";
import { EditorState, Prec } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import type { CodeAction, InlineCompletionList, TextEdit } from "vscode-languageserver-protocol";
import { button, byId, copied, download, say, throttled } from "./dom.js";
import type { Shown } from "./document.js";
import { ghostText, type Suggestion } from "./ghost.js";
import { LanguageServer, type Link, type ModelStatus } from "./lsp.js";
import { isText, load, save } from "./store.js";
import { PAGE } from "./tearoom.js";

const URI = "file:///page.html";
const TITLE = "Generate HTML";
const TRIES = 3;

const NO_PROMPT =
  "There is no prompt at the cursor: put it in a comment such as " +
  "<!-- a login form with email and password -->, or select the words to use.";
const SUGGESTED = "Suggested in grey: Tab or a click takes it, Escape dismisses it.";
/** `InlineCompletionTriggerKind.Automatic`. */
const AUTOMATIC = 2;
const WRITING = "Writing …";
const LOADING = "The model is being loaded …";

const LINKS: Record<Link, string> = {
  connecting: "Connecting …",
  connected: "Connected",
  lost: "Not connected; trying again. The page stays here.",
};

export class PageEditor {
  readonly view: EditorView;
  private readonly status = byId("page-status");
  private readonly problem = byId("page-problem");
  private readonly server: LanguageServer;
  private actions: readonly CodeAction[] = [];
  private running: AbortController | undefined;
  private asked = 0;
  private readonly look = throttled(150, () => void this.findActions());
  private readonly tell = throttled(300, () => {
    save("page", this.text);
    this.show(this.shown());
  });

  /** show: gets the page whenever it changed. onLost: called when the server is not there. */
  constructor(
    private readonly show: (shown: Shown) => void,
    onLost: () => void,
  ) {
    this.server = new LanguageServer({
      link: (state) => {
        if (state === "lost") onLost();
        byId("link").textContent = LINKS[state];
        byId("link").dataset["state"] = state;
        this.look();
      },
      status: (status) => this.tellModel(status),
      message: (text) => {
        say(this.problem, text);
      },
    });
    this.view = new EditorView({ parent: byId("page-editor"), state: this.state() });
    byId("page-generate").addEventListener("click", () => this.generate());
    byId("page-cancel").addEventListener("click", () => this.cancel());
    byId("page-undo").addEventListener("click", () => {
      undo(this.view);
      this.view.focus();
    });
    byId("page-copy").addEventListener("click", () => void this.copy());
    byId("page-download").addEventListener("click", () => download("page.html", this.text));
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  shown(): Shown {
    return { html: this.text, style: "", lang: "en" };
  }

  /** Connect, the first time that the editor is wanted, or with another token. */
  connect(): void {
    this.server.connect();
  }

  /** Put markup in the place of the page; undo brings the page back. */
  replace(text: string): void {
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      annotations: isolateHistory.of("full"),
      userEvent: "input.paste",
    });
  }

  private state(): EditorState {
    const generate = (): boolean => {
      this.generate();
      return true;
    };
    return EditorState.create({
      doc: load("page", PAGE, isText),
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        indentOnInput(),
        bracketMatching(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-labelledby": "page-title" }),
        html(),
        syntaxHighlighting(classHighlighter),
        // Before the list: Escape is for what one sees, not for a list that is still asked for.
        ghostText(
          (_, signal) => this.suggest(signal),
          (suggestion) => {
            if (suggestion !== undefined) say(this.status, SUGGESTED);
            else if (this.status.textContent === SUGGESTED) say(this.status, "");
          },
        ),
        autocompletion(),
        EditorState.languageData.of(() => [{ autocomplete: listWhereAsked }]),
        this.server.client.plugin(URI, "html"),
        // Tab is left to the browser, which goes on to the next control; only ghost text takes it.
        Prec.high(
          keymap.of([
            { key: "Mod-Enter", run: generate },
            { key: "Mod-.", run: generate },
            { key: "Escape", run: () => this.cancel() },
          ]),
        ),
        keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) this.tell();
          if (update.docChanged || update.selectionSet) this.look();
        }),
      ],
    });
  }

  /** What the server would insert at the cursor (`textDocument/inlineCompletion`). */
  private async suggest(signal: AbortSignal): Promise<Suggestion | undefined> {
    const plugin = LSPPlugin.get(this.view);
    if (plugin === null || this.isBusy) return undefined;
    const { doc, selection } = this.view.state;
    const list = await this.server.request<InlineCompletionList | null>(
      "textDocument/inlineCompletion",
      {
        textDocument: { uri: URI },
        position: plugin.toPosition(selection.main.head),
        context: { triggerKind: AUTOMATIC },
      },
      signal,
    );
    const [item] = list?.items ?? [];
    if (item?.range === undefined || typeof item.insertText !== "string") return undefined;
    const { start, end } = item.range;
    return {
      from: plugin.fromPosition(start, doc),
      to: plugin.fromPosition(end, doc),
      insert: item.insertText,
    };
  }

  private async findActions(): Promise<void> {
    const mine = ++this.asked;
    const found = await this.offered().catch((): CodeAction[] => []);
    // Meanwhile the cursor may have moved on.
    if (mine === this.asked) this.offer(found);
  }

  private offered(): Promise<CodeAction[]> {
    const plugin = LSPPlugin.get(this.view);
    if (plugin === null) return Promise.resolve([]);
    const { from, to } = this.view.state.selection.main;
    return this.server
      .request<CodeAction[] | null>("textDocument/codeAction", {
        textDocument: { uri: URI },
        range: { start: plugin.toPosition(from), end: plugin.toPosition(to) },
        context: { diagnostics: [] },
      })
      .then((actions) => actions ?? []);
  }

  private offer(actions: readonly CodeAction[]): void {
    this.actions = actions;
    const has = actions.some(({ title }) => title === TITLE);
    byId("page-generate").setAttribute("aria-disabled", String(!has || this.isBusy));
    const others = actions.filter(({ title }) => title !== TITLE);
    const place = byId("page-actions");
    // The buttons stay where they are while they are the same: focus stays with them.
    const labels = [...place.children].map((each) => each.textContent);
    if (labels.join("\n") === others.map(label).join("\n")) return;
    place.replaceChildren(
      ...others.map((action) =>
        button(label(action), () => {
          const now = this.actions.find(({ title }) => title === action.title);
          if (now !== undefined) void this.run(now);
        }),
      ),
    );
  }

  private get isBusy(): boolean {
    return this.running !== undefined;
  }

  /** Stop what is being written; false where nothing is. */
  private cancel(): boolean {
    this.running?.abort();
    return this.isBusy;
  }

  /** The action at the cursor as it is now, not as it was when the buttons were drawn. */
  private generate(): void {
    void this.offered().then(
      (actions) => {
        const action = actions.find(({ title }) => title === TITLE);
        if (action !== undefined) return this.run(action);
        say(this.problem, NO_PROMPT);
        return undefined;
      },
      (error: Error) => {
        say(this.problem, error.message);
      },
    );
  }

  private async run(action: CodeAction): Promise<void> {
    if (this.isBusy) return;
    const running = new AbortController();
    this.running = running;
    say(this.problem, "");
    say(this.status, WRITING);
    byId("page-cancel").hidden = false;
    try {
      await this.fulfil(action, running.signal);
      say(this.status, "Done; one undo takes it back.");
    } catch (error) {
      say(this.status, running.signal.aborted ? "Cancelled; the page is unchanged." : "");
      if (!running.signal.aborted) say(this.problem, (error as Error).message);
    } finally {
      this.running = undefined;
      byId("page-cancel").hidden = true;
      this.view.focus();
      this.look();
    }
  }

  private async fulfil(action: CodeAction, signal: AbortSignal): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      const resolved = await this.server.request<CodeAction>(
        "codeAction/resolve",
        // A request is known by its parameters: each needs its own.
        { ...action },
        signal,
      );
      if (this.apply(resolved)) return;
    }
    throw new Error("The page changed all the time while the markup was written; try again.");
  }

  /** Apply an edit as one step of undo; false where it was made for an older page. */
  private apply({ edit }: CodeAction): boolean {
    const plugin = LSPPlugin.get(this.view);
    const file = this.server.client.workspace.getFile(URI);
    const [change] = edit?.documentChanges ?? [];
    if (plugin === null || file === null || change === undefined || !("textDocument" in change)) {
      throw new Error("The server sent no edit for this page; nothing was changed.");
    }
    if (change.textDocument.version !== file.version) return false;
    // Positions are of the page that the server knows; what was typed since is kept.
    const since = plugin.unsyncedChanges;
    const at = (position: TextEdit["range"]["start"]): number =>
      since.mapPos(plugin.fromPosition(position, plugin.syncedDoc));
    this.view.dispatch({
      changes: (change.edits as TextEdit[]).map(({ range, newText }) => ({
        from: at(range.start),
        to: at(range.end),
        insert: newText,
      })),
      annotations: isolateHistory.of("full"),
      userEvent: "generate",
      scrollIntoView: true,
    });
    return true;
  }

  private async copy(): Promise<void> {
    say(this.status, await copied(this.text));
  }

  private tellModel({ state, message }: ModelStatus): void {
    if (state === "loading") say(this.status, LOADING);
    else if (state === "error") say(this.problem, message);
    else if (this.status.textContent === LOADING) say(this.status, this.isBusy ? WRITING : "");
  }
}

/** While one types there is ghost text; the list comes where it is asked for, above HTML's tags. */
const listWhereAsked: CompletionSource = async (at) => {
  const list = at.explicit ? await serverCompletionSource(at) : null;
  return list && { ...list, options: list.options.map((each) => ({ ...each, boost: 99 })) };
};

function label({ title }: CodeAction): string {
  return title.replace(`${TITLE}: variant`, "Variant").replace(/ (?:with HTML|HTML|of \d+)$/, "");
}
