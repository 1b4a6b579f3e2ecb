/**
 * Ghost text: what the server would insert next, dimmed at the cursor until it is taken or not.
 *
 * Each change of the page asks anew and drops what was asked before; the server waits for the pause
 * in the typing. Tab is taken only while something is shown, so that it leaves the editor otherwise
 * (WCAG 2.2, 2.1.2); Escape dismisses what is shown.
 */

import { completionStatus } from "@codemirror/autocomplete";
import { isolateHistory } from "@codemirror/commands";
import { type EditorState, type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";

/** Text for a range of the page, in UTF-16 code units; the cursor stands in it. */
export interface Suggestion {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Says what could be inserted at the cursor; `undefined` for nothing. May throw: that is nothing. */
export type Suggest = (view: EditorView, signal: AbortSignal) => Promise<Suggestion | undefined>;

const offer = StateEffect.define<Suggestion | undefined>();

const offered = StateField.define<Suggestion | undefined>({
  create: () => undefined,
  update(before, transaction) {
    for (const effect of transaction.effects) if (effect.is(offer)) return effect.value;
    return transaction.docChanged || transaction.selection ? undefined : before;
  },
});

/** What Tab would take: a list of completions that is open goes first. */
function shown(state: EditorState): Suggestion | undefined {
  return completionStatus(state) === "active" ? undefined : state.field(offered);
}

class Ghost extends WidgetType {
  constructor(private readonly text: string) {
    super();
  }

  override eq(other: Ghost): boolean {
    return this.text === other.text;
  }

  toDOM(): HTMLElement {
    const made = document.createElement("span");
    made.className = "cm-ghost";
    made.textContent = this.text;
    // It is no part of the page yet; that it is there is said in the status line.
    made.setAttribute("aria-hidden", "true");
    return made;
  }

  override get lineBreaks(): number {
    return this.text.split("\n").length - 1;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

function drawn(view: EditorView): DecorationSet {
  const suggestion = shown(view.state);
  if (suggestion === undefined) return Decoration.none;
  const widget = Decoration.widget({ widget: new Ghost(suggestion.insert), side: 1 });
  return Decoration.set(widget.range(view.state.selection.main.head));
}

function take(view: EditorView): boolean {
  const suggestion = shown(view.state);
  if (suggestion === undefined) return false;
  view.dispatch({
    changes: suggestion,
    selection: { anchor: suggestion.from + suggestion.insert.length },
    annotations: isolateHistory.of("full"),
    userEvent: "generate",
    scrollIntoView: true,
  });
  return true;
}

function dismiss(view: EditorView): boolean {
  if (shown(view.state) === undefined) return false;
  view.dispatch({ effects: offer.of(undefined) });
  return true;
}

/** tell: called with what is shown whenever that changes. */
export function ghostText(
  suggest: Suggest,
  tell: (suggestion: Suggestion | undefined) => void,
): Extension {
  class Asker {
    private running: AbortController | undefined;

    constructor(private readonly view: EditorView) {}

    update(update: ViewUpdate): void {
      const now = shown(update.state);
      if (now !== shown(update.startState)) tell(now);
      const left = update.focusChanged && !update.view.hasFocus;
      if (!update.docChanged && !update.selectionSet && !left) return;
      this.running?.abort();
      const typed = update.transactions.some(
        (each) => each.isUserEvent("input") || each.isUserEvent("delete"),
      );
      if (typed && update.state.selection.main.empty && !update.view.composing) void this.ask();
    }

    destroy(): void {
      this.running?.abort();
    }

    private async ask(): Promise<void> {
      const running = new AbortController();
      this.running = running;
      // An update may not be followed by another before it is over.
      await Promise.resolve();
      const found = await suggest(this.view, running.signal).catch(() => undefined);
      if (found !== undefined && !running.signal.aborted) {
        this.view.dispatch({ effects: offer.of(found) });
      }
    }
  }

  return [
    offered,
    ViewPlugin.fromClass(Asker),
    EditorView.decorations.of(drawn),
    EditorView.focusChangeEffect.of((_, focusing) => (focusing ? null : offer.of(undefined))),
    // Where there is no Tab key.
    EditorView.domEventHandlers({
      mousedown: (event, view) =>
        (event.target as Element).closest(".cm-ghost") !== null && take(view),
    }),
    Prec.highest(
      keymap.of([
        { key: "Tab", run: take },
        { key: "Escape", run: dismiss },
      ]),
    ),
  ];
}
