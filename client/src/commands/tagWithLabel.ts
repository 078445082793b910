import * as vscode from 'vscode';
import { type Command, Refusal, whisper } from './command.ts';
import { tagRanges } from './tagSelection.ts';
import { requireText, stretches } from './target.ts';

interface Choice {
  /** A label's name. */
  readonly label?: string;
  /** Or its one key. */
  readonly key?: string;
  readonly exact?: boolean;
}

/**
 * Tags with a label that the key binding names:
 * `{"label": "PER"}` or `{"key": "p"}`, with `"exact": true` for exactly the selection.
 */
export const tagWithLabel: Command = {
  id: 'glossator.tagWithLabel',
  async run(session, argument) {
    const choice: Choice = typeof argument === 'object' && argument !== null ? argument : {};
    const editor = await requireText(session);
    const labels = (await session.corpus.get())?.labels ?? [];
    const label = labels.find(({ name, key }) =>
      choice.label === undefined ? key !== undefined && key === choice.key : name === choice.label,
    );
    if (!label) return unknown(choice);
    await tagRanges(session, editor, stretches(editor), label.name, choice.exact ?? false);
    session.recent.used(label.name);
  },
};

function unknown({ label, key }: Choice): void {
  if (key === undefined) {
    throw new Refusal(vscode.l10n.t('The tagset has no label “{0}”.', label ?? ''));
  }
  whisper(vscode.l10n.t('No label has the key “{0}”. Escape ends tagging by keys.', key));
}
