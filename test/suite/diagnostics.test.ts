import * as vscode from 'vscode';
import { equal, match, ok } from './assert.ts';
import {
  codesOf,
  eventually,
  open,
  place,
  read,
  removeScratch,
  scratch,
  select,
  tagSelected,
  uriOf,
  write,
} from './workbench.ts';

suite('diagnostics', () => {
  teardown(removeScratch);

  test('a finding comes with a code that links to its page, and goes when it is mended', async () => {
    const { editor } = await scratch('They sold 9,000 to 7,000 tickets.\n');
    const finding = await eventually('number/range-reversed', () =>
      vscode.languages
        .getDiagnostics(editor.document.uri)
        .find(({ code }) => typeof code === 'object' && code.value === 'number/range-reversed'),
    );
    ok(typeof finding.code === 'object');
    match(finding.code.target.toString(), /range-reversed/);
    await editor.edit((edit) => edit.replace(place(editor.document, '9,000'), '5,000'));
    await eventually('the finding to go', () =>
      codesOf(editor.document.uri).includes('number/range-reversed') ? undefined : true,
    );
  });

  test('a tag with a label that the tagset has not is reported', async () => {
    const { name, editor } = await scratch('Ann Smith spoke.\n');
    select(editor, place(editor.document, 'Ann Smith'));
    await tagSelected('PER');
    const text = (await read(`${name}.tags.json`)) ?? '';
    await write(`${name}.tags.json`, text.replace('"PER"', '"NOPE"'));
    await eventually('tag/label-unknown', () =>
      codesOf(editor.document.uri).includes('tag/label-unknown') ? true : undefined,
    );
  });

  test('a sidecar that is no JSON is reported and never overwritten', async () => {
    const broken = '{"glossator": 1, "tags": [\n';
    const name = 'text-broken.txt';
    await write(name, 'Ann Smith spoke.\n');
    await write(`${name}.tags.json`, broken);
    const editor = await open(name);
    await eventually('sidecar/invalid', () => {
      const codes = [...codesOf(uriOf(`${name}.tags.json`)), ...codesOf(editor.document.uri)];
      return codes.includes('sidecar/invalid') ? true : undefined;
    });
    select(editor, place(editor.document, 'Ann Smith'));
    // The command says in a message why it refuses; nobody answers that message here.
    void tagSelected('PER');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    equal(await read(`${name}.tags.json`), broken);
  });
});
