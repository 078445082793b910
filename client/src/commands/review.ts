import * as vscode from 'vscode';
import { toRange } from '../documents.ts';
import { oneLine } from '../oneLine.ts';
import type { Session } from '../session.ts';
import { statusName } from '../tagStatus.ts';
import { type Command, mostListed, Refusal, whisper } from './command.ts';
import {
  isTagArgument,
  mentionAt,
  named,
  requireText,
  stretches,
  type TagArgument,
  type Target,
} from './target.ts';

/** The tags of the text in view whose place is in doubt. */
async function doubtful(session: Session): Promise<Target> {
  const { document } = await requireText(session);
  return { uri: document.uri, tags: await session.server.review(document.uri) };
}

/** Says that a moved or changed tag stands rightly where it stands now. */
export const acceptPlace: Command = {
  id: 'glossator.acceptPlace',
  async run(session, argument) {
    if (isTagArgument(argument)) await accept(session, { ...argument, tags: [argument.tag] });
  },
};

/** The same for all moved and changed tags of the text, as one step for undo. */
export const acceptAllPlaces: Command = {
  id: 'glossator.acceptAllPlaces',
  async run(session) {
    const uri = session.server.uri((await requireText(session)).document.uri);
    const { ids } = await session.server.run('glossator.acceptPlaces', { uri });
    const count = ids.length;
    if (count === 0) return whisper(vscode.l10n.t('No tag of this text has moved.'));
    whisper(
      count === 1
        ? vscode.l10n.t('Accepted the new place of 1 tag.')
        : vscode.l10n.t('Accepted the new places of {0} tags.', count),
    );
  },
};

/** A suggested or rejected tag stays what it is: only its place is accepted. */
async function accept(session: Session, { uri, tags }: Target): Promise<void> {
  const judged = tags.filter(({ review = 'accepted' }) => review === 'accepted');
  const others = tags.filter((tag) => !judged.includes(tag));
  await session.server.together(async (run) => {
    if (judged.length > 0) {
      await run('glossator.accept', named(session, { uri, tags: judged }));
    }
    for (const { id, layer = '', range } of others) {
      const where = { uri: session.server.uri(uri), id, layer };
      await run('glossator.replace', { ...where, range });
    }
  });
}

/** Puts a tag where the selection is, or what stands at the cursor. */
export const replaceTag: Command = {
  id: 'glossator.replaceTag',
  async run(session, argument) {
    const chosen = isTagArgument(argument) ? argument : await pickDoubtful(session);
    if (!chosen) return;
    const editor = await requireText(session);
    if (editor.document.uri.toString() !== chosen.uri.toString()) {
      throw new Refusal(
        vscode.l10n.t('Open the tag’s text, select where the tag belongs, and try again.'),
      );
    }
    const [place] = stretches(editor);
    if (!place) return;
    const { id, layer = '' } = chosen.tag;
    await session.server.run('glossator.replace', {
      uri: session.server.uri(chosen.uri),
      id,
      layer,
      range: toRange(await mentionAt(session, chosen.uri, place)),
    });
  },
};

async function pickDoubtful(session: Session): Promise<TagArgument | undefined> {
  const { uri, tags } = await doubtful(session);
  if (tags.length === 0) throw new Refusal(vscode.l10n.t('No tag of this text needs a review.'));
  const items = tags.slice(0, mostListed).map((tag) => ({
    label: oneLine(tag.quote),
    description: [session.corpus.title(tag.label), statusName(tag)].join('  ·  '),
    tag,
  }));
  const title = vscode.l10n.t('Which Tag Belongs Here?');
  const chosen = await vscode.window.showQuickPick(items, { title });
  return chosen && { uri, tag: chosen.tag };
}

/** Removes all lost tags of the text; undoing takes that back. */
export const dropAllLost: Command = {
  id: 'glossator.dropAllLost',
  async run(session) {
    const { uri, tags } = await doubtful(session);
    const lost = tags.filter(({ status }) => status === 'lost');
    if (lost.length === 0) return whisper(vscode.l10n.t('No tag of this text is lost.'));
    await session.server.run('glossator.untag', named(session, { uri, tags: lost }));
    whisper(
      lost.length === 1
        ? vscode.l10n.t('Dropped 1 lost tag. “Undo Last Tag Change” brings it back.')
        : vscode.l10n.t(
            'Dropped {0} lost tags. “Undo Last Tag Change” brings them back.',
            lost.length,
          ),
    );
  },
};
