import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from './assert.ts';
import { place, read, removeScratch, scratch, select, sidecar, tagSelected } from './workbench.ts';

const news = `Oleg Syromolotov named more than 25 thousand men on Tuesday.

Syromolotov added that the Northern River Commission (NRC) meets in Baghdad.

He left Baghdad in the evening. 😀 Baghdad is large.
`;

/** The tagged passages of the sidecar on the disk, in order. */
async function quotes(name: string): Promise<string[]> {
  return (await sidecar(name))?.tags.map(({ quote }) => quote) ?? [];
}

suite('tagging', () => {
  teardown(removeScratch);

  test('a selection becomes one line of the sidecar on the disk', async () => {
    const { name, editor } = await scratch(news);
    select(editor, place(editor.document, 'Oleg Syromolotov'));
    await tagSelected('PER');

    const written = await sidecar(name);
    ok(written, 'no sidecar was written');
    const text = editor.document.getText();
    const bytes = new Uint8Array(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
    );
    const hash = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    deepEqual(written.text, { sha256: hash, length: text.length });
    equal(written.tags.length, 1);
    const [tag] = written.tags;
    ok(tag);
    deepEqual([tag.label, tag.start, tag.end, tag.quote], ['PER', 0, 16, 'Oleg Syromolotov']);
    const lines = ((await read(`${name}.tags.json`)) ?? '').split('\n');
    equal(lines.filter((line) => line.includes(`"${tag.id}"`)).length, 1, 'one line a tag');
    equal(lines.at(-1), '', 'a final newline');
    equal(vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).length, 0, 'unsaved');
  });

  test('a second tag adds one line', async () => {
    const { name, editor } = await scratch(news);
    select(editor, place(editor.document, 'Oleg Syromolotov'));
    await tagSelected('PER');
    const before = ((await read(`${name}.tags.json`)) ?? '').split('\n');
    select(editor, place(editor.document, 'Baghdad'));
    await tagSelected('LOC');
    const after = ((await read(`${name}.tags.json`)) ?? '').split('\n');
    equal(after.length, before.length + 1);
  });

  test('the word at the cursor is tagged where nothing is selected', async () => {
    const { name, editor } = await scratch(news);
    const { start } = place(editor.document, 'Baghdad');
    const cursor = start.translate(0, 3);
    select(editor, new vscode.Range(cursor, cursor));
    await tagSelected('LOC');
    deepEqual(await quotes(name), ['Baghdad']);
  });

  test('selected white space is passed over', async () => {
    const { name, editor } = await scratch('Narva  and Tartu\n');
    select(editor, place(editor.document, '  '), place(editor.document, 'Tartu'));
    await tagSelected('LOC');
    deepEqual(await quotes(name), ['Tartu']);
  });

  test('a selection grows to whole words, unless it shall not', async () => {
    const { name, editor } = await scratch(news);
    select(editor, place(editor.document, 'leg Syromolo'));
    await tagSelected('PER');
    deepEqual(await quotes(name), ['Oleg Syromolotov']);
    select(editor, place(editor.document, 'aghda'));
    await tagSelected('LOC', true);
    deepEqual(await quotes(name), ['Oleg Syromolotov', 'aghda']);
  });

  test('several cursors make several tags, which one undo takes back', async () => {
    const { name, editor } = await scratch(news);
    const places = [0, 1, 2].map((occurrence) => place(editor.document, 'Baghdad', occurrence));
    select(editor, ...places);
    await tagSelected('LOC');
    const { tags = [] } = (await sidecar(name)) ?? {};
    const text = editor.document.getText();
    deepEqual(
      tags.map(({ start, end }) => text.slice(start, end)),
      ['Baghdad', 'Baghdad', 'Baghdad'],
    );
    equal(new Set(tags.map(({ start }) => start)).size, 3);
    await vscode.commands.executeCommand('glossator.undoTagChange');
    deepEqual(await quotes(name), []);
  });

  test('an undo asked for while tags are being made waits for them, and takes back no more', async () => {
    const { name, editor } = await scratch(news);
    select(editor, place(editor.document, 'Oleg Syromolotov'));
    await tagSelected('PER');
    select(editor, ...[0, 1, 2].map((nth) => place(editor.document, 'Baghdad', nth)));
    const tagging = tagSelected('LOC');
    const undoing = vscode.commands.executeCommand('glossator.undoTagChange');
    await Promise.all([tagging, undoing]);
    deepEqual(await quotes(name), ['Oleg Syromolotov']);
  });

  test('a tag is removed and comes back by undo', async () => {
    const { name, editor } = await scratch(news);
    select(editor, place(editor.document, 'Oleg Syromolotov'));
    await tagSelected('PER');
    await vscode.commands.executeCommand('glossator.removeTag');
    deepEqual(await quotes(name), []);
    await vscode.commands.executeCommand('glossator.undoTagChange');
    deepEqual(await quotes(name), ['Oleg Syromolotov']);
  });

  test('code actions offer the labels', async () => {
    const { editor } = await scratch(news);
    const range = place(editor.document, 'Oleg Syromolotov');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      range,
    );
    const titles = actions.map(({ title }) => title).join('\n');
    match(titles, /Person|PER/);
  });

  test('offsets are those of the canonical text where lines end in CRLF', async () => {
    const { name, editor } = await scratch(news);
    await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.CRLF));
    await editor.document.save();
    try {
      select(editor, place(editor.document, 'Baghdad', 1));
      await tagSelected('LOC');
      const [tag] = (await sidecar(name))?.tags ?? [];
      const canonical = editor.document.getText().replaceAll('\r\n', '\n');
      equal(canonical.slice(tag?.start, tag?.end), 'Baghdad');
      equal(tag?.start, canonical.indexOf('Baghdad', canonical.indexOf('Baghdad') + 1));
    } finally {
      await editor.edit((edit) => edit.setEndOfLine(vscode.EndOfLine.LF));
      await editor.document.save();
    }
  });
});
