// The language server's process and the client that speaks with it.
import * as vscode from 'vscode';
import {
  ExecuteCommandRequest,
  LanguageClient,
  ResponseError,
  RevealOutputChannelOn,
  State as ClientState,
} from 'vscode-languageclient/node';
import { findServer, type Found, type Places } from './find';
import type { ModelState, State } from './state';

/** Starts, restarts and stops the server, and says how it is. */
export class Server implements vscode.Disposable {
  readonly onState: vscode.Event<State>;
  /** The languages that a prompt can stand in: those that the extension starts for. */
  readonly selector: { scheme: string; language: string }[];

  private readonly changed = new vscode.EventEmitter<State>();
  private client: LanguageClient | undefined;
  private starting: Promise<LanguageClient | undefined> | undefined;
  private now: State = { state: 'stopped' };

  constructor(
    private readonly storage: vscode.Uri,
    events: readonly string[],
    readonly log: vscode.LogOutputChannel,
  ) {
    this.onState = this.changed.event;
    this.selector = events
      .filter((event) => event.startsWith('onLanguage:'))
      .map((event) => event.slice('onLanguage:'.length))
      .flatMap((language) => ['file', 'untitled'].map((scheme) => ({ scheme, language })));
  }

  get state(): State {
    return this.now;
  }

  /** Where the server is looked for. */
  get places(): Places {
    return {
      setting: vscode.workspace.getConfiguration('tagwright.server').get('path', ''),
      managed: vscode.Uri.joinPath(this.storage, 'server').fsPath,
      env: process.env,
      windows: process.platform === 'win32',
    };
  }

  /** Returns the client, with the server started; undefined where that can't be. Never throws. */
  ready(): Promise<LanguageClient | undefined> {
    this.starting ??= this.start().then((client) => {
      if (client === undefined) {
        this.starting = undefined;
      }
      return client;
    });
    return this.starting;
  }

  async restart(): Promise<LanguageClient | undefined> {
    await this.stop();
    return this.ready();
  }

  async stop(): Promise<void> {
    await this.starting;
    this.starting = undefined;
    const client = this.client;
    this.client = undefined;
    // A server that doesn't answer is ended; then there is nothing left to tell.
    await client?.dispose().catch((error: unknown) => this.log.warn(String(error)));
    this.tell({ state: 'stopped' });
  }

  dispose(): void {
    void this.stop();
    this.changed.dispose();
  }

  private async start(): Promise<LanguageClient | undefined> {
    const found = findServer(this.places);
    if (found === undefined) {
      this.tell({ state: 'missing' });
      return undefined;
    }
    const client = await this.make(found);
    this.client = client;
    this.log.info(`Starting ${[found.command, ...found.args].join(' ')}`);
    try {
      await client.start();
    } catch (error) {
      this.log.error(`The server could not be started: ${String(error)}`);
      this.client = undefined;
      this.tell({ state: 'failed' });
      return undefined;
    }
    return client;
  }

  private async make(found: Found): Promise<LanguageClient> {
    // The server's folder is ours: a workspace could hold modules that Python would take for its
    // own.
    await vscode.workspace.fs.createDirectory(this.storage);
    const level = vscode.workspace.getConfiguration('tagwright.server').get('logLevel', 'warning');
    const client = new LanguageClient(
      'tagwright',
      'Tagwright',
      {
        command: found.command,
        args: [...found.args, 'lsp', '--stdio', '--log-level', level],
        options: { cwd: this.storage.fsPath },
      },
      {
        documentSelector: this.selector,
        outputChannel: this.log,
        // The server says in a message of its own what went wrong.
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationFailedHandler: () => false,
        middleware: {
          resolveCodeAction: (item, token, next) => unlessRefused(item, next(item, token)),
          // VS Code shows no ghost text beside an open list: the list waits until it is asked for.
          provideCompletionItem: (document, position, context, token, next) =>
            context.triggerKind === vscode.CompletionTriggerKind.TriggerCharacter &&
            hasGhostText(document)
              ? undefined
              : next(document, position, context, token),
        },
      },
    );
    client.onNotification('tagwright/status', (state: ModelState) => this.tell(state));
    client.onDidChangeState(({ newState }) => {
      if (this.client !== client) {
        return;
      }
      if (newState === ClientState.Running) {
        void this.askState(client);
      } else {
        this.tell({ state: newState === ClientState.Starting ? 'starting' : 'stopped' });
      }
    });
    return client;
  }

  private async askState(client: LanguageClient): Promise<void> {
    const state = await request<ModelState>(client, 'tagwright.status');
    if (state !== undefined && this.client === client) {
      this.tell(state);
    }
  }

  private tell(state: State): void {
    this.now = state;
    this.changed.fire(state);
  }
}

function hasGhostText(document: vscode.TextDocument): boolean {
  const setting = vscode.workspace.getConfiguration('tagwright', document).get('inlineCompletion');
  const editor = vscode.workspace.getConfiguration('editor', document);
  return setting !== 'off' && editor.get('inlineSuggest.enabled', true);
}

/** Runs a command of the server; undefined where it refused, which it has told the user itself. */
export async function request<Result>(
  client: LanguageClient,
  command: string,
  argument?: object,
  token?: vscode.CancellationToken,
): Promise<Result | undefined> {
  const params = { command, arguments: argument === undefined ? [] : [argument] };
  return unlessRefused(undefined, client.sendRequest(ExecuteCommandRequest.type, params, token));
}

/** Returns the answer, or a substitute where the server refused. */
export async function unlessRefused<Answer, Instead>(
  instead: Instead,
  answer: PromiseLike<Answer> | Answer,
): Promise<Answer | Instead> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ResponseError || error instanceof vscode.CancellationError) {
      return instead;
    }
    throw error;
  }
}
