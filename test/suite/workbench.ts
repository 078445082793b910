/** What the tests do in VS Code, in one word each. */
import * as vscode from 'vscode';
import type { Api } from '../../client/src/extension.ts';
import type { TagItem, TagsResult } from '../../server/src/protocol.ts';
import { AssertionError, ok } from './assert.ts';

/** A sidecar as the tests read it. */
export interface Sidecar {
  text: { sha256: string; length: number };
  tags: {
    id: string;
    label: string;
    start: number;
    end: number;
    quote: string;
    attributes?: Record<string, unknown>;
  }[];
  relations?: { label: string; from: string; to: string }[];
}

/** The URI of a file in the open folder. */
export function uriOf(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

export async function write(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
}

/** A file's text; undefined where there is no such file. */
export async function read(name: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(name)));
  } catch {
    return undefined;
  }
}

export async function remove(name: string): Promise<void> {
  if ((await read(name)) !== undefined) await vscode.workspace.fs.delete(uriOf(name));
}

/** The extension that is tested. */
export function extension(): vscode.Extension<Api> {
  const found = vscode.extensions.getExtension<Api>('glossator.glossator');
  ok(found, 'the extension is not installed');
  return found;
}

/** Opens a text in an editor, with the extension running. */
export async function open(name: string): Promise<vscode.TextEditor> {
  await extension().activate();
  const document = await vscode.workspace.openTextDocument(uriOf(name));
  return vscode.window.showTextDocument(document);
}

let made = 0;

/**
 * Opens a new text of a name that no test had before, with the given content.
 * VS Code and the server may remember files of old names for a while.
 */
export async function scratch(
  text: string,
): Promise<{ readonly name: string; readonly editor: vscode.TextEditor }> {
  made += 1;
  const name = `text-${made}.txt`;
  await write(name, text);
  return { name, editor: await open(name) };
}

/** Removes the texts that `scratch` made, with their sidecars. */
export async function removeScratch(): Promise<void> {
  await closeAll();
  const entries = await vscode.workspace.fs.readDirectory(uriOf('.'));
  for (const [name] of entries) if (/^text-\w+\.txt/i.test(name)) await remove(name);
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Where a passage stands; its `occurrence`th place, counted from 0. */
export function place(
  document: vscode.TextDocument,
  passage: string,
  occurrence = 0,
): vscode.Range {
  const text = document.getText();
  let at = text.indexOf(passage);
  for (let skipped = 0; skipped < occurrence; skipped += 1) at = text.indexOf(passage, at + 1);
  ok(at !== -1, `the text has no "${passage}"`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + passage.length));
}

/** Selects passages, one cursor each. */
export function select(editor: vscode.TextEditor, ...ranges: vscode.Range[]): void {
  editor.selections = ranges.map(({ start, end }) => new vscode.Selection(start, end));
}

/** Tags what is selected. */
export async function tagSelected(label: string, exact = false): Promise<void> {
  await vscode.commands.executeCommand('glossator.tagWithLabel', { label, exact });
}

/** Where a passage stands in an editor's text. */
export function placed(editor: vscode.TextEditor, passage: string): vscode.Range {
  return place(editor.document, passage);
}

/** Tags each of the passages. */
export async function tagged(
  editor: vscode.TextEditor,
  label: string,
  ...passages: string[]
): Promise<void> {
  await vscode.window.showTextDocument(editor.document);
  select(editor, ...passages.map((passage) => placed(editor, passage)));
  await tagSelected(label);
}

/** The extension's language client. */
export async function client(): Promise<Api['client']> {
  return (await extension().activate()).client;
}

/** The sidecar of a text as it lies on the disk. */
export async function sidecar(name: string): Promise<Sidecar | undefined> {
  // VS Code empties a file before it writes it: for a moment there is nothing to read.
  return eventually('a sidecar that is written to its end', async () => {
    const text = await read(`${name}.tags.json`);
    if (text === undefined) return { found: undefined };
    return text.endsWith('}\n') ? { found: JSON.parse(text) } : undefined;
  }).then(({ found }) => found);
}

/** The tags of an open text as the server sees them. */
export async function tagsOf(document: vscode.TextDocument): Promise<TagItem[]> {
  const connected = await client();
  const uri = connected.code2ProtocolConverter.asUri(document.uri);
  const { tags }: TagsResult = await connected.sendRequest('glossator/tags', {
    textDocument: { uri },
  });
  return tags;
}

/**
 * Asks again and again until there is an answer that is not undefined.
 * @throws {AssertionError} after ten seconds
 */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  for (let waited = 0; waited < 10_000; waited += 50) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new AssertionError(`waited in vain: ${what}`);
}

/** The codes of a file's findings. */
export function codesOf(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code }) => {
    return String(typeof code === 'object' ? code.value : code);
  });
}
