import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Tag } from '../../../server/src/core/tags/model.ts';
import { Desk } from './harness.ts';

const desk = new Desk();
const text = 'In Bagdad the minister met the press. Iraq denied it.\n';
const sidecar = 'a.txt.tags.json';

/** Tags with the command line and answers the id. */
async function tag(label: string, quote: string, ...options: string[]): Promise<string> {
  const start = desk.read('a.txt').indexOf(quote);
  const ends = [String(start), String(start + quote.length)];
  const { code, out, err } = await desk.glossator('tag', 'a.txt', label, ...ends, ...options);
  assert.equal(code, 0, err);
  return out.trim();
}

/** Labels and quotes of the sidecar's tags. */
const tags = (name = sidecar): string[] =>
  desk.json(name).tags.map(({ label, quote }: Tag) => `${label} ${quote}`);

/** The sidecar with one word in place of another. */
const swapped = (name: string, from: string, to: string): void =>
  desk.write(name, desk.read(name).replace(from, to));

/** `base`, `ours` and `theirs` with one tag each. */
async function threeVersions(): Promise<void> {
  desk.write('a.txt', text);
  await tag('LOC', 'Bagdad');
  for (const name of ['base', 'ours', 'theirs']) desk.write(name, desk.read(sidecar));
}

describe('glossator merge BASE OURS THEIRS', () => {
  it('writes what both sides did to OURS', async () => {
    await threeVersions();
    swapped('ours', '"LOC"', '"CITY"');
    await tag('PER', 'minister');
    desk.write('theirs', desk.read(sidecar));
    const before = desk.read('theirs');
    assert.deepEqual(await desk.glossator('merge', 'base', 'ours', 'theirs'), {
      code: 0,
      out: '',
      err: '',
    });
    assert.deepEqual(tags('ours'), ['CITY Bagdad', 'PER minister']);
    assert.equal(desk.read('theirs'), before);
  });

  it('ends with 1 where the sides disagree, and keeps both versions', async () => {
    await threeVersions();
    swapped('ours', '"LOC"', '"CITY"');
    swapped('theirs', '"LOC"', '"GPE"');
    const { code, err } = await desk.glossator(
      'merge',
      'base',
      'ours',
      'theirs',
      '--path',
      sidecar,
    );
    assert.equal(code, 1);
    assert.match(
      err,
      /^glossator: a\.txt\.tags\.json: the sides disagree on tag \S{8}: (CITY|GPE) “Bagdad” or (CITY|GPE) “Bagdad”\.\n$/,
    );
    assert.deepEqual(tags('ours').sort(), ['CITY Bagdad', 'GPE Bagdad']);
    desk.write(sidecar, desk.read('ours'));
    const { out } = await desk.glossator('check', '--min', 'error', 'a.txt');
    assert.match(
      out,
      /^a\.txt\.tags\.json:[67]:5: error: The tag of “Bagdad” has 2 versions [^\n]+\[sidecar\/conflict\]\n$/,
    );
  });

  it('takes an empty BASE for no common ancestor', async () => {
    await threeVersions();
    desk.write('base', '');
    swapped('theirs', '"id": "', '"id": "x');
    assert.equal((await desk.glossator('merge', 'base', 'ours', 'theirs')).code, 0);
    assert.deepEqual(tags('ours'), ['LOC Bagdad', 'LOC Bagdad']);
  });

  it('merges line by line where a side cannot be read, and ends with an error', async () => {
    await threeVersions();
    swapped('theirs', '"label"', '"lable"');
    const { code, err } = await desk.glossator(
      'merge',
      'base',
      'ours',
      'theirs',
      '--path',
      sidecar,
    );
    assert.notEqual(code, 0);
    assert.match(
      err,
      /^glossator: a\.txt\.tags\.json, their side:6:5: Tag “.{8}” has no label\.\n/,
    );
    assert.match(desk.read('ours'), /"lable"/);
  });

  it('refuses what is no file, and too few operands', async () => {
    const missing = await desk.glossator('merge', 'base', 'ours', 'theirs');
    assert.deepEqual(
      [missing.code, missing.err],
      [2, 'glossator: base: There is no such file or folder.\n'],
    );
    assert.equal((await desk.glossator('merge', 'a', 'b')).code, 2);
  });
});

describe('glossator merge FILE', () => {
  it('merges the sides of a file with conflict markers, in the text as it is', async () => {
    await threeVersions();
    const lines = desk.read(sidecar).split('\n');
    const own = lines.findIndex((line) => line.includes('"LOC"'));
    // Sorts behind the other, whatever that one’s random id is.
    const other = lines[own].replace('"id": "', '"id": "z').replace('"LOC"', '"GPE"');
    lines.splice(own, 1, '<<<<<<< HEAD', lines[own], '=======', other, '>>>>>>> branch');
    desk.write(sidecar, lines.join('\n'));
    desk.write('a.txt', `Now: ${text}`);
    assert.deepEqual(await desk.glossator('merge', sidecar), { code: 0, out: '', err: '' });
    assert.deepEqual(tags(), ['LOC Bagdad', 'GPE Bagdad']);
    assert.deepEqual(
      desk.json(sidecar).tags.map(({ start }: Tag) => start),
      [8, 8],
    );
    const again = await desk.glossator('merge', sidecar);
    assert.deepEqual(again, {
      code: 2,
      out: '',
      err: `glossator: ${sidecar}: There are no conflict markers in it.\n`,
    });
  });
});

