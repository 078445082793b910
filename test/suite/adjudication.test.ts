import * as vscode from 'vscode';
import { deepEqual, equal } from './assert.ts';
import { eventually, removeScratch, scratch, sidecar, tagged, tagsOf } from './workbench.ts';

const text = 'Oleg Syromolotov spoke in Moscow, and nobody came from Narva to listen.\n';

suite('adjudication of layers', () => {
  let name: string;
  let editor: vscode.TextEditor;

  setup(async () => {
    ({ name, editor } = await scratch(text));
    await inLayer('ann', () => tagged(editor, 'PER', 'Oleg Syromolotov'));
    await inLayer('ann', () => tagged(editor, 'LOC', 'Moscow'));
    await inLayer('ben', () => tagged(editor, 'ORG', 'Oleg Syromolotov'));
    await inLayer('ben', () => tagged(editor, 'LOC', 'Moscow', 'Narva'));
  });
  teardown(removeScratch);

  async function inLayer(layer: string, tag: () => Promise<void>): Promise<void> {
    const settings = vscode.workspace.getConfiguration('glossator', editor.document.uri);
    const set = (value: string | undefined) =>
      settings.update('layer', value, vscode.ConfigurationTarget.Workspace);
    await set(layer);
    try {
      await tag();
    } finally {
      await set(undefined);
    }
  }

  /** What the main sidecar says, once it says it. */
  function decided(...wanted: string[]): Promise<true> {
    return eventually(wanted.join(', ') || 'no tags', async () => {
      const tags = (await tagsOf(editor.document)).filter(({ layer }) => layer === undefined);
      const said = tags.map(({ label, quote, review = '' }) =>
        `${label} ${quote} ${review}`.trim(),
      );
      return said.join() === wanted.join() ? true : undefined;
    });
  }

  const per = 'PER Oleg Syromolotov';
  const moscow = 'LOC Moscow';

  test('what the layers have alike is accepted, then each place is decided', async () => {
    const done = vscode.commands.executeCommand('glossator.adjudicate');
    await choose();
    await decided(moscow);
    await choose();
    await decided(per, moscow);
    await choose('next');
    await decided(per, moscow, 'LOC Narva rejected');
    await done;

    const stored = (await sidecar(name))?.tags.map(({ quote }) => quote);
    deepEqual(stored, ['Oleg Syromolotov', 'Moscow', 'Narva']);
    await vscode.commands.executeCommand('glossator.undoTagChange');
    await decided(per, moscow);
    await vscode.commands.executeCommand('glossator.undoTagChange');
    await decided(moscow);
  });

  test('a decision can be taken back while the list is open', async () => {
    const done = vscode.commands.executeCommand('glossator.adjudicate');
    await choose();
    await decided(moscow);
    await choose();
    await decided(per, moscow);
    await vscode.commands.executeCommand('glossator.undoTagChange');
    await decided(moscow);
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await done;
  });

  test('who stops has decided what was decided, and goes on there', async () => {
    let done = vscode.commands.executeCommand('glossator.adjudicate');
    await choose('next');
    await choose('next');
    await decided('ORG Oleg Syromolotov');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await done;

    done = vscode.commands.executeCommand('glossator.adjudicate');
    await choose('next');
    equal(editor.document.getText(editor.selection), 'Narva');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await done;
    await decided('ORG Oleg Syromolotov');
  });
});

/** Takes the first row of the list that is open, or the next one. */
async function choose(row?: 'next'): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 700));
  if (row) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await new Promise((resolve) => setTimeout(resolve, 300));
}
