/**
 * The suite that runs inside VS Code's extension host, Node and web worker
 * alike. What it runs depends on the folder that is open: a corpus or a plain
 * folder.
 */
import * as vscode from 'vscode';
import { LineReporter } from './reporter.ts';

/** The extension host that the run asked for; the bundler writes it here. */
declare const suiteHost: 'node' | 'web';

/** Called by VS Code. @throws {Error} if a test failed, which makes the run fail */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', reporter: LineReporter, timeout: 20_000, color: false });
  const corpus = (await vscode.workspace.findFiles('glossator.json')).length > 0;
  if (corpus) await import('./inCorpus.ts');
  else await import('./inPlainFolder.ts');
  if (corpus && suiteHost === 'node') {
    await import('./mergeDriver.test.ts');
    await import('./exchange.test.ts');
  }
  // The browser build's own run() reads the page's address, which a Node host has not.
  const start = Mocha.prototype.run.bind(mocha);
  const failures = await new Promise<number>((resolve) => start(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
