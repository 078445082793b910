import * as vscode from 'vscode';
import { oneLine } from '../oneLine.ts';
import type { Command } from './command.ts';
import { askValue, pickAttribute } from './pickAttribute.ts';
import { named, targetTags } from './target.ts';

/** Gives an attribute of the tags at the cursors a value, or takes it away. */
export const setAttribute: Command = {
  id: 'glossator.setAttribute',
  async run(session, argument) {
    const target = await targetTags(session, argument);
    const [first] = target?.tags ?? [];
    if (!target || !first) return;
    const about =
      target.tags.length === 1
        ? vscode.l10n.t('Attribute of “{0}”', oneLine(first.quote, 40))
        : vscode.l10n.t('Attribute of {0} Tags', target.tags.length);
    const attribute = await pickAttribute(session, target.tags, about);
    if (!attribute) return;
    const value = await askValue(attribute, first.attributes?.[attribute.name], about);
    if (value === undefined) return;
    const { name } = attribute;
    await session.server.run('glossator.attribute', { ...named(session, target), name, value });
  },
};
