import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { endsBlock } from '../../../server/src/core/text/chunks.ts';
import { ChunkedText } from '../../../server/src/core/text/document.ts';

/** Text with many line ends, blank lines and sentence ends, and characters outside the BMP. */
const prose = fc
  .array(
    fc.constantFrom(
      'word',
      ' ',
      '\n',
      '\n\n',
      'ended. ',
      'Really?\n',
      '😀',
      'é',
      '…\n',
      'x'.repeat(900),
    ),
    {
      maxLength: 80,
    },
  )
  .map((parts) => parts.join(''));

const edit = fc.record({ from: fc.nat(), to: fc.nat(), text: prose });

/** Line and character of an offset, counted by hand. */
function plainPosition(text: string, offset: number) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines[lines.length - 1].length };
}

describe('ChunkedText', () => {
  it('holds the text that the same edits make of a plain string', () => {
    fc.assert(
      fc.property(prose, fc.array(edit, { maxLength: 12 }), (start, edits) => {
        let plain = start;
        const text = new ChunkedText(start);
        for (const { from, to, text: inserted } of edits) {
          const a = from % (plain.length + 1);
          const b = to % (plain.length + 1);
          const [low, high] = a < b ? [a, b] : [b, a];
          text.replace(low, high, inserted);
          plain = plain.slice(0, low) + inserted + plain.slice(high);
          assert.equal(text.toString(), plain);
          assert.equal(text.length, plain.length);
          assert.equal(text.lineCount, plain.split('\n').length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('ends every chunk but the last at a block end, whatever the edits', () => {
    fc.assert(
      fc.property(prose, fc.array(edit, { maxLength: 8 }), (start, edits) => {
        const text = new ChunkedText(start);
        for (const { from, to, text: inserted } of edits) {
          const a = from % (text.length + 1);
          const b = to % (text.length + 1);
          text.replace(Math.min(a, b), Math.max(a, b), inserted);
        }
        for (const chunk of text.chunks.slice(0, -1)) {
          assert.ok(chunk.forced || endsBlock(chunk.text), JSON.stringify(chunk.text.slice(-20)));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds the position of every offset, and the offset of every position', () => {
    fc.assert(
      fc.property(prose, fc.array(fc.nat(), { maxLength: 20 }), (content, offsets) => {
        const text = new ChunkedText(content);
        for (const any of offsets) {
          const offset = any % (content.length + 1);
          const position = text.positionAt(offset);
          assert.deepEqual(position, plainPosition(content, offset));
          assert.equal(text.offsetAt(position), offset);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('slices across chunks as a string does', () => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(), (content, a, b) => {
        const text = new ChunkedText(content);
        const from = a % (content.length + 1);
        const to = b % (content.length + 1);
        assert.equal(
          text.slice(Math.min(from, to), Math.max(from, to)),
          content.slice(Math.min(from, to), Math.max(from, to)),
        );
      }),
    );
  });

  it('takes positions past the end of a line or of the text as that end', () => {
    const text = new ChunkedText('one\ntwo');
    assert.equal(text.offsetAt({ line: 0, character: 99 }), 3);
    assert.equal(text.offsetAt({ line: 9, character: 0 }), 7);
    assert.equal(text.offsetAt({ line: -1, character: 5 }), 0);
  });

  it('cuts one line of several hundred kilobytes into chunks, and still counts it as one line', () => {
    const line = 'many words follow one another '.repeat(20_000);
    const text = new ChunkedText(`${line}\nlast`);
    assert.ok(text.chunks.length > 5);
    assert.ok(text.chunks.every((chunk) => chunk.text.length <= 65_535));
    assert.deepEqual(text.positionAt(line.length - 1), { line: 0, character: line.length - 1 });
    assert.equal(text.lineStart(1), line.length + 1);
    text.replace(300_000, 300_004, '');
    assert.equal(text.lineStart(1), line.length - 3);
  });
});
