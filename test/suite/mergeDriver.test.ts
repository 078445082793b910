import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { equal, ok } from './assert.ts';
import { closeAll, open, read, remove, sidecar, tagged, uriOf, write } from './workbench.ts';

const text = 'Ann Smith met Ben Jones in Ankara.\n';

suite('git with the merge driver that the extension installs', () => {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false'];
  const git = (...operands: string[]): string =>
    execFileSync('git', [...who, ...operands], { cwd: uriOf('.').fsPath, encoding: 'utf8' });

  async function tag(label: string, passage: string): Promise<void> {
    await tagged(await open('merged.txt'), label, passage);
    await closeAll();
  }

  suiteSetup(async () => {
    await write('merged.txt', text);
    await tag('PER', 'Ann Smith');
    git('init', '-q', '-b', 'main');
    git('add', 'merged.txt', 'merged.txt.tags.json');
    git('commit', '-q', '-m', 'one tag');
  });
  suiteTeardown(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(uriOf('.git'), { recursive: true });
    for (const name of ['.gitattributes', 'merged.txt', 'merged.txt.tags.json']) await remove(name);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('two branches that tag one text merge without a conflict', async () => {
    await vscode.commands.executeCommand('glossator.installMergeDriver');
    equal(await read('.gitattributes'), '*.tags.json merge=glossator diff=glossator\n');
    ok(git('config', 'merge.glossator.driver').includes('glossator.sh'));
    git('checkout', '-q', '-b', 'ann');
    await tag('PER', 'Ben Jones');
    git('commit', '-q', '-a', '-m', 'ann');
    git('checkout', '-q', 'main');
    await tag('LOC', 'Ankara');
    git('commit', '-q', '-a', '-m', 'bob');
    git('merge', '-q', 'ann', '-m', 'both');
    equal(
      (await sidecar('merged.txt'))?.tags.map(({ label, quote }) => `${label} ${quote}`).join(),
      'PER Ann Smith,PER Ben Jones,LOC Ankara',
    );
    equal(git('status', '--porcelain', '--untracked-files=no'), '');
  });

  test('is installed once, however often', async () => {
    const before = await read('.gitattributes');
    await vscode.commands.executeCommand('glossator.installMergeDriver');
    equal(await read('.gitattributes'), before);
  });
});
