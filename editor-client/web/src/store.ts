/**
 * What was typed and answered, kept in this browser: a reload or a crash loses nothing.
 *
 * Storage may be full or switched off; the page then works from memory alone.
 */

const PREFIX = "tagwright.";

export function load<T>(name: string, usual: T, isRight: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + name) ?? "null");
    return isRight(value) ? value : usual;
  } catch {
    return usual;
  }
}

export function save(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Memory still has it.
  }
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

const TOKEN = `${PREFIX}token`;

/** The server's token, for this tab alone and not longer than it. */
export function token(): string {
  try {
    return sessionStorage.getItem(TOKEN) ?? "";
  } catch {
    return "";
  }
}

export function setToken(value: string): void {
  try {
    sessionStorage.setItem(TOKEN, value);
  } catch {
    // Without storage it would have to be typed for each request: say so by asking again.
  }
}
