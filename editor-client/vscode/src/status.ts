// The status bar item, and the menu behind it.
import * as vscode from 'vscode';
import type { Server } from './server';
import { facts, shown, type State } from './state';

const COLORS = {
  normal: undefined,
  warning: new vscode.ThemeColor('statusBarItem.warningBackground'),
  error: new vscode.ThemeColor('statusBarItem.errorBackground'),
};

export class Status implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;
  private readonly listener: vscode.Disposable;

  constructor(private readonly server: Server) {
    this.item = vscode.window.createStatusBarItem(
      'tagwright.status',
      vscode.StatusBarAlignment.Right,
      100,
    );
    this.item.name = 'Tagwright';
    this.item.command = 'tagwright.showMenu';
    this.listener = server.onState((state) => this.show(state));
    this.show(server.state);
    this.item.show();
  }

  dispose(): void {
    this.listener.dispose();
    this.item.dispose();
  }

  /** Shows what is known about the model, and what can be done. */
  async menu(): Promise<void> {
    const { state } = this.server;
    const known = facts(state).map(([name, value]) => `${name}: ${value}`);
    const missing = state.state === 'missing' || state.state === 'failed';
    const items: (vscode.QuickPickItem & { command?: string })[] = [
      { label: '$(sparkle) Generate HTML', command: 'tagwright.generateHtml' },
      { label: '$(open-preview) Preview HTML', command: 'tagwright.previewHtml' },
      { label: '', kind: vscode.QuickPickItemKind.Separator },
      { label: '$(output) Show Log', command: 'tagwright.showLog' },
      { label: '$(debug-restart) Restart Server', command: 'tagwright.restartServer' },
      { label: '$(gear) Open Settings', command: 'tagwright.openSettings' },
    ];
    if (missing) {
      items.unshift({ label: '$(cloud-download) Install Server', command: 'tagwright.installServer' });
    }
    const chosen = await vscode.window.showQuickPick(items, {
      title: `Tagwright: ${shown(state).summary}`,
      placeHolder: known.join(' · ') || 'No model was loaded yet',
    });
    if (chosen?.command !== undefined) {
      await vscode.commands.executeCommand(chosen.command);
    }
  }

  private show(state: State): void {
    const { text, summary, level } = shown(state);
    this.item.text = text;
    this.item.backgroundColor = COLORS[level];
    const lines = [`Tagwright: ${summary}`, ...facts(state).map((fact) => fact.join(': '))];
    this.item.tooltip = lines.join('\n');
    this.item.accessibilityInformation = { label: lines[0] ?? '' };
    const running = !['missing', 'failed', 'stopped', 'starting'].includes(state.state);
    void vscode.commands.executeCommand('setContext', 'tagwright.running', running);
  }
}
