import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Root } from 'nlcst';
import retextIndefiniteArticle from 'retext-indefinite-article';
import retextRepeatedWords from 'retext-repeated-words';
import type { VFile } from 'vfile';
import { readPassage } from '../../../../server/src/core/analysis/passage.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { type ProsePlugin, proseProcessor } from '../../../../server/src/core/prose/processor.ts';

const text = 'All is well.\n\nParis in the the 😀 spring. It was a apple.\n';

async function check(plugins: readonly ProsePlugin[], entering = (_index: number) => {}) {
  return proseProcessor(plugins, entering)(readPassage(text, en));
}

/** A plugin that says the same of every block. */
const says =
  (say: (file: VFile) => void): ProsePlugin['plugin'] =>
  () =>
  (_tree: Root, file: VFile) =>
    say(file);

describe('plugins of the retext family', () => {
  it('run as published, on the token table; what they find is placed in the text', async () => {
    const found = await check([
      { plugin: retextRepeatedWords },
      { plugin: retextIndefiniteArticle },
    ]);
    assert.deepEqual(
      found.map(({ start, end, rule, expected }) => [text.slice(start, end), rule, expected]),
      [
        ['the the', 'retext-repeated-words:the', ['the']],
        ['a', 'retext-indefinite-article', ['an']],
      ],
    );
    assert.equal(found[0].message, 'Unexpected repeated `the`, remove one occurrence');
    assert.equal(found[0].severity, 'warning');
    assert.match(found[0].url ?? '', /^https:/);
  });

  it('see one block at a time, each plugin announced before it', async () => {
    const seen: string[] = [];
    await check([{ plugin: says((file) => seen.push(String(file))) }], (at) => seen.push(`${at}`));
    assert.deepEqual(seen, ['0', text.slice(0, 14), '0', text.slice(14)]);
  });

  it('get their options, and presets are taken apart', async () => {
    const seen: unknown[] = [];
    const plugin = (options?: unknown) => {
      seen.push(options);
    };
    await check([{ plugin, options: { a: 1 } }]);
    await check([{ plugin: { plugins: [[plugin, { b: 2 }]] } }]);
    assert.deepEqual(seen, [{ a: 1 }, { b: 2 }]);
  });

  it('place a message by line and column where it has no offset, else at the block’s first token', async () => {
    const found = await check([
      {
        plugin: says((file) => {
          file.message('point', { line: 1, column: 5 });
          file.message('nowhere', { line: 99, column: 99 });
          file.message('no place');
        }),
      },
    ]);
    assert.deepEqual(
      found.map(({ start, end, message }) => [message, start, end]),
      [
        ['point', 4, 4],
        ['nowhere', 14, 14],
        ['no place', 0, 3],
        ['point', 18, 18],
        ['nowhere', text.length, text.length],
        ['no place', 14, 19],
      ],
    );
  });

  it('tell warnings, information and errors apart', async () => {
    const found = await check([
      {
        plugin: says((file) => {
          file.message('m');
          file.info('i');
          file.message('e').fatal = true;
        }),
      },
    ]);
    assert.deepEqual(
      found.slice(0, 3).map(({ severity }) => severity),
      ['warning', 'info', 'error'],
    );
  });

  it('reject with what a plugin throws', async () => {
    const plugin = says(() => {
      throw new Error('no such luck');
    });
    await assert.rejects(check([{ plugin }]), /no such luck/);
  });
});
