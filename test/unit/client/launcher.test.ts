import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { launcherIn, refreshLauncher, writeLauncher } from '../../../client/src/node/launcher.ts';

/** git brings a shell along everywhere, but not always on the path. */
const skip = process.platform === 'win32';

describe('the script by which git starts Glossator', { skip }, () => {
  let folder = '';
  let cli = '';
  const program = () => ({ node: process.execPath, cli });
  const start = (...operands: string[]) =>
    execFileSync('sh', [launcherIn(folder), ...operands], { encoding: 'utf8' });

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'glossator-')), 'Ann’s "own" $HOME folder');
    mkdirSync(folder);
    cli = join(folder, "it's 1.0.js");
    const says = 'console.log(process.env.ELECTRON_RUN_AS_NODE, ...process.argv.slice(2))';
    writeFileSync(cli, says);
    writeLauncher(folder, program());
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

  it('hands on every argument, whatever is in it and in the paths', () => {
    assert.equal(start('merge', 'a b', '$c', "d'e"), "1 merge a b $c d'e\n");
  });

  it('follows the extension to the folder of its new version', () => {
    rmSync(cli);
    cli = join(folder, '1.1.js');
    writeFileSync(cli, 'console.log("new")');
    refreshLauncher(folder, program());
    assert.equal(start('textconv'), 'new\n');
  });

  it('is written only where it was, and only if it reads otherwise', () => {
    const other = join(folder, 'other');
    refreshLauncher(other, program());
    assert.throws(() => statSync(launcherIn(other)));
    const before = statSync(launcherIn(folder)).ino;
    refreshLauncher(folder, program());
    assert.equal(statSync(launcherIn(folder)).ino, before);
  });

  it('merges and shows line by line where the extension is gone', () => {
    rmSync(cli);
    const names = ['base', 'ours', 'theirs'].map((name) => join(folder, name));
    const [base, ours, theirs] = names;
    writeFileSync(base, 'a\nb\nc\nd\ne\n');
    writeFileSync(ours, 'a1\nb\nc\nd\ne\n');
    writeFileSync(theirs, 'a\nb\nc\nd\ne1\n');
    start('merge', base, ours, theirs, '--path', 'x.txt.tags.json');
    assert.equal(readFileSync(ours, 'utf8'), 'a1\nb\nc\nd\ne1\n');
    assert.equal(start('textconv', base), 'a\nb\nc\nd\ne\n');
    writeFileSync(theirs, 'a2\nb\nc\nd\ne\n');
    assert.throws(() => start('merge', base, ours, theirs));
    assert.match(readFileSync(ours, 'utf8'), /^<{7}.*a1.*^={7}.*a2.*^>{7}/ms);
  });
});
