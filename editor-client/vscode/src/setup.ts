// Gets the user a server: installs one, takes a program that they choose, or says what is missing.
import * as vscode from 'vscode';
import { installedVersion } from './find';
import { InstallError, findPython, install, wheelIn } from './install';
import type { Server } from './server';

const INSTALL = 'Install Server';
const CHOOSE = 'Choose Program';
const SETTINGS = 'Open Settings';
const LOG = 'Show Log';

export class Setup {
  private installing = false;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: Server,
  ) {}

  /** Says in one message why there is no server, and offers what helps. */
  async explain(): Promise<void> {
    const setting = this.server.places.setting.trim();
    if (this.server.state.state === 'failed') {
      const words = 'The Tagwright server could not be started; the log says why.';
      await this.offer(vscode.window.showErrorMessage(words, LOG, SETTINGS, INSTALL));
    } else if (setting !== '') {
      const words = `The setting tagwright.server.path names no program: ${setting}.`;
      await this.offer(vscode.window.showErrorMessage(words, CHOOSE, SETTINGS));
    } else {
      const words =
        'Tagwright needs its language server, a Python program that runs on this machine. ' +
        'None was found on the PATH.';
      await this.offer(vscode.window.showWarningMessage(words, INSTALL, CHOOSE));
    }
  }

  /** Installs the server with the user's Python and starts it. */
  async install(): Promise<void> {
    if (this.installing) {
      return;
    }
    this.installing = true;
    try {
      const done = await vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: 'Installing the Tagwright server',
          cancellable: true,
        },
        (progress, token) => this.installWith(progress, token),
      );
      if (done && (await this.server.restart()) !== undefined) {
        void vscode.window.showInformationMessage('The Tagwright server is installed and running.');
      }
    } finally {
      this.installing = false;
    }
  }

  /** Lets the user choose the program that is started from now on. */
  async choose(): Promise<void> {
    const files = await vscode.window.showOpenDialog({
      title: 'The tagwright program',
      openLabel: 'Use This Program',
    });
    const file = files?.[0];
    if (file !== undefined) {
      const settings = vscode.workspace.getConfiguration('tagwright.server');
      await settings.update('path', file.fsPath, vscode.ConfigurationTarget.Global);
    }
  }

  /** Offers the server of this version where the extension installed an older one. */
  async offerUpdate(): Promise<void> {
    const installed = installedVersion(this.server.places.managed);
    if (installed !== undefined && installed !== this.version) {
      const words = `Tagwright is version ${this.version} and its server ${installed}.`;
      await this.offer(vscode.window.showInformationMessage(words, INSTALL));
    }
  }

  private get version(): string {
    return (this.context.extension.packageJSON as { version: string }).version;
  }

  private async offer(message: Thenable<string | undefined>): Promise<void> {
    const commands: Record<string, string> = {
      [INSTALL]: 'tagwright.installServer',
      [CHOOSE]: 'tagwright.chooseServer',
      [SETTINGS]: 'tagwright.openSettings',
      [LOG]: 'tagwright.showLog',
    };
    const command = commands[(await message) ?? ''];
    if (command !== undefined) {
      await vscode.commands.executeCommand(command);
    }
  }

  private async installWith(
    progress: vscode.Progress<{ message: string }>,
    token: vscode.CancellationToken,
  ): Promise<boolean> {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const { managed, env, windows } = this.server.places;
    const { log } = this.server;
    try {
      const settings = vscode.workspace.getConfiguration('tagwright.server');
      const python = await findPython(settings.get('python', ''), env, windows, stop.signal);
      const wheel = await wheelIn(vscode.Uri.joinPath(this.context.extensionUri, 'server').fsPath);
      // A running server would keep its files, on Windows at least.
      await this.server.stop();
      await install({
        python,
        folder: managed,
        source: wheel ?? `tagwright==${this.version}`,
        version: this.version,
        windows,
        onStep: (message) => progress.report({ message }),
        onOutput: (line) => log.info(line),
        signal: stop.signal,
      });
      return true;
    } catch (error) {
      if (!stop.signal.aborted) {
        log.error(String(error));
        const words = `The server could not be installed. ${reason(error)}`;
        void this.offer(vscode.window.showErrorMessage(words, LOG, CHOOSE));
      }
      return false;
    }
  }
}

function reason(error: unknown): string {
  return error instanceof InstallError ? error.message : String(error);
}
