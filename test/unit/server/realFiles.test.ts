import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { nodeWorkspace, uriOf } from '../../../server/src/node/files.ts';
import { Tagging } from '../../../server/src/state/tagging.ts';
import { Texts } from '../../../server/src/state/texts.ts';

const TEXT = 'Putin met Erdoğan in Ankara.\n';
const range = { start: { line: 0, character: 10 }, end: { line: 0, character: 17 } };

let root: string;
let folder: string;
let tagging: Tagging;
let asked: number;

/** A workspace on the disk beside a folder that is none of it, and a client that writes what it is asked to. */
beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'glossator-')));
  folder = join(root, 'corpus');
  mkdirSync(folder);
  mkdirSync(join(root, 'elsewhere'));
  writeFileSync(join(folder, 'a.txt'), TEXT);
  asked = 0;
  const texts = new Texts(nodeWorkspace, 'utf-16');
  await texts.setFolders([uriOf(folder)]);
  tagging = new Tagging(texts, {
    editSupport: { documentChanges: false, create: false },
    applyEdit: async (_title, edit) => write(edit),
    edited: () => {},
    registryEdited: () => {},
    failed: () => {},
    annotator: () => 'ann',
    time: () => '2026-01-01T00:00:00.000Z',
  });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write({ changes = {} }: WorkspaceEdit): boolean {
  asked++;
  for (const [uri, edits] of Object.entries(changes)) {
    const path = fileURLToPath(uri);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const document = TextDocument.create(uri, 'json', 1, before);
    writeFileSync(path, TextDocument.applyEdits(document, edits));
  }
  return true;
}

function tag(name = 'a.txt', more = {}) {
  const uri = uriOf(join(folder, name));
  return tagging.execute('glossator.tag', { uri, range, label: 'PER', ...more });
}

describe('tagging on a disk', () => {
  it('writes the sidecar beside its text, whatever the name', async () => {
    for (const name of ['a.txt', 'it’s (1) [x] #2 50%.txt', 'Süüria 東京.TXT']) {
      writeFileSync(join(folder, name), TEXT);
      await tag(name);
      const [{ quote }] = JSON.parse(readFileSync(join(folder, `${name}.tags.json`), 'utf8')).tags;
      assert.equal(quote, 'Erdoğan');
    }
  });

  it('refuses a sidecar whose permissions forbid writing, and a folder that does', async () => {
    await tag();
    const sidecar = join(folder, 'a.txt.tags.json');
    const before = readFileSync(sidecar, 'utf8');
    chmodSync(sidecar, 0o444);
    await assert.rejects(tag('a.txt', { label: 'ORG' }), /a\.txt\.tags\.json is read-only/);
    chmodSync(folder, 0o555);
    await assert.rejects(tag('a.txt', { layer: 'bob' }), /is read-only/);
    chmodSync(folder, 0o755);
    assert.equal(asked, 1);
    assert.equal(readFileSync(sidecar, 'utf8'), before);
  });

  it('keeps to the workspace where a sidecar is a link out of it, to a file or to nothing', async () => {
    const outside = join(root, 'elsewhere', 'x.json');
    const sidecar = join(folder, 'a.txt.tags.json');
    symlinkSync(outside, sidecar);
    await assert.rejects(tag(), /exists but cannot be opened|link to a file outside/);
    assert.equal(existsSync(outside), false);
    writeFileSync(outside, '');
    await assert.rejects(tag(), /link to a file outside/);
    assert.equal(readFileSync(outside, 'utf8'), '');
    assert.equal(asked, 0);
  });

  it('follows a link that stays in the workspace', async () => {
    mkdirSync(join(folder, 'tags'));
    const target = join(folder, 'tags', 'a.json');
    writeFileSync(target, '');
    symlinkSync(target, join(folder, 'a.txt.tags.json'));
    await tag();
    assert.equal(JSON.parse(readFileSync(target, 'utf8')).tags.length, 1);
  });

  it('tags no text outside the workspace, by whatever path', async () => {
    writeFileSync(join(root, 'elsewhere', 'x.txt'), TEXT);
    const inside = pathToFileURL(folder).href;
    for (const uri of [
      uriOf(join(root, 'elsewhere', 'x.txt')),
      `${inside}/../elsewhere/x.txt`,
      `${inside}/%2e%2e/elsewhere/x.txt`,
      `${inside}/..%2felsewhere%2fx.txt`,
      `${inside}\\..\\elsewhere\\x.txt`,
    ]) {
      await assert.rejects(
        tagging.execute('glossator.tag', { uri, range, label: 'PER' }),
        /is not open/,
      );
    }
    assert.equal(asked, 0);
  });

  it('refuses a text that is not UTF-8', async () => {
    writeFileSync(join(folder, 'latin.txt'), Buffer.from('Erdo\xf0an', 'latin1'));
    await assert.rejects(tag('latin.txt'), /latin\.txt is not UTF-8 text/);
    assert.equal(existsSync(join(folder, 'latin.txt.tags.json')), false);
  });
});
