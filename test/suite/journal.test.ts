import * as vscode from 'vscode';
import { Journal } from '../../client/src/journal.ts';
import { madeOf } from '../../client/src/journalEntry.ts';
import { SidecarSaver } from '../../client/src/sidecarSaver.ts';
import { equal, ok } from './assert.ts';
import {
  eventually,
  extension,
  read,
  remove,
  removeScratch,
  scratch,
  sidecar,
  tagged,
  tagsOf,
  uriOf,
  write,
} from './workbench.ts';

/** The names in a folder. */
async function namesIn(folder: vscode.Uri): Promise<string[]> {
  return vscode.workspace.fs.readDirectory(folder).then(
    (entries) => entries.map(([name]) => name),
    () => [],
  );
}

suite('a sidecar whose save was interrupted', () => {
  const storage = () => uriOf('storage');
  const left = () => namesIn(vscode.Uri.joinPath(storage(), 'saving'));

  /** What VS Code leaves that stopped while it wrote `wanted`: an entry, and a file that holds `disk`. */
  async function interrupted(wanted: string, disk: string): Promise<string> {
    const { name, editor } = await scratch('Ann Smith met Ben Jones.\n');
    await tagged(editor, 'PER', 'Ann Smith');
    const file = `${name}.tags.json`;
    const whole = (await read(file)) ?? '';
    const entry = madeOf({
      uri: uriOf(file).toString(),
      text: wanted === 'whole' ? whole : wanted,
    });
    const kept = vscode.Uri.joinPath(storage(), 'saving', 'earlier-1');
    await vscode.workspace.fs.writeFile(kept, entry);
    await write(file, disk === 'torn' ? whole.slice(0, whole.length / 2) : disk);
    return file;
  }

  async function recover(): Promise<void> {
    const journal = new Journal(storage(), 'glossator-test');
    await journal.recover();
    journal.dispose();
  }

  teardown(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.workspace.fs.delete(storage(), { recursive: true });
    await removeScratch();
  });

  test('is whole again when VS Code comes back', async () => {
    const file = await interrupted('whole', 'torn');
    await recover();
    const { tags } = JSON.parse((await read(file)) ?? '');
    equal(tags[0].quote, 'Ann Smith');
    equal(String(await left()), '');
  });

  test('is whole again where nothing of it was written', async () => {
    const file = await interrupted('whole', '');
    await recover();
    ok((await read(file))?.includes('Ann Smith'));
    equal(String(await left()), '');
  });

  test('is left alone where somebody else wrote it since; what was to be saved stays', async () => {
    const others = '{"glossator": 1, "tags": []}\n';
    const file = await interrupted('whole', others);
    await recover();
    equal(await read(file), others);
    equal(String(await left()), 'earlier-1');
  });

  test('is forgotten once it turns out to be saved', async () => {
    const text = '{"glossator": 1, "tags": []}\n';
    const file = await interrupted(text, text);
    await recover();
    equal(await read(file), text);
    equal(String(await left()), '');
  });

  test('is left alone where what was kept of it is not whole itself', async () => {
    const file = await interrupted('whole', 'torn');
    const torn = await read(file);
    const kept = vscode.Uri.joinPath(storage(), 'saving', 'earlier-1');
    const bytes = await vscode.workspace.fs.readFile(kept);
    await vscode.workspace.fs.writeFile(kept, bytes.subarray(0, bytes.length - 1));
    await recover();
    equal(await read(file), torn);
    equal(String(await left()), '');
  });
});

suite('a sidecar that is saved', () => {
  teardown(removeScratch);

  test('leaves nothing behind in the extension’s storage', async () => {
    const { unsaved } = await extension().activate();
    ok(unsaved, 'a folder is open');
    const { name, editor } = await scratch('Ann Smith met Ben Jones in Ankara.\n');
    await tagged(editor, 'PER', 'Ann Smith', 'Ben Jones');
    await tagged(editor, 'LOC', 'Ankara');
    equal((await sidecar(name))?.tags.length, 3);
    await eventually('an empty folder', async () =>
      (await namesIn(unsaved)).length === 0 ? true : undefined,
    );
  });

  test('is kept whoever saves it, and once a save', async () => {
    const { name, editor } = await scratch('Ann Smith met Ben Jones in Ankara.\n');
    await tagged(editor, 'PER', 'Ann Smith');
    const file = uriOf(`${name}.tags.json`);
    const document = await vscode.workspace.openTextDocument(file);
    const journal = new Journal(uriOf('storage'), 'glossator-test');
    const kept: string[] = [];
    const keep = journal.keep.bind(journal);
    journal.keep = async (saved) => {
      kept.push(saved.getText());
      await keep(saved);
      await keep(saved);
      equal((await namesIn(uriOf('storage/saving'))).length, 1);
    };
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, new vscode.Position(0, 0), ' ');
    await vscode.workspace.applyEdit(edit);
    await document.save();
    equal(kept.join(), document.getText());
    await eventually('an empty folder', async () =>
      (await namesIn(uriOf('storage/saving'))).length === 0 ? true : undefined,
    );
    journal.dispose();
    await vscode.workspace.fs.delete(uriOf('storage'), { recursive: true });
  });

  test('is not saved where there is no room for what is to be kept of it', async () => {
    const { name, editor } = await scratch('Ann Smith met Ben Jones in Ankara.\n');
    await tagged(editor, 'PER', 'Ann Smith');
    const file = uriOf(`${name}.tags.json`);
    const document = await vscode.workspace.openTextDocument(file);
    const before = document.getText();
    // A file where a folder should be stands for a disk that takes nothing.
    await write('storage', 'full');
    const journal = new Journal(uriOf('storage'), 'glossator-test');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, new vscode.Position(0, 0), ' ');
    await vscode.workspace.applyEdit(edit);
    await new SidecarSaver(journal).save({ uris: [file.toString()] });
    ok(document.isDirty);
    equal(await read(`${name}.tags.json`), before);
    journal.dispose();
    await remove('storage');
    await vscode.commands.executeCommand('notifications.clearAll');
    await document.save();
  });

  test('leaves nothing behind where the file was deleted under its editor, and holds the new tag only', async () => {
    const { name, editor } = await scratch('Ann Smith met Ben Jones in Ankara.\n');
    await tagged(editor, 'PER', 'Ann Smith');
    const file = uriOf(`${name}.tags.json`);
    await vscode.workspace.openTextDocument(file);
    await vscode.workspace.fs.delete(file);
    await eventually('the tags to be gone', async () =>
      (await tagsOf(editor.document)).length === 0 ? true : undefined,
    );
    await tagged(editor, 'LOC', 'Ankara');
    equal((await sidecar(name))?.tags.map(({ quote }) => quote).join(), 'Ankara');
  });
});
