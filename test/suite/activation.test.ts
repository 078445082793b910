import * as vscode from 'vscode';

/** The extension host that the run asked for; the bundler writes it here. */
declare const suiteHost: 'node' | 'web';

import * as assert from './assert.ts';

suite('activation', () => {
  test('the extension is there and starts', async () => {
    const extension = vscode.extensions.getExtension('glossator.glossator');
    assert.ok(extension, 'the extension is not installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  test('it runs in the extension host that was asked for', () => {
    assert.equal(typeof process === 'undefined' ? 'web' : 'node', suiteHost);
  });
});
