import * as vscode from 'vscode';
import type { CorpusEntity } from '../../../server/src/protocol.ts';
import { exists } from '../documents.ts';
import { type Command, Refusal } from './command.ts';
import { showLine } from './showSidecar.ts';

/** Opens entities.json at the record of an entity of the Entities view. */
export const openRecord: Command = {
  id: 'glossator.openRecord',
  async run(session, argument) {
    const { entity } = (argument ?? {}) as { entity?: CorpusEntity };
    const corpus = await session.corpus.get();
    if (!corpus || entity?.id === undefined) return;
    const registry = vscode.Uri.parse(corpus.registryUri);
    if (!(await exists(registry))) {
      throw new Refusal(vscode.l10n.t('This corpus has no entities.json yet.'));
    }
    await showLine(registry, entity.id);
  },
};
