/** What the modules need of the page that is theirs (index.html). */

/** The element with this id; the page and the program are built together, so it is there. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no element ${id}`);
  return found as T;
}

/** A new element with text in it; markup that others wrote never becomes more than text here. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = "",
  className = "",
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

export function button(label: string, onClick: () => void): HTMLButtonElement {
  const made = element("button", label);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}

/** Say something in a live region; what stands there already is not said again. */
export function say(region: HTMLElement, text: string): void {
  if (region.textContent !== text) region.textContent = text;
}

/** Put text on the clipboard, where the browser lets us (not over plain http); say how it went. */
export async function copied(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return "Copied.";
  } catch {
    return "The browser did not let this page copy: select the text and copy it yourself.";
  }
}

export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/html;charset=utf-8" }));
  const link = element("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the blob after this task; a minute is more than it takes.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Call with the latest arguments, at most once in so many milliseconds, the last time surely. */
export function throttled<A extends unknown[]>(ms: number, call: (...args: A) => void) {
  let latest: A | undefined;
  let timer = 0;
  return (...args: A): void => {
    latest = args;
    timer ||= window.setTimeout(() => {
      timer = 0;
      if (latest !== undefined) call(...latest);
    }, ms);
  };
}
