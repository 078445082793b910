import * as vscode from 'vscode';
import type { TagItem } from '../../../server/src/protocol.ts';
import type { Session } from '../session.ts';
import { needsReview } from '../tagStatus.ts';
import { type Command, Refusal, whisper } from './command.ts';
import { isTagArgument, requireText, stretches, type TagArgument, type Target } from './target.ts';

/** The tags of the text in view whose place is in doubt. */
async function doubtful(session: Session): Promise<Target> {
  const { document } = requireText();
  const tags = (await session.tags.of(document)).filter(needsReview);
  return { uri: document.uri, tags };
}

/** Says that a moved or changed tag stands rightly where it stands now. */
export const acceptPlace: Command = {
  id: 'glossator.acceptPlace',
  async run(session, argument) {
    if (isTagArgument(argument)) await place(session, argument.uri, [argument.tag]);
  },
};

/** The same for all moved and changed tags of the text. */
export const acceptAllPlaces: Command = {
  id: 'glossator.acceptAllPlaces',
  async run(session) {
    const { uri, tags } = await doubtful(session);
    const placed = tags.filter(({ status }) => status !== 'lost');
    if (placed.length === 0) return whisper(vscode.l10n.t('No tag of this text has moved.'));
    await place(session, uri, placed);
  },
};

async function place(session: Session, uri: vscode.Uri, tags: readonly TagItem[]): Promise<void> {
  await session.server.together(uri, async () => {
    for (const { id, range } of tags) {
      await session.server.run('glossator.replace', { uri: session.server.uri(uri), id, range });
    }
  });
}

/** Puts a tag where the selection is. */
export const replaceTag: Command = {
  id: 'glossator.replaceTag',
  async run(session, argument) {
    const tag = isTagArgument(argument) ? argument : await pickDoubtful(session);
    if (!tag) return;
    const editor = requireText();
    if (editor.document.uri.toString() !== tag.uri.toString()) {
      throw new Refusal(
        vscode.l10n.t('Open the tag’s text, select where the tag belongs, and try again.'),
      );
    }
    const [range] = stretches(editor);
    if (range) await place(session, tag.uri, [{ ...tag.tag, range }]);
  },
};

async function pickDoubtful(session: Session): Promise<TagArgument | undefined> {
  const { uri, tags } = await doubtful(session);
  if (tags.length === 0) throw new Refusal(vscode.l10n.t('No tag of this text needs a review.'));
  const items = tags.map((tag) => ({
    label: tag.quote,
    description: session.corpus.title(tag.label),
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
    await session.server.together(uri, async () => {
      for (const { id } of lost) {
        await session.server.run('glossator.untag', { uri: session.server.uri(uri), id });
      }
    });
    whisper(vscode.l10n.t('Dropped {0} lost tags.', lost.length));
  },
};
