import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import {
  eventually,
  open,
  placed,
  removeScratch,
  scratch,
  select,
  sidecar,
  tagged,
  tagsOf,
  write,
} from './workbench.ts';

const more = 'Nobody had expected so many people to come, and the hall was full. '.repeat(4);
const text = `Oleg Syromolotov spoke in Moscow on Tuesday, as the paper said. ${more}

${more}The committee meets in Narva, and Maria Tamm will open the meeting there.
`;
/** A line was put before it, one name has a word more, one place is gone. */
const rewritten = `A headline that was not there before.

Oleg Syromolotov spoke in Moscow on Tuesday, as the paper said. ${more}

${more}The committee meets, and Marija Tamm will open the meeting there.
`;

suite('review of tags whose text was changed elsewhere', () => {
  let name: string;
  let editor: vscode.TextEditor;

  setup(async () => {
    ({ name, editor } = await scratch(text));
    await tagged(editor, 'PER', 'Oleg Syromolotov', 'Maria Tamm');
    await tagged(editor, 'LOC', 'Narva');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await write(name, rewritten);
    editor = await eventually('the text as it was rewritten', async () => {
      const opened = await open(name);
      return opened.document.getText() === rewritten ? opened : undefined;
    });
    await eventually('the tags to be looked for', async () => {
      const found = await statuses();
      const done = found.get('Narva') === 'lost' && found.get('Maria Tamm') === 'changed';
      return done ? true : undefined;
    });
  });
  teardown(removeScratch);

  async function statuses(): Promise<Map<string, string>> {
    const tags = await tagsOf(editor.document);
    return new Map(tags.map(({ quote, status }) => [quote, status]));
  }
  async function tagOf(quote: string) {
    const tag = (await tagsOf(editor.document)).find((found) => found.quote === quote);
    ok(tag, `there is no tag of ${quote}`);
    return { uri: editor.document.uri, tag };
  }

  test('a changed and a lost tag are told from one that is where it was', async () => {
    const found = await statuses();
    equal(found.get('Maria Tamm'), 'changed');
    equal(found.get('Narva'), 'lost');
    ok(['exact', 'moved'].includes(found.get('Oleg Syromolotov') ?? ''), 'Oleg Syromolotov');
  });

  test('the old and the new place are shown side by side', async () => {
    await vscode.commands.executeCommand('glossator.compareContext', await tagOf('Maria Tamm'));
    const tab = await eventually('a diff', () => {
      const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return input instanceof vscode.TabInputTextDiff ? input : undefined;
    });
    const [before, now] = await Promise.all(
      [tab.original, tab.modified].map((uri) => vscode.workspace.openTextDocument(uri)),
    );
    ok(before?.getText().includes('Maria Tamm will open'), before?.getText());
    ok(now?.getText().includes('Marija Tamm will'), now?.getText());
  });

  test('accepting all new places leaves the lost tag alone, and one undo takes it back', async () => {
    await vscode.commands.executeCommand('glossator.acceptAllPlaces');
    const after = await statuses();
    equal(after.get('Marija Tamm'), 'exact');
    equal(after.get('Oleg Syromolotov'), 'exact');
    equal(after.get('Narva'), 'lost');
    await vscode.commands.executeCommand('glossator.undoTagChange');
    equal((await statuses()).get('Maria Tamm'), 'changed');
  });

  test('a lost tag is put where the selection is', async () => {
    const argument = await tagOf('Narva');
    select(editor, placed(editor, 'Moscow'));
    await vscode.commands.executeCommand('glossator.replaceTag', argument);
    equal((await statuses()).get('Moscow'), 'exact');
    const stored = (await sidecar(name))?.tags.find(({ quote }) => quote === 'Moscow');
    equal(stored?.id, argument.tag.id);
  });

  test('dropping the lost tags drops nothing else', async () => {
    await vscode.commands.executeCommand('glossator.dropAllLost');
    const kept = (await sidecar(name))?.tags.map(({ quote }) => quote).sort();
    deepEqual(kept, ['Maria Tamm', 'Oleg Syromolotov']);
  });
});
