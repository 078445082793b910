import * as vscode from 'vscode';
import { deepEqual, equal, match } from './assert.ts';
import { closeAll, open, place, read, select, sidecar, tagSelected } from './workbench.ts';

const seed = '000_5c454f63fb3e0dfe.txt';

suite('a folder that is no corpus', () => {
  teardown(closeAll);

  test('hover works', async () => {
    const { document } = await open(seed);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      place(document, '25 thousand').start.translate(0, 1),
    );
    const parts = hovers.flatMap(({ contents }) => contents);
    const said = parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
    match(said, /25[\s,.\u00a0\u202f]?000/);
  });

  test('nothing is reported and nothing is written', async () => {
    const { document } = await open(seed);
    // As long as findings take in a corpus, several times over.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    equal(await read('glossator.json'), undefined);
    equal(await read(`${seed}.tags.json`), undefined);
  });

  test('whoever tags, starts a corpus', async () => {
    const editor = await open(seed);
    select(editor, place(editor.document, 'Syromolotov'));
    await tagSelected('PER');
    equal((await sidecar(seed))?.tags[0]?.quote, 'Syromolotov');
  });
});
