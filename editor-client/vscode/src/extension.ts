// The way in: makes the parts and registers the commands.
import * as vscode from 'vscode';
import { Preview } from './preview';
import { Server, request } from './server';
import { Setup } from './setup';
import { Status } from './status';
import { chooseVariant } from './variants';
import { argument, here, rewrite, type Place } from './wishes';

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Tagwright', { log: true });
  const { activationEvents } = context.extension.packageJSON as { activationEvents: string[] };
  const started = new Server(context.globalStorageUri, activationEvents, log);
  server = started;
  const setup = new Setup(context, started);
  const status = new Status(started);
  const preview = new Preview();
  context.subscriptions.push(log, status, preview);

  const explain = (): void => void setup.explain();
  const register = (name: string, run: () => unknown): void => {
    context.subscriptions.push(vscode.commands.registerCommand(`tagwright.${name}`, run));
  };
  const registerHere = (name: string, run: (place: Place) => Promise<unknown>): void => {
    register(name, async () => {
      const place = await here(started, explain);
      return place && run(place);
    });
  };
  // The server's own commands have other names: the client registers them for code lenses.
  const commands = { generateHtml: 'generate', regenerateHtml: 'regenerate', replaceComment: 'replace' };
  for (const [name, command] of Object.entries(commands)) {
    registerHere(name, (at) => request(at.client, `tagwright.${command}`, argument(at)));
  }
  registerHere('rewriteSelection', rewrite);
  registerHere('showVariants', (place) => chooseVariant(place, preview));
  registerHere('previewHtml', (place) => preview.open(place));
  register('applyPreview', () => preview.apply());
  register('discardPreview', () => preview.discard());
  register('showMenu', () => status.menu());
  register('showLog', () => log.show());
  register('installServer', () => setup.install());
  register('chooseServer', () => setup.choose());
  register('openSettings', () =>
    vscode.commands.executeCommand('workbench.action.openSettings', '@ext:tagwright.tagwright'),
  );
  const restart = async (): Promise<void> => {
    if ((await started.restart()) === undefined) {
      explain();
    }
  };
  register('restartServer', restart);
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('tagwright.server')) {
        void restart();
      }
    }),
  );

  // Not awaited: the commands work while the server starts, also those that install one.
  void started.ready().then((client) => (client === undefined ? explain() : setup.offerUpdate()));
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
