// Shows markup rendered before it is in the document.
import * as vscode from 'vscode';
import type { CodeAction } from 'vscode-languageclient/node';
import { dedented, previewPage } from './page';
import { apply, offered, resolved, type Offer, type Place } from './wishes';

const APPLY = 'tagwright.applyPreview';
const DISCARD = 'tagwright.discardPreview';

interface Shown {
  place: Place;
  action: CodeAction;
  offer: Offer;
}

export class Preview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private shown: Shown | undefined;

  /** Has markup written for a place and shows it, with buttons to apply or discard it. */
  async open(place: Place): Promise<void> {
    const action = await offered(place, 'rewrite', 'regenerate', 'generate');
    if (action === undefined) {
      void vscode.window.showInformationMessage(
        'There is no prompt here: put the cursor into a comment that asks for markup.',
      );
      return;
    }
    const offer = await resolved(place.client, action);
    if (offer !== undefined) {
      this.offer({ place, action, offer });
    }
  }

  /** Puts what is shown into the document. */
  async apply(): Promise<void> {
    const shown = this.shown;
    if (shown === undefined) {
      return;
    }
    const { place, action, offer } = shown;
    if (await apply(place.client, offer.edit)) {
      return this.leave(place);
    }
    // The document has changed: the server finds the place again, or says that it is gone.
    const again = await resolved(place.client, action);
    if (again === undefined) {
      return;
    }
    if (dedented(again.newText) === dedented(offer.newText)) {
      if (await apply(place.client, again.edit)) {
        return this.leave(place);
      }
    }
    this.offer({ place, action, offer: again });
    void vscode.window.showInformationMessage(
      'The page changed, so its markup was written anew: look at it again.',
    );
  }

  async discard(): Promise<void> {
    if (this.shown !== undefined) {
      await this.leave(this.shown.place);
    }
  }

  /** Shows markup beside the document without taking the focus; nothing can be applied. */
  peek(title: string, newText: string): void {
    this.shown = undefined;
    this.fill(title, newText, false);
  }

  close(): void {
    this.panel?.dispose();
  }

  dispose(): void {
    this.close();
  }

  private offer(shown: Shown): void {
    this.shown = shown;
    const file = vscode.workspace.asRelativePath(shown.place.editor.document.uri);
    this.fill(`Not in ${file} yet`, shown.offer.newText, true);
  }

  private fill(title: string, newText: string, buttons: boolean): void {
    const column = vscode.ViewColumn.Beside;
    this.panel ??= this.create(column, !buttons);
    this.panel.webview.html = previewPage({
      title,
      markup: dedented(newText),
      ...(buttons && { buttons: { apply: APPLY, discard: DISCARD } }),
    });
    void vscode.commands.executeCommand('setContext', 'tagwright.previewing', buttons);
  }

  private create(viewColumn: vscode.ViewColumn, preserveFocus: boolean): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel(
      'tagwright.preview',
      'Tagwright Preview',
      { viewColumn, preserveFocus },
      { enableScripts: false, enableCommandUris: [APPLY, DISCARD], localResourceRoots: [] },
    );
    panel.onDidDispose(() => {
      this.panel = this.shown = undefined;
      void vscode.commands.executeCommand('setContext', 'tagwright.previewing', false);
    });
    return panel;
  }

  /** Closes the preview and goes back to the document. */
  private async leave({ editor }: Place): Promise<void> {
    this.close();
    const { viewColumn = vscode.ViewColumn.Active } = editor;
    await vscode.window.showTextDocument(editor.document, { viewColumn });
  }
}
