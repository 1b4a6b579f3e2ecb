/** The answers of a session: each knows the one that it changed, so going back loses nothing. */

import type { Style } from "./api.js";
import { load, save } from "./store.js";

export interface Entry {
  readonly prompt: string;
  readonly answers: readonly string[];
  /** Index of the answer that was chosen. */
  chosen: number;
  readonly style: Style;
  readonly lang: string;
  /** Index of the entry whose markup was changed, -1 for new markup. */
  readonly parent: number;
  /** Index of the entry that redo goes to, -1 for none. */
  next: number;
}

interface Saved {
  entries: Entry[];
  at: number;
  first: number;
}

const MOST = 100;
const NAME = "history";

export class History {
  private state: Saved = load(NAME, { entries: [], at: -1, first: -1 }, isSaved);

  get entries(): readonly Entry[] {
    return this.state.entries;
  }

  /** Index of the entry that is shown, -1 for none. */
  get at(): number {
    return this.state.at;
  }

  get current(): Entry | undefined {
    return this.state.entries[this.state.at];
  }

  /** The markup that is shown. */
  get html(): string {
    return this.current?.answers[this.current.chosen] ?? "";
  }

  get canUndo(): boolean {
    return this.current !== undefined;
  }

  get canRedo(): boolean {
    return this.state.entries[this.after] !== undefined;
  }

  add(entry: Omit<Entry, "parent" | "next" | "chosen">): void {
    const { entries } = this.state;
    if (entries.length >= MOST) this.dropOldest();
    entries.push({ ...entry, chosen: 0, parent: this.state.at, next: -1 });
    this.go(entries.length - 1);
  }

  choose(answer: number): void {
    if (this.current !== undefined) this.current.chosen = answer;
    this.keep();
  }

  /** Show an entry; -1 begins anew. */
  go(index: number): void {
    this.state.at = index;
    const parent = this.current?.parent ?? -1;
    if (index >= 0) {
      const before = this.state.entries[parent];
      if (before === undefined) this.state.first = index;
      else before.next = index;
    }
    this.keep();
  }

  undo(): void {
    if (this.current !== undefined) {
      const child = this.state.at;
      this.state.at = this.current.parent;
      if (this.current === undefined) this.state.first = child;
    }
    this.keep();
  }

  redo(): void {
    if (this.canRedo) this.go(this.after);
  }

  /** Begin anew; redo brings back what was shown. */
  anew(): void {
    this.state.first = this.state.at;
    this.state.at = -1;
    this.keep();
  }

  forget(): void {
    this.state = { entries: [], at: -1, first: -1 };
    this.keep();
  }

  private get after(): number {
    return this.current?.next ?? this.state.first;
  }

  private dropOldest(): void {
    const shift = (index: number): number => Math.max(index - 1, -1);
    const { entries, at, first } = this.state;
    const rest = entries.slice(1);
    this.state.entries.splice(
      0,
      entries.length,
      ...rest.map((each) => ({ ...each, parent: shift(each.parent), next: shift(each.next) })),
    );
    this.state.at = shift(at);
    this.state.first = shift(first);
  }

  private keep(): void {
    save(NAME, this.state);
  }
}

function isSaved(value: unknown): value is Saved {
  const saved = value as Saved | null;
  return (
    typeof saved?.at === "number" &&
    typeof saved.first === "number" &&
    Array.isArray(saved.entries) &&
    saved.entries.every(
      (each) =>
        typeof each?.prompt === "string" &&
        Array.isArray(each.answers) &&
        each.answers.every((answer) => typeof answer === "string"),
    )
  );
}
