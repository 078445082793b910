import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert.ts';
import {
  closeAll,
  eventually,
  open,
  place,
  removeScratch,
  scratch,
  select,
  sidecar,
  tagSelected,
  tagsOf,
  write,
} from './workbench.ts';

const text = 'The first line.\n\nOleg Syromolotov spoke in Moscow.\n';

suite('tags follow the text', () => {
  let name: string;
  let editor: vscode.TextEditor;
  setup(async () => {
    ({ name, editor } = await scratch(text));
    select(editor, place(editor.document, 'Oleg Syromolotov'));
    await tagSelected('PER');
  });
  teardown(removeScratch);

  test('typing above a tag and saving moves its offsets in the sidecar', async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Words above. '));
    await editor.document.save();
    const start = text.indexOf('Oleg') + 'Words above. '.length;
    const moved = await eventually('the sidecar with the new offsets', async () => {
      const [tag] = (await sidecar(name))?.tags ?? [];
      return tag?.start === start ? tag : undefined;
    });
    equal(moved.end, start + 'Oleg Syromolotov'.length);
    equal((await sidecar(name))?.text.length, editor.document.getText().length);
  });

  test('while the text is not saved, the open tags follow and the sidecar does not', async () => {
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Above\n'));
    const [tag] = await tagsOf(editor.document);
    equal(tag?.status, 'exact');
    equal(tag?.range.start.line, 3);
    equal((await sidecar(name))?.tags[0]?.start, text.indexOf('Oleg'));
    await vscode.commands.executeCommand('undo');
    equal((await tagsOf(editor.document))[0]?.range.start.line, 2);
  });

  test('a deleted passage leaves a lost tag, which undo brings back', async () => {
    const range = place(editor.document, 'Oleg Syromolotov spoke');
    await editor.edit((edit) => edit.delete(range));
    const [lost] = await tagsOf(editor.document);
    equal(lost?.status, 'lost');
    equal(lost?.quote, 'Oleg Syromolotov');
    await vscode.commands.executeCommand('undo');
    const [back] = await tagsOf(editor.document);
    equal(back?.status, 'exact');
  });

  test('tags are there after the text was closed and opened again', async () => {
    await closeAll();
    const { document } = await open(name);
    const [tag] = await tagsOf(document);
    ok(tag);
    equal(tag.status, 'exact');
    const { start, end } = tag.range;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    equal(document.getText(range), 'Oleg Syromolotov');
  });

  test('a text changed elsewhere: the tag is found again', async () => {
    await closeAll();
    await write(name, `Another first line, longer than before.\n\n${text}`);
    const found = await eventually('the tag at its new place', async () => {
      const { document } = await open(name);
      if (!document.getText().startsWith('Another')) return undefined;
      const [tag] = await tagsOf(document);
      return tag?.range.start.line === 4 ? tag : undefined;
    });
    deepEqual(
      [found.status === 'exact' || found.status === 'moved', found.quote],
      [true, 'Oleg Syromolotov'],
    );
  });
});
