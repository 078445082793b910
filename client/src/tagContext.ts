import * as vscode from 'vscode';
import type { TagItem } from '../../server/src/protocol.ts';
import { asRange } from './documents.ts';

const scheme = 'glossator-context';
/** UTF-16 units of text shown on either side of a tag. */
const reach = 32;

/** A tag with its surroundings as it was tagged, and as it lies in the text now. */
export function contexts(
  document: vscode.TextDocument,
  tag: TagItem,
): { readonly before: string; readonly after: string } {
  const range = asRange(tag.range);
  const from = document.positionAt(Math.max(0, document.offsetAt(range.start) - reach));
  const to = document.positionAt(document.offsetAt(range.end) + reach);
  return {
    before: (tag.prefix ?? '') + tag.quote + (tag.suffix ?? ''),
    after: document.getText(new vscode.Range(from, to)),
  };
}

/** A read-only document, named `path`, that holds `text`. */
export function contextUri(path: string, text: string): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${path}.txt`, query: text });
}

/** Serves the two sides of the diff out of their URIs. */
export function provideContexts(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ query }) => query,
  });
}
