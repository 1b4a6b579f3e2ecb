// What the user can ask for where the cursor or the selection is.
import * as vscode from 'vscode';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  type CodeAction,
  type LanguageClient,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageclient/node';
import { request, unlessRefused, type Server } from './server';

/** A place in a document, and who to ask about it. */
export interface Place {
  client: LanguageClient;
  editor: vscode.TextEditor;
}

/** The server's edit: it is always one insertion or replacement in one document. */
export interface Offer {
  edit: WorkspaceEdit;
  newText: string;
}

type Kind = 'generate' | 'regenerate' | 'rewrite';

/** Returns where the user is. Says what is wrong where nothing can be asked for there. */
export async function here(server: Server, explain: () => void): Promise<Place | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage(
      'Open a page and put the cursor into a comment that asks for markup.',
    );
    return undefined;
  }
  if (vscode.languages.match(server.selector, editor.document) === 0) {
    const language = editor.document.languageId;
    void vscode.window.showInformationMessage(
      `Tagwright does not write in documents of the language ${language}.`,
    );
    return undefined;
  }
  const client = await server.ready();
  if (client === undefined) {
    explain();
    return undefined;
  }
  return { client, editor };
}

/** Returns a place as the server's commands take it. */
export function argument({ client, editor }: Place): { uri: string; range: object } {
  return {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
    range: client.code2ProtocolConverter.asRange(editor.selection),
  };
}

/** Rewrites the selection as the comment above it says, or as the user says now. */
export async function rewrite(place: Place): Promise<void> {
  let instruction: string | undefined;
  if ((await offered(place, 'rewrite')) === undefined) {
    instruction = await vscode.window.showInputBox({
      title: 'Rewrite Selection',
      prompt: 'What to change in the selected markup',
      placeHolder: 'make it a two-column grid',
    });
    if (instruction === undefined || instruction.trim() === '') {
      return;
    }
  }
  await request(place.client, 'tagwright.rewrite', { ...argument(place), instruction });
}

/** Returns the first of these kinds that is offered at a place. */
export async function offered(place: Place, ...kinds: Kind[]): Promise<CodeAction | undefined> {
  const { client, editor } = place;
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
    range: client.code2ProtocolConverter.asRange(editor.selection),
    context: { diagnostics: [] },
  });
  for (const kind of kinds) {
    for (const action of actions ?? []) {
      if ((action as CodeAction).data?.wish === kind) {
        return action as CodeAction;
      }
    }
  }
  return undefined;
}

/** Has the server write the markup for an action; undefined where it could not or was stopped. */
export async function resolved(
  client: LanguageClient,
  action: CodeAction,
): Promise<Offer | undefined> {
  const answer = client.sendRequest(CodeActionResolveRequest.type, action);
  const { edit } = (await unlessRefused(undefined, answer)) ?? {};
  return edit === undefined ? undefined : { edit, newText: textOf(edit) };
}

/** Applies an edit, unless the document has another version by now. */
export async function apply(client: LanguageClient, edit: WorkspaceEdit): Promise<boolean> {
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  const { uri, version } = changeOf(edit).textDocument;
  const document = vscode.workspace.textDocuments.find(
    (each) => client.code2ProtocolConverter.asUri(each.uri) === uri,
  );
  return document?.version === version && (await vscode.workspace.applyEdit(converted));
}

/** Returns what an edit of the server writes. */
export function textOf(edit: WorkspaceEdit): string {
  return changeOf(edit).edits[0].newText;
}

function changeOf(edit: WorkspaceEdit): TextDocumentEdit & { edits: [{ newText: string }] } {
  // The server sends versions to every client that takes them, as this one does.
  return edit.documentChanges?.[0] as ReturnType<typeof changeOf>;
}
