import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { copierInto, copyUnits } from '../../../../server/src/core/text/copyUnits.ts';
import { isSpaceAt, unitsOf } from '../../../../server/src/core/text/units.ts';

describe('copierInto', () => {
  it('writes what reading unit by unit gives, and nothing behind it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const [copied, read] = [new Uint16Array(100).fill(7), new Uint16Array(100).fill(7)];
        copierInto(copied)(text);
        copyUnits(text, read);
        assert.deepEqual(copied, read);
      }),
    );
  });
});

describe('unitsOf', () => {
  it('gives the UTF-16 units of the text, and white space behind the last one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const units = unitsOf(text);
        for (let at = 0; at < text.length; at++) assert.equal(units[at], text.charCodeAt(at));
        assert.ok(isSpaceAt(String.fromCharCode(units[text.length]), 0));
      }),
    );
  });

  it('reads a part of a longer text, half a pair and a text longer than a chunk', () => {
    const long = 'ä\u{1f600}'.repeat(40_000);
    for (const text of [long, long.slice(70_000, 70_012), long.slice(2, 3), '']) {
      const units = unitsOf(text);
      assert.equal(
        String.fromCharCode(...units.subarray(0, text.length).slice(-9)),
        text.slice(-9),
      );
      assert.ok(isSpaceAt(String.fromCharCode(units[text.length]), 0));
    }
  });

  it('reads a text again after another one', () => {
    assert.equal(unitsOf('abc')[1], 0x62);
    assert.equal(unitsOf('xyz')[1], 0x79);
    assert.equal(unitsOf('abc')[1], 0x62);
  });
});