describe('git with Glossator’s drivers', () => {
  const git = async (...args: string[]) => {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false'];
    return desk.command('git', ...who, ...args);
  };
  const commit = async (message: string): Promise<void> => {
    await git('add', '-A');
    assert.equal((await git('commit', '-q', '-m', message)).code, 0);
  };

  /** A repository with one tagged text on `main`, and the drivers installed. */
  async function repository(): Promise<void> {
    assert.equal((await git('init', '-q', '-b', 'main')).code, 0);
    desk.write('a.txt', text);
    await tag('LOC', 'Bagdad');
    const { code, err } = await desk.spawned('merge', '--install');
    assert.equal(code, 0, err);
    await commit('one tag');
  }

  it('merges two branches that tag the same text', async () => {
    await repository();
    await git('checkout', '-q', '-b', 'ann');
    await tag('PER', 'minister', '--by', 'ann');
    await commit('ann');
    await git('checkout', '-q', 'main');
    await tag('LOC', 'Iraq', '--by', 'bob');
    await commit('bob');
    const { code, out } = await git('merge', '-q', 'ann', '-m', 'both');
    assert.equal(code, 0, out);
    assert.deepEqual(tags(), ['LOC Bagdad', 'PER minister', 'LOC Iraq']);
    assert.equal(
      (await desk.glossator('resolve', 'a.txt', '--json')).out.match(/"exact"/g)?.length,
      3,
    );
  });

  it('merges tags of texts that both branches changed, so that each is found', async () => {
    await repository();
    await git('checkout', '-q', '-b', 'ann');
    desk.write('a.txt', `Yesterday.\n\nMore.\n\n${text}`);
    await desk.glossator('resolve', 'a.txt', '--write');
    await tag('DATE', 'Yesterday');
    await commit('ann');
    await git('checkout', '-q', 'main');
    desk.write('a.txt', `${text}\nNobody believed it.\n`);
    await tag('PER', 'minister');
    await commit('bob');
    const { code, out } = await git('merge', '-q', 'ann', '-m', 'both');
    assert.equal(code, 0, out);
    const found = JSON.parse((await desk.glossator('resolve', 'a.txt', '--json')).out);
    const merged = desk.read('a.txt');
    assert.deepEqual(
      found.map(({ start, end }: Tag) => merged.slice(start, end)),
      ['Yesterday', 'Bagdad', 'minister'],
    );
  });

  it('calls it a conflict where two branches give one tag two labels', async () => {
    await repository();
    await git('checkout', '-q', '-b', 'ann');
    swapped(sidecar, '"LOC"', '"CITY"');
    await commit('ann');
    await git('checkout', '-q', 'main');
    swapped(sidecar, '"LOC"', '"GPE"');
    await commit('bob');
    const { code, out, err } = await git('merge', 'ann', '-m', 'both');
    assert.equal(code, 1);
    assert.match(out, /CONFLICT \(content\)/);
    assert.match(err, /the sides disagree on tag/);
    assert.deepEqual(tags().sort(), ['CITY Bagdad', 'GPE Bagdad']);
    assert.equal(desk.json(sidecar).glossator, 1);
  });

  it('shows a change of a sidecar a tag a line, without offsets', async () => {
    await repository();
    await tag('PER', 'minister');
    const { out } = await git('diff', '--', sidecar);
    const changed = out.split('\n').filter((line) => /^[+-](?![+-])/.test(line));
    assert.equal(changed.length, 1);
    assert.match(changed[0], /^\+PER {2}“minister” {2}\[\S{8}\]$/);
  });

  it('is installed once, however often', async () => {
    await repository();
    const before = desk.read('.gitattributes');
    assert.match(before, /^\*\.tags\.json merge=glossator diff=glossator\n$/);
    assert.equal((await desk.spawned('merge', '--install')).code, 0);
    assert.equal(desk.read('.gitattributes'), before);
  });

  it('merges and compares line by line where the program is gone', async () => {
    await repository();
    desk.write('it’s a program', '#!/bin/sh\nexit 1\n');
    assert.equal((await desk.spawned('merge', '--install', '--via', 'it’s a program')).code, 0);
    rmSync(desk.path('it’s a program'));
    await git('checkout', '-q', '-b', 'ann');
    swapped(sidecar, '"LOC"', '"CITY"');
    await commit('ann');
    await git('checkout', '-q', 'main');
    swapped(sidecar, '"LOC"', '"GPE"');
    assert.match((await git('diff')).out, /^\+.*"GPE"/m);
    await commit('bob');
    assert.equal((await git('merge', 'ann', '-m', 'both')).code, 1);
    assert.match(desk.read(sidecar), /^<{7}.*"GPE".*^={7}.*"CITY".*^>{7}/ms);
  });

  it('is not installed where there is no repository', async () => {
    const { code, err } = await desk.spawned('merge', '--install');
    assert.equal(code, 2);
    assert.match(err, /^glossator: git rev-parse: .*not a git repository/);
  });
});

describe('glossator textconv FILE', () => {
  it('prints a tag a line', async () => {
    await threeVersions();
    const { out } = await desk.glossator('textconv', sidecar);
    assert.match(out, /^LOC {2}“Bagdad” {2}\[\S{8}\]\n$/);
  });

  it('prints a file that is no sidecar as it is, so that git diff goes on', async () => {
    desk.write('broken', '<<<<<<< HEAD\n');
    assert.deepEqual(await desk.glossator('textconv', 'broken'), {
      code: 0,
      out: '<<<<<<< HEAD\n',
      err: '',
    });
  });
});
