/** The server's HTTP interface: `POST /generate_html` as events, and `GET /healthz`. */

import { parseEvents } from "./events.js";
import { token } from "./store.js";

export type Style = "" | "bootstrap" | "tailwind";

export interface Wish {
  readonly prompt: string;
  /** Markup to change, or text to use; `""` for new markup. */
  readonly input: string;
  readonly style: Style;
  /** Primary subtag of the page's language. */
  readonly lang: string;
  /** How many different answers. */
  readonly count: number;
}

export interface Answer {
  readonly html: string;
  readonly answers: readonly string[];
  readonly model: string;
  readonly tokens: number;
  readonly ms: number;
}

export interface Health {
  readonly model: string;
  readonly state: string;
  readonly loaded: boolean;
  readonly message: string;
}

/** Something went wrong; the message is one sentence for the user. */
export class Problem extends Error {
  constructor(
    message: string,
    /** HTTP status, 0 where there was no answer. */
    readonly status = 0,
  ) {
    super(message);
  }
}

export const GONE =
  "The server can't be reached: start `tagwright serve` again, then ask once more. " +
  "Nothing that you typed is lost.";
const CUT = "The connection ended before the answer did: ask once more.";

const VERSIONS: Record<Style, number> = { "": 0, bootstrap: 5, tailwind: 4 };

/**
 * Ask for markup. onPartial gets the whole markup of an answer so far, and the answer's number.
 * Throws `Problem`, or the signal's `AbortError`.
 */
export async function generate(
  wish: Wish,
  onPartial: (html: string, answer: number) => void,
  signal: AbortSignal,
): Promise<Answer> {
  const response = await reach("generate_html", {
    method: "POST",
    headers: { "Content-Type": "application/json", ...authorization() },
    body: JSON.stringify(body(wish)),
    signal,
  });
  if (!response.ok) throw await problemOf(response);
  if (response.body === null) throw new Problem(CUT);
  let answer: Answer | undefined;
  try {
    for await (const { name, data } of parseEvents(response.body)) {
      const value: unknown = JSON.parse(data);
      if (name === "partial" && isPartial(value)) onPartial(value.html, value.answer ?? 0);
      else if (name === "done" && isAnswer(value)) answer = value;
      else if (name === "error") throw new Problem(sentence(value) ?? CUT, response.status);
    }
  } catch (error) {
    if (error instanceof Problem || signal.aborted) throw error;
    throw new Problem(CUT);
  }
  if (answer === undefined) throw new Problem(CUT);
  return answer;
}

/** Whether a language server is refused for want of a token: a WebSocket can't tell. */
export async function needsToken(): Promise<boolean> {
  const response = await reach("lsp", { headers: authorization() }).catch(() => undefined);
  return response?.status === 401;
}

/** What the model does. Throws `Problem` where nobody answers. */
export async function health(): Promise<Health> {
  const response = await reach("healthz", { headers: authorization() });
  const value: unknown = await response.json().catch(() => null);
  if (isHealth(value)) return value;
  throw new Problem(sentence(value) ?? `The server answered with status ${response.status}.`);
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, cache: "no-store" });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Problem(GONE);
  }
}

function authorization(): Record<string, string> {
  return token() ? { Authorization: `Bearer ${token()}` } : {};
}

function body(wish: Wish): object {
  const context = {
    lang: wish.lang,
    ...(wish.style && { framework: wish.style, framework_version: VERSIONS[wish.style] }),
  };
  return {
    prompt: wish.prompt,
    context,
    ...(wish.input && { input: wish.input }),
    n: wish.count,
    stream: true,
  };
}

async function problemOf(response: Response): Promise<Problem> {
  const value: unknown = await response.json().catch(() => null);
  const said = sentence(value) ?? `The server answered with status ${response.status}.`;
  const wait = Number(response.headers.get("Retry-After"));
  const hint = wait > 0 ? ` (Try again in ${wait} s.)` : "";
  return new Problem(said + hint, response.status);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function sentence(value: unknown): string | undefined {
  return isObject(value) && typeof value["error"] === "string" ? value["error"] : undefined;
}

function isPartial(value: unknown): value is { html: string; answer?: number } {
  return isObject(value) && typeof value["html"] === "string";
}

function isAnswer(value: unknown): value is Answer {
  return isObject(value) && typeof value["html"] === "string" && Array.isArray(value["answers"]);
}

function isHealth(value: unknown): value is Health {
  return isObject(value) && typeof value["state"] === "string";
}
