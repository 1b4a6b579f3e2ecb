/** The answers of a session. None is ever dropped by going back, and each step can be undone. */

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
}

interface Saved {
  entries: Entry[];
  /** The entries shown one after the other, -1 for none; undo and redo walk along it. */
  trail: number[];
  /** Index in the trail. */
  step: number;
}

const MOST = 100;
const NAME = "history";
const EMPTY: Saved = { entries: [], trail: [-1], step: 0 };

export class History {
  private state: Saved = load(NAME, structuredClone(EMPTY), isSaved);

  get entries(): readonly Entry[] {
    return this.state.entries;
  }

  /** Index of the entry that is shown, -1 for none. */
  get at(): number {
    return this.state.trail[this.state.step] ?? -1;
  }

  get current(): Entry | undefined {
    return this.state.entries[this.at];
  }

  /** The markup that is shown. */
  get html(): string {
    return this.current?.answers[this.current.chosen] ?? "";
  }

  get canUndo(): boolean {
    return this.state.step > 0;
  }

  get canRedo(): boolean {
    return this.state.step < this.state.trail.length - 1;
  }

  add(entry: Omit<Entry, "parent" | "chosen">): void {
    this.state.entries.push({ ...entry, chosen: 0, parent: this.at });
    this.go(this.state.entries.length - 1);
    if (this.state.entries.length > MOST) this.dropOldest();
  }

  choose(answer: number): void {
    if (this.current !== undefined) this.current.chosen = answer;
    this.keep();
  }

  /** Show an entry; -1 begins anew. */
  go(index: number): void {
    const { trail, step } = this.state;
    trail.splice(step + 1, Infinity, index);
    this.state.step = step + 1;
    this.keep();
  }

  undo(): void {
    if (this.canUndo) this.state.step--;
    this.keep();
  }

  redo(): void {
    if (this.canRedo) this.state.step++;
    this.keep();
  }

  forget(): void {
    this.state = structuredClone(EMPTY);
    this.keep();
  }

  private dropOldest(): void {
    const shift = (index: number): number => Math.max(index - 1, -1);
    this.state.entries = this.state.entries
      .slice(1)
      .map((each) => ({ ...each, parent: shift(each.parent) }));
    this.state.trail = this.state.trail.map(shift);
    this.keep();
  }

  private keep(): void {
    save(NAME, this.state);
  }
}

function isSaved(value: unknown): value is Saved {
  const saved = value as Saved | null;
  return (
    typeof saved?.step === "number" &&
    Array.isArray(saved.trail) &&
    saved.trail.every((each) => typeof each === "number") &&
    Array.isArray(saved.entries) &&
    saved.entries.every(
      (each) =>
        typeof each?.prompt === "string" &&
        Array.isArray(each.answers) &&
        each.answers.every((answer) => typeof answer === "string"),
    )
  );
}
