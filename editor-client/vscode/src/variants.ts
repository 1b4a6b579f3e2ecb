// Three answers to choose from, each shown rendered while it is selected in the list.
import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/node';
import type { Preview } from './preview';
import { request } from './server';
import { apply, argument, textOf, type Place } from './wishes';

interface Variant {
  html: string;
  edit: WorkspaceEdit;
}

interface Item extends vscode.QuickPickItem {
  variant: Variant;
}

/** Has three variants written, lets the user choose one and applies it. */
export async function chooseVariant(place: Place, preview: Preview): Promise<void> {
  const pick = vscode.window.createQuickPick<Item>();
  const gone = new vscode.CancellationTokenSource();
  pick.title = 'Tagwright: Variants';
  pick.placeholder = 'Writing three variants…';
  pick.busy = true;
  // The rendered page opens beside the document and must not close the list.
  pick.ignoreFocusOut = true;
  pick.onDidChangeActive(([item]) => {
    if (item !== undefined) {
      preview.peek(item.label, textOf(item.variant.edit));
    }
  });
  const chosen = new Promise<Item | undefined>((resolve) => {
    pick.onDidAccept(() => {
      if (!pick.busy) {
        resolve(pick.activeItems[0]);
      }
    });
    pick.onDidHide(() => {
      gone.cancel();
      resolve(undefined);
    });
  });
  pick.show();
  try {
    const variants = await request<Variant[]>(
      place.client,
      'tagwright.variants',
      argument(place),
      gone.token,
    );
    if (variants === undefined || gone.token.isCancellationRequested) {
      return;
    }
    pick.busy = false;
    pick.placeholder =
      variants.length > 1
        ? 'Choose the markup to insert; Escape inserts none'
        : 'The model has only this answer; Enter inserts it, Escape does not';
    pick.items = variants.map(item);
    const taken = await chosen;
    if (taken !== undefined && !(await apply(place.client, taken.variant.edit))) {
      void vscode.window.showWarningMessage(
        'The page changed while you chose, so nothing was inserted; ask for variants again.',
      );
    }
  } finally {
    pick.dispose();
    gone.dispose();
    preview.close();
  }
}

function item(variant: Variant, index: number): Item {
  const words = variant.html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const tags = [...variant.html.matchAll(/<([a-z][\w-]*)/gi)].map(([, name]) => name);
  return {
    label: `Variant ${index + 1}`,
    description: `${tags[0] ?? ''}, ${tags.length} elements`,
    detail: words,
    variant,
  };
}
