import * as vscode from 'vscode';

const scheme = 'glossator-page';

/** A page of the extension's own, to be read and not to be saved; its text is in its URI. */
export function pageUri(name: string, text: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${name}`, query: text });
}

/** Whether a document is such a page. */
export function isPage({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === scheme;
}

/** Serves the pages out of their URIs. */
export function providePages(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ query }) => query,
  });
}
