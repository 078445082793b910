import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** The emoji makes UTF-8, UTF-16 and code points differ in front of every passage. */
const text = `😀 Oleg Syromolotov named more than 25 thousand men in Bagdad.

Syromolotov added that Baghdad is large.
`;
const above = 'A line above.\n\n';

interface Seen {
  problem?: string;
  diagnostics: { code: string; line: number; message: string }[];
  hover: { contents: { value: string } | string } | null;
  definition: Place[] | Place | null;
  tag: { ids: string[] };
}
interface Place {
  uri?: string;
  targetUri?: string;
  range?: { start: { line: number } };
  targetSelectionRange?: { start: { line: number } };
}

/** Lets Neovim do what session.lua says, in a folder with one text. */
async function neovim(folder: string): Promise<Seen> {
  const file = join(folder, 'news.txt');
  const out = join(folder, 'seen.json');
  await writeFile(file, text);
  const labels = [{ name: 'PER', title: 'Person' }];
  await writeFile(join(folder, 'glossator.json'), JSON.stringify({ labels }));
  const env = {
    ...process.env,
    GLOSSATOR_NODE: process.execPath,
    GLOSSATOR_SERVER: join(root, 'dist/server/node.js'),
    GLOSSATOR_TEXT: file,
    GLOSSATOR_OUT: out,
    GLOSSATOR_START_AFTER: String(text.indexOf('Oleg') + above.length),
    XDG_STATE_HOME: folder,
    XDG_CACHE_HOME: folder,
  };
  const script = join(import.meta.dirname, 'session.lua');
  const args = ['--headless', '--clean', '-n', '-c', `luafile ${script}`];
  await new Promise<void>((resolve) => {
    execFile('nvim', args, { env, timeout: 60_000 }, () => resolve());
  });
  return JSON.parse(await readFile(out, 'utf8')) as Seen;
}

suite('Neovim', () => {
  let folder: string;
  let seen: Seen;
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'glossator-neovim-')));
    seen = await neovim(folder);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test('the session ran to its end', () => assert.equal(seen.problem, undefined));

  test('diagnostics: two spellings of one name', () => {
    const codes = seen.diagnostics.map(({ code }) => code);
    assert.ok(codes.includes('entity/spelling-variant'), JSON.stringify(seen.diagnostics));
  });

  test('hover on a number gives its value', () => {
    assert.ok(seen.hover);
    const { contents } = seen.hover;
    assert.match(typeof contents === 'string' ? contents : contents.value, /25[  ,.]?000/);
  });

  test('the definition of a surname is the full name above', () => {
    const places = [seen.definition ?? []].flat();
    const lines = places.map((place) => (place.targetSelectionRange ?? place.range)?.start.line);
    assert.ok(lines.includes(0), JSON.stringify(seen.definition));
  });

  test('a tag lands in the sidecar and follows what is typed above it', async () => {
    const sidecar = JSON.parse(await readFile(join(folder, 'news.txt.tags.json'), 'utf8'));
    assert.equal(sidecar.tags.length, 1);
    const [tag] = sidecar.tags;
    assert.equal(tag.id, seen.tag.ids[0]);
    assert.equal(tag.label, 'PER');
    assert.equal(tag.quote, 'Oleg Syromolotov');
    assert.equal((above + text).slice(tag.start, tag.end), 'Oleg Syromolotov');
  });
});
