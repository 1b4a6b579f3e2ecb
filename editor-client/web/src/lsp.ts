/** The language server at the other end of a WebSocket: connects, connects again, and asks. */

import { LSPClient, type Transport } from "@codemirror/lsp-client";
import { token } from "./store.js";

export type Link = "connecting" | "connected" | "lost";

/** What the server says of its model (`tagwright/status`). */
export interface ModelStatus {
  readonly state: "idle" | "loading" | "generating" | "error";
  readonly model: string;
  readonly message: string;
}

export interface Listener {
  link(state: Link): void;
  status(status: ModelStatus): void;
  /** A sentence for the user. */
  message(text: string): void;
}

/** An answer takes as long as the model does; whoever waits can cancel. */
const PATIENCE_MS = 600_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 15_000;

const LOST = "The connection to the server was lost; nothing was changed. Try again once it is back.";

export class LanguageServer {
  readonly client: LSPClient;
  private socket: WebSocket | undefined;
  private retry = FIRST_RETRY_MS;
  private timer = 0;
  private readonly waiting = new Set<(error: Error) => void>();

  constructor(private readonly listener: Listener) {
    this.client = new LSPClient({
      timeout: PATIENCE_MS,
      // What comes late is better than what is empty and never asked for again.
      initializationOptions: { completionBudgetMs: 20_000, inlineTimeoutMs: 20_000 },
      sanitizeHTML: codeOnly,
      notificationHandlers: {
        "tagwright/status": (_, params) => {
          listener.status(params as ModelStatus);
          return true;
        },
        "window/showMessage": (_, params) => {
          listener.message((params as { message: string }).message);
          return true;
        },
      },
      extensions: [{ clientCapabilities: CAPABILITIES }],
    });
  }

  connect(): void {
    window.clearTimeout(this.timer);
    this.socket?.close();
    this.listener.link("connecting");
    const address = new URL("lsp", document.baseURI);
    address.protocol = address.protocol.replace("http", "ws");
    const protocols = ["tagwright", ...(token() ? [`bearer.${token()}`] : [])];
    const socket = new WebSocket(address, protocols);
    this.socket = socket;
    socket.addEventListener("open", () => this.opened(socket));
    socket.addEventListener("close", () => {
      if (this.socket === socket) this.lost();
    });
  }

  /**
   * Ask, with the document as it is now. Throws `AbortError` once the signal is aborted, and an
   * error with a sentence where the server refused or is gone.
   */
  async request<Result>(method: string, params: object, signal?: AbortSignal): Promise<Result> {
    if (this.socket?.readyState !== WebSocket.OPEN) throw new Error(LOST);
    this.client.sync();
    const cancel = (): void => this.client.cancelRequest(params);
    signal?.addEventListener("abort", cancel);
    let leave: ((error: Error) => void) | undefined;
    const gone = new Promise<never>((_, reject) => {
      leave = reject;
      this.waiting.add(reject);
    });
    try {
      return await Promise.race([this.client.request<object, Result>(method, params), gone]);
    } catch (error) {
      signal?.throwIfAborted();
      throw new Error((error as { message?: string }).message ?? String(error));
    } finally {
      if (leave !== undefined) this.waiting.delete(leave);
      signal?.removeEventListener("abort", cancel);
    }
  }

  private opened(socket: WebSocket): void {
    this.client.connect(transport(socket));
    this.client.initializing.then(
      () => {
        this.retry = FIRST_RETRY_MS;
        this.listener.link("connected");
      },
      () => socket.close(),
    );
  }

  private lost(): void {
    this.socket = undefined;
    if (this.client.connected) this.client.disconnect();
    for (const leave of this.waiting) leave(new Error(LOST));
    this.waiting.clear();
    this.listener.link("lost");
    this.timer = window.setTimeout(() => this.connect(), this.retry);
    this.retry = Math.min(this.retry * 2, LAST_RETRY_MS);
  }
}

const OF_CODE = new Set(["br", "code", "div", "p", "pre", "span"]);

/** What the documentation of a completion may be: generated markup shown as text, in colours. */
function codeOnly(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const each of body.querySelectorAll("*")) {
    if (!OF_CODE.has(each.localName)) each.remove();
    for (const { name } of [...each.attributes]) if (name !== "class") each.removeAttribute(name);
  }
  return body.innerHTML;
}

function transport(socket: WebSocket): Transport {
  const handlers = new Map<(message: string) => void, (event: MessageEvent<string>) => void>();
  return {
    send: (message) => {
      // What is sent while the connection breaks is sent again with the whole document.
      if (socket.readyState === WebSocket.OPEN) socket.send(message);
    },
    subscribe: (handler) => {
      const listener = (event: MessageEvent<string>): void => handler(event.data);
      handlers.set(handler, listener);
      socket.addEventListener("message", listener);
    },
    unsubscribe: (handler) => {
      const listener = handlers.get(handler);
      if (listener !== undefined) socket.removeEventListener("message", listener);
      handlers.delete(handler);
    },
  };
}

const CAPABILITIES = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    inlineCompletion: {},
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["refactor.rewrite"] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
};
