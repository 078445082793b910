import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import { closeAll, open, read, remove, sidecar, tagged, uriOf, write } from './workbench.ts';

const text = 'Ann Smith 😀 met Ben Jones in Ankara.\n';

suite('tags that go to another format and come back', () => {
  const out = 'exchange-out';
  const back = 'exchange-back';

  suiteSetup(async () => {
    await write('exchanged.txt', text);
    await tagged(await open('exchanged.txt'), 'PER', 'Ann Smith', 'Ben Jones');
  });
  suiteTeardown(async () => {
    await closeAll();
    for (const name of [out, back]) {
      await vscode.workspace.fs.delete(uriOf(name), { recursive: true });
    }
    for (const name of ['exchanged.txt', 'exchanged.txt.tags.json']) await remove(name);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('a text is exported as it is in the editor', async () => {
    const editor = await open('exchanged.txt');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Yesterday '));
    await vscode.commands.executeCommand('glossator.exportTags', {
      format: 'brat',
      from: uriOf('exchanged.txt'),
      into: uriOf(out),
    });
    equal(await read(`${out}/exchanged.txt`), `Yesterday ${text}`);
    const lines = (await read(`${out}/exchanged.ann`))?.trim().split('\n') ?? [];
    // Code points: the emoji is one.
    ok(lines.includes('T1\tPER 10 19\tAnn Smith'), lines.join());
    ok(lines.includes('T2\tPER 26 35\tBen Jones'), lines.join());
  });

  test('and imported with its tags where they were', async () => {
    await vscode.commands.executeCommand('glossator.importTags', {
      format: 'brat',
      from: [uriOf(out)],
      into: uriOf(back),
    });
    equal(await read(`${back}/exchanged.txt`), `Yesterday ${text}`);
    equal(
      (await sidecar(`${back}/exchanged.txt`))?.tags
        .map(({ label, start, quote }) => `${label} ${start} ${quote}`)
        .join(),
      'PER 10 Ann Smith,PER 27 Ben Jones',
    );
  });
});
