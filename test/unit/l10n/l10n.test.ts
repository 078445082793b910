import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { clientTexts } from '../../../scripts/l10n.mjs';

const root = join(import.meta.dirname, '../../..');

type Texts = Readonly<Record<string, string>>;
const read = (path: string): Texts => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** What a translation must hand on as it is: places for values, commands of links, code. */
function fixedParts(text: string): string[] {
  return (text.match(/\{\d\}|\(command:[^)]*\)/g) ?? []).sort();
}

/** The translations beside a file: `package.nls.et.json` of `package.nls.json`. */
function translations(folder: string, original: string): string[] {
  const stem = original.replace(/json$/, '');
  return readdirSync(join(root, folder)).filter(
    (name) => name.startsWith(stem) && name !== original,
  );
}

suite('translations', () => {
  test('the bundle holds what the client says; `npm run l10n` writes it', () => {
    const texts = clientTexts();
    assert.ok(texts.length > 0);
    const bundle = read('l10n/bundle.l10n.json');
    assert.deepEqual(Object.keys(bundle), texts);
    for (const [key, text] of Object.entries(bundle)) assert.equal(text, key);
  });

  test('the manifest says nothing that package.nls.json lacks, and that nothing it says not', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const used = new Set(Array.from(manifest.matchAll(/"%([\w.]+)%"/g), ([, key]) => key));
    assert.deepEqual(Object.keys(read('package.nls.json')).sort(), [...used].sort());
  });

  for (const [folder, original] of [
    ['l10n', 'bundle.l10n.json'],
    ['.', 'package.nls.json'],
  ]) {
    test(`every translation of ${original} is whole`, () => {
      const source = read(join(folder, original));
      const names = translations(folder, original);
      assert.ok(names.length > 0);
      for (const name of names) {
        const translated = read(join(folder, name));
        assert.deepEqual(Object.keys(translated).sort(), Object.keys(source).sort(), name);
        for (const [key, text] of Object.entries(translated)) {
          assert.notEqual(text.trim(), '', `${name}: ${key}`);
          assert.deepEqual(fixedParts(text), fixedParts(source[key]), `${name}: ${key}`);
        }
      }
    });
  }
});
