import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ChunkedText } from '../../../server/src/core/text/document.ts';
import { chooseEncoding, type Encoding, Positions } from '../../../server/src/position.ts';

const encodings: Encoding[] = ['utf-16', 'utf-8', 'utf-32'];
const lines = fc
  .array(fc.constantFrom('a', 'é', '😀', '\n', '👩‍👩‍👧', 'ש', '字', ' '), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe('Positions', () => {
  it('counts the units of the encoding', () => {
    const text = new ChunkedText('x\né😀y');
    const at = (encoding: Encoding) => new Positions(text, encoding).position(5);
    assert.deepEqual(at('utf-16'), { line: 1, character: 3 });
    assert.deepEqual(at('utf-32'), { line: 1, character: 2 });
    assert.deepEqual(at('utf-8'), { line: 1, character: 6 });
  });

  it('goes from offset to position and back at every character, in every encoding, with and without a byte-order mark', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(...encodings), fc.boolean(), (content, encoding, mark) => {
        const positions = new Positions(new ChunkedText(content), encoding, mark);
        let offset = 0;
        for (const character of content) {
          assert.equal(positions.offset(positions.position(offset)), offset);
          offset += character.length;
        }
        assert.equal(positions.offset(positions.position(offset)), offset);
      }),
      { numRuns: 300 },
    );
  });

  it('counts the byte-order mark that a client kept, on line 0 only', () => {
    const positions = new Positions(new ChunkedText('ab\ncd'), 'utf-16', true);
    assert.deepEqual(positions.position(1), { line: 0, character: 2 });
    assert.deepEqual(positions.position(4), { line: 1, character: 1 });
    assert.equal(positions.offset({ line: 0, character: 0 }), 0);
    assert.equal(positions.offset({ line: 0, character: 2 }), 1);
  });

  it('turns a reversed range round', () => {
    const positions = new Positions(new ChunkedText('abcdef'), 'utf-16');
    const range = { start: { line: 0, character: 4 }, end: { line: 0, character: 1 } };
    assert.deepEqual(positions.span(range), { start: 1, end: 4 });
  });
});

describe('chooseEncoding', () => {
  it('takes UTF-16 where it is offered or nothing is said', () => {
    assert.equal(chooseEncoding(undefined), 'utf-16');
    assert.equal(chooseEncoding([]), 'utf-16');
    assert.equal(chooseEncoding(['utf-8', 'utf-16']), 'utf-16');
  });

  it('takes what the client offers otherwise', () => {
    assert.equal(chooseEncoding(['utf-8']), 'utf-8');
    assert.equal(chooseEncoding(['utf-8', 'utf-32']), 'utf-32');
    assert.equal(chooseEncoding(['utf-7']), 'utf-16');
  });
});
