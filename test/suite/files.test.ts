import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import {
  eventually,
  open,
  read,
  removeScratch,
  scratch,
  sidecar,
  tagged,
  tagsOf,
  uriOf,
} from './workbench.ts';

async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(uriOf(from), uriOf(to));
  ok(await vscode.workspace.applyEdit(edit), 'the rename was refused');
}

suite('texts that are renamed and moved', () => {
  teardown(removeScratch);

  test('the sidecar goes where its text goes', async () => {
    const { name, editor } = await scratch('Ann Smith spoke.\n');
    await tagged(editor, 'PER', 'Ann Smith');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const renamed = name.replace('.txt', 'renamed.txt');
    await rename(name, renamed);
    equal((await sidecar(renamed))?.tags[0]?.quote, 'Ann Smith');
    equal(await read(`${name}.tags.json`), undefined);
    const { document } = await open(renamed);
    const [tag] = await tagsOf(document);
    equal(tag?.status, 'exact');
  });

  test('a text called .TXT is one as well', async () => {
    const { name } = await scratch('Ann Smith spoke.\n');
    const loud = name.replace('.txt', '.TXT');
    await rename(name, loud);
    await tagged(await open(loud), 'PER', 'Ann Smith');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rename(loud, name.replace('.txt', 'renamed.TXT'));
    equal((await sidecar(name.replace('.txt', 'renamed.TXT')))?.tags[0]?.quote, 'Ann Smith');
    equal(await read(`${loud}.tags.json`), undefined);
  });

  test('a sidecar that lies there already is not written over', async () => {
    const first = await scratch('Ann Smith spoke.\n');
    await tagged(first.editor, 'PER', 'Ann Smith');
    const second = await scratch('Ben Jones spoke.\n');
    await tagged(second.editor, 'PER', 'Ben Jones');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf(second.name));
    await rename(first.name, second.name);
    equal((await sidecar(second.name))?.tags[0]?.quote, 'Ben Jones');
    equal((await sidecar(first.name))?.tags[0]?.quote, 'Ann Smith');
  });

  test('a moved folder keeps texts and sidecars together', async () => {
    const { name, editor } = await scratch('Ann Smith spoke.\n');
    await tagged(editor, 'PER', 'Ann Smith');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.createDirectory(uriOf('text-folder'));
    await rename(name, `text-folder/${name}`);
    const moved = await eventually('the moved sidecar', () => sidecar(`text-folder/${name}`));
    equal(moved.tags[0]?.quote, 'Ann Smith');
    await vscode.workspace.fs.delete(uriOf('text-folder'), { recursive: true });
  });
});
