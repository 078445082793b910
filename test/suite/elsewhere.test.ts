import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import {
  eventually,
  read,
  removeScratch,
  scratch,
  sidecar,
  tagged,
  tagsOf,
  uriOf,
  write,
} from './workbench.ts';

const text = `Oleg Syromolotov spoke in Moscow on Monday, as the agencies report from the town.
Nothing more was said about it.

Later Syromolotov left for Ankara, where he met the others and spoke about the war.
`;

suite('files that other programs change', () => {
  let name: string;
  let editor: vscode.TextEditor;
  setup(async () => {
    ({ name, editor } = await scratch(text));
    await tagged(editor, 'PER', 'Oleg Syromolotov');
    await tagged(editor, 'LOC', 'Ankara');
  });
  teardown(removeScratch);

  test('a text changed on disk while it is open has its tags found again', async () => {
    const changed = text
      .replace('Oleg', 'We hear that Oleg')
      .replace('Nothing more', 'A line more.\nNothing else')
      .replace('spoke about', 'talked about');
    await write(name, changed);
    await eventually('the text to be read again', () =>
      editor.document.getText() === changed ? true : undefined,
    );
    const found = await eventually('the tags', async () => {
      const tags = await tagsOf(editor.document);
      return tags.every(({ status }) => status !== 'lost') ? tags : undefined;
    });
    deepEqual(
      found.map(({ range: { start, end } }) =>
        editor.document.getText(
          new vscode.Range(start.line, start.character, end.line, end.character),
        ),
      ),
      ['Oleg Syromolotov', 'Ankara'],
    );
  });

  test('a sidecar changed on disk while its editor is dirty is merged and saved', async () => {
    const uri = uriOf(`${name}.tags.json`);
    const document = await vscode.workspace.openTextDocument(uri);
    // The server learns that the editor has it, and reads what lies on the disk at that time.
    await tagsOf(editor.document);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const base = document.getText();
    const at = document.positionAt(base.indexOf('"PER"') + 1);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, at, 'X-');
    await vscode.workspace.applyEdit(edit);
    ok(document.isDirty);
    await write(`${name}.tags.json`, base.replace('"LOC"', '"PLACE"'));
    const labels = await eventually('the merge on disk', async () => {
      const found = (await sidecar(name))?.tags.map(({ label }) => label);
      return String(found) === 'X-PER,PLACE' && !document.isDirty ? found : undefined;
    });
    equal(String(labels), 'X-PER,PLACE');
    equal(await read(`${name}.tags.json`), document.getText());
  });

  test('a sidecar changed on disk a moment before a tag is made keeps both', async () => {
    const base = (await read(`${name}.tags.json`)) ?? '';
    await write(`${name}.tags.json`, base.replace('"LOC"', '"PLACE"'));
    await tagged(editor, 'ORG', 'agencies');
    await eventually('three tags on disk', async () => {
      const found = (await sidecar(name))?.tags.map(({ label }) => label);
      return String(found) === 'PER,ORG,PLACE' ? true : undefined;
    });
  });
});
