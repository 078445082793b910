import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { en } from '../../../../server/src/core/languages/en.ts';
import { chunkEnd } from '../../../../server/src/core/text/chunks.ts';
import { type Chunk, ChunkedText } from '../../../../server/src/core/text/document.ts';
import { isGraphemeBoundary } from '../../../../server/src/core/text/graphemes.ts';
import { layOut } from '../../../../server/src/core/text/layout.ts';
import { tokenise } from '../../../../server/src/core/text/tokens.ts';

/** Start and end of every token and the start of every sentence, counted over the whole text. */
function read(pieces: readonly { readonly text: string; readonly start: number }[]) {
  const tokens: number[] = [];
  const sentences: number[] = [];
  for (const { text, start } of pieces) {
    const table = tokenise(text, en);
    for (let at = 0; at < table.length; at++)
      tokens.push(start + table.start[at], start + table.end[at]);
    for (const first of layOut(text, table, en).sentences)
      sentences.push(start + table.start[first]);
  }
  return { tokens, sentences };
}

const paragraph = fc
  .array(fc.constantFrom('Word ', 'and another. ', 'Really?', ' “Yes.” ', '\n', 'é😀 ', '12,5 '), {
    maxLength: 30,
  })
  .map((parts) => `${parts.join('')}.\n\n`);

describe('chunkEnd', () => {
  it('cuts a text of paragraphs so that chunks have the tokens and sentences that the whole text has', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { maxLength: 20 }),
        fc.integer({ min: 1, max: 200 }),
        (list, target) => {
          const text = list.join('');
          const pieces: { text: string; start: number }[] = [];
          for (let from = 0; from < text.length; ) {
            const end = chunkEnd(text, from, target);
            assert.ok(end > from && end - from <= 65_535);
            pieces.push({ text: text.slice(from, end), start: from });
            from = end;
          }
          assert.deepEqual(read(pieces), read([{ text, start: 0 }]));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('cuts blank lines that fill more than a chunk behind line ends, and does not look at them all for each', () => {
    // Looked at all for each, these would take an hour.
    const text = `Ann met.${'\n'.repeat(500_000)}${' '.repeat(500_000)}x`;
    const ends: number[] = [];
    for (let from = 0; from < text.length; from = ends[ends.length - 1]) {
      ends.push(chunkEnd(text, from));
    }
    // Fourteen times behind the first line end 32,768 units on; then the last blank line is near enough.
    const forced = Array.from({ length: 14 }, (_, i) => 0x8001 * (i + 1));
    assert.deepEqual(ends.slice(0, 15), [...forced, 500_008]);
  });

  it('cuts a text without any white space between two grapheme clusters', () => {
    const text = '👩‍👩‍👧‍👦'.repeat(10_000);
    const end = chunkEnd(text, 0);
    assert.ok(end <= 65_535);
    assert.ok(isGraphemeBoundary(text, end));
  });
});

describe('an edit', () => {
  const edit = fc.record({
    from: fc.nat(),
    length: fc.nat(40),
    text: fc.constantFrom('', 'x', '. New one.\n', '\n\n', '“'),
  });

  it('leaves the chunks alone that it does not touch, and the text reads as if it had been opened anew', () => {
    const texts = fc.array(paragraph, { minLength: 20, maxLength: 80 });
    fc.assert(
      fc.property(texts, fc.array(edit, { maxLength: 6 }), (list, edits) => {
        const text = new ChunkedText(list.join('').repeat(8));
        for (const { from, length, text: inserted } of edits) {
          const before = new Set<Chunk>(text.chunks);
          const start = from % (text.length + 1);
          const { removed, added } = text.replace(
            start,
            Math.min(text.length, start + length),
            inserted,
          );
          const after = new Set<Chunk>(text.chunks);
          for (const chunk of before) assert.notEqual(after.has(chunk), removed.includes(chunk));
          for (const chunk of after) assert.notEqual(before.has(chunk), added.includes(chunk));
          assert.ok(removed.length <= 3 + Math.ceil(length / 2048));
        }
        assert.deepEqual(read(text.chunks), read(new ChunkedText(text.toString()).chunks));
      }),
      { numRuns: 60 },
    );
  });
});
