import * as vscode from 'vscode';
import type { TagItem } from '../../server/src/protocol.ts';
import { asRange } from './documents.ts';

/** UTF-16 units of context that a sidecar keeps on either side of a tag. */
const kept = 32;

/**
 * A tag with its surroundings as it was tagged, and as it lies in the text now.
 * @param reach UTF-16 units on either side
 */
export function contexts(
  document: vscode.TextDocument,
  tag: TagItem,
  reach = kept,
): { readonly before: string; readonly after: string } {
  const range = asRange(tag.range);
  const from = document.positionAt(Math.max(0, document.offsetAt(range.start) - reach));
  const to = document.positionAt(document.offsetAt(range.end) + reach);
  return {
    before: shorter(tag.prefix ?? '', -reach) + tag.quote + shorter(tag.suffix ?? '', 0, reach),
    after: document.getText(new vscode.Range(from, to)),
  };
}

/** A slice that halves no surrogate pair. */
function shorter(text: string, from: number, to?: number): string {
  return text.slice(from, to).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
