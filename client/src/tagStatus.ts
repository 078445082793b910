import * as vscode from 'vscode';
import type { TagItem } from '../../server/src/protocol.ts';

/** Whether a person should look where the tag lies: it moved, its text changed, or it is gone. */
export function needsReview({ status }: TagItem): boolean {
  return status !== 'exact';
}

/** The status as a word for people. */
export function statusName({ status }: TagItem): string {
  switch (status) {
    case 'moved':
      return vscode.l10n.t('Moved');
    case 'changed':
      return vscode.l10n.t('Changed');
    case 'lost':
      return vscode.l10n.t('Lost');
    default:
      return '';
  }
}

/** What a reviewer said of a tag that is not drawn for it, as a word for people. */
export function reviewName({ review }: TagItem): string {
  return review === 'rejected' ? vscode.l10n.t('rejected') : '';
}
