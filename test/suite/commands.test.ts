import * as vscode from 'vscode';
import { toRange } from '../../client/src/documents.ts';
import { deepEqual, equal, ok } from './assert.ts';
import {
  eventually,
  placed,
  read,
  removeScratch,
  type Sidecar,
  scratch,
  select,
  sidecar,
  tagged,
  tagsOf,
  write,
} from './workbench.ts';

const text = 'Ann Smith met Ben Jones in Narva.\n';

/** The code actions that the menu shows at a range. */
async function menuAt(document: vscode.TextDocument, range: vscode.Range): Promise<string[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
  );
  return actions.map(({ title }) => title);
}

suite('commands', () => {
  teardown(removeScratch);

  test('every command of the manifest is there', async () => {
    const extension = vscode.extensions.getExtension('glossator.glossator');
    const listed: { command: string }[] = extension?.packageJSON.contributes.commands ?? [];
    ok(listed.length > 0);
    const known = new Set(await vscode.commands.getCommands(true));
    deepEqual(
      listed.filter(({ command }) => !known.has(command)).map(({ command }) => command),
      [],
    );
  });

  test('several cursors remove their tags, and one undo brings all back', async () => {
    const { name, editor } = await scratch(text);
    await tagged(editor, 'PER', 'Ann Smith', 'Ben Jones');
    select(editor, placed(editor, 'Smith'), placed(editor, 'Jones'));
    const removing = vscode.commands.executeCommand('glossator.removeTag');
    await acceptEverything();
    await removing;
    equal((await sidecar(name))?.tags.length, 0);
    await vscode.commands.executeCommand('glossator.undoTagChange');
    equal((await sidecar(name))?.tags.length, 2);
  });

  test('a tag is linked and unlinked, and gets a note', async () => {
    const { name, editor } = await scratch(text);
    await tagged(editor, 'LOC', 'Narva');
    const [tag] = await tagsOf(editor.document);
    ok(tag);
    const uri = editor.document.uri;
    await runOnServer('glossator.link', { uri: uri.toString(), id: tag.id, entity: 'baghdad' });
    await runOnServer('glossator.note', { uri: uri.toString(), id: tag.id, note: 'A “note”.' });
    await eventually('link and note on the disk', async () => {
      const line = ((await read(`${name}.tags.json`)) ?? '')
        .split('\n')
        .find((found) => found.includes(tag.id));
      return line?.includes('"entity": "baghdad"') && line.includes('"note": "A “note”."')
        ? true
        : undefined;
    });
  });

  test('a tag gets a value for the attribute that its label defines', async () => {
    const { name, editor } = await scratch(text);
    await tagged(editor, 'LOC', 'Narva');
    select(editor, placed(editor, 'Narva'));
    const setting = vscode.commands.executeCommand('glossator.setAttribute');
    await acceptEverything();
    await setting;
    deepEqual((await sidecar(name))?.tags[0]?.attributes, { kind: 'town' });
  });

  test('a tag is related to one that is chosen, and the relation is removed', async () => {
    const { name, editor } = await scratch(text);
    await tagged(editor, 'PER', 'Ann Smith', 'Ben Jones');
    await tagged(editor, 'LOC', 'Narva');
    const idOf = async (words: string) =>
      (await sidecar(name))?.tags.find(({ quote }) => quote === words)?.id;
    const relations = async () => (await sidecar(name))?.relations ?? [];

    select(editor, placed(editor, 'Ann Smith'));
    const relating = vscode.commands.executeCommand('glossator.relateTag');
    await acceptEverything(); // met
    await acceptEverything(); // the nearest person
    await relating;
    const [first] = await relations();
    deepEqual(
      [first?.label, first?.from, first?.to],
      ['met', await idOf('Ann Smith'), await idOf('Ben Jones')],
    );

    select(editor, placed(editor, 'Ben Jones'), placed(editor, 'Narva'));
    await vscode.commands.executeCommand('glossator.relateTag');
    const second = (await relations()).find(({ label }) => label === 'lives-in');
    deepEqual([second?.from, second?.to], [await idOf('Ben Jones'), await idOf('Narva')]);

    select(editor, placed(editor, 'Narva'));
    await vscode.commands.executeCommand('glossator.removeRelation');
    deepEqual(
      (await relations()).map(({ label }) => label),
      ['met'],
    );
    await vscode.commands.executeCommand('glossator.undoTagChange');
    equal((await relations()).length, 2);
  });

  test('next and previous go round the text', async () => {
    const { editor } = await scratch(text);
    await tagged(editor, 'PER', 'Ann Smith', 'Ben Jones');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const seen: string[] = [];
    for (const command of ['previousTag', 'nextTag', 'nextTag', 'previousTag']) {
      await vscode.commands.executeCommand(`glossator.${command}`);
      seen.push(editor.document.getText(editor.selection));
    }
    deepEqual(seen, ['Ben Jones', 'Ann Smith', 'Ben Jones', 'Ann Smith']);
  });

  test('the code action menu has the commands that ask for something', async () => {
    const { editor } = await scratch(text);
    await tagged(editor, 'PER', 'Ann Smith');
    const atTag = await menuAt(editor.document, placed(editor, 'Smith'));
    const wanted = ['Tag Selection…', 'Change Label…', 'Set Attribute…', 'Link to Entity…'];
    const more = [
      'Add Note…',
      'Relate to Tag…',
      'Create Entity from Mention…',
      'Add as Alias…',
      'Next Tag',
      'Show Sidecar',
    ];
    deepEqual(
      [...wanted, ...more].filter((title) => !atTag.includes(title)),
      [],
    );
    const atWord = await menuAt(editor.document, placed(editor, 'Narva'));
    ok(!atWord.includes('Change Label…'), 'there is no tag whose label could be changed');
  });

  test('a tag goes into the person’s layer, by command and by code action', async () => {
    const settings = vscode.workspace.getConfiguration('glossator');
    const { name, editor } = await scratch(text);
    await settings.update('layer', 'second', vscode.ConfigurationTarget.Workspace);
    try {
      await tagged(editor, 'LOC', 'Narva');
      const { uri } = editor.document;
      const range = toRange(placed(editor, 'Ann Smith'));
      await runOnServer('glossator.tag', { uri: uri.toString(), range, label: 'PER' });
      equal(await read(`${name}.tags.json`), undefined);
      equal(await quotes(`${name}.second.tags.json`), 'Ann Smith, Narva');
    } finally {
      await settings.update('layer', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  test('a label’s key tags only where single-key tagging knows it', async () => {
    const { name, editor } = await scratch(text);
    select(editor, placed(editor, 'Narva'));
    await vscode.commands.executeCommand('glossator.tagWithLabel', { key: 'q' });
    equal(await sidecar(name), undefined);
    await vscode.commands.executeCommand('glossator.tagWithLabel', { key: 'l' });
    deepEqual(
      (await sidecar(name))?.tags.map(({ label, quote }) => [label, quote]),
      [['LOC', 'Narva']],
    );
  });

  test('nothing is typed into a text while single keys tag', async () => {
    const { name, editor } = await scratch(text);
    select(editor, placed(editor, 'Narva'));
    await vscode.commands.executeCommand('glossator.startTagging');
    for (const typed of ['L', ' ', '\n', 'õ']) {
      await vscode.commands.executeCommand('type', { text: typed });
    }
    equal(editor.document.getText(), text);
    await vscode.commands.executeCommand('glossator.stopTagging');
    await vscode.commands.executeCommand('type', { text: 'Tartu' });
    equal(editor.document.getText(), text.replace('Narva', 'Tartu'));
    equal(await sidecar(name), undefined);
    await editor.document.save();
  });

  test('a name that is no tag yet becomes an entity under its whole name', async () => {
    const before = (await read('entities.json')) ?? '';
    try {
      const { editor } = await scratch('They fly the Su-24M.\n');
      const cursor = placed(editor, '24M').start;
      select(editor, new vscode.Range(cursor, cursor));
      const making = vscode.commands.executeCommand('glossator.newEntity');
      await acceptEverything();
      await making;
      const { entities } = JSON.parse((await read('entities.json')) ?? '');
      deepEqual([entities.at(-1).name, entities.at(-1).aliases], ['Su-24M', []]);
    } finally {
      await write('entities.json', before);
    }
  });

  test('a registered entity gets an alias; the registry is saved', async () => {
    const before = (await read('entities.json')) ?? '';
    try {
      const { editor } = await scratch('They left Bagdad-on-Tigris.\n');
      const range = toRange(placed(editor, 'Bagdad-on-Tigris'));
      const uri = editor.document.uri.toString();
      await runOnServer('glossator.addAlias', { uri, range, entity: 'baghdad' });
      await eventually('the alias in entities.json', async () =>
        (await read('entities.json'))?.includes('"Bagdad-on-Tigris"') ? true : undefined,
      );
    } finally {
      await write('entities.json', before);
    }
  });
});

/** What the tags of a sidecar quote, in text order. */
async function quotes(sidecarName: string): Promise<string> {
  const { tags }: Sidecar = JSON.parse((await read(sidecarName)) ?? '{"tags": []}');
  return tags.map(({ quote }) => quote).join(', ');
}

/** Runs a command of the server as a code action of the server does. */
async function runOnServer(command: string, argument: unknown): Promise<void> {
  await vscode.commands.executeCommand(command, argument);
}

/** Accepts the question that is open, with everything in it chosen. */
async function acceptEverything(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 700));
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}
