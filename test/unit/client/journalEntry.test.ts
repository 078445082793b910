import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { asEntry, fateOf, madeOf } from '../../../client/src/journalEntry.ts';

const entry = {
  uri: 'file:///c/n%C3%BCüd.txt.tags.json',
  text: '{"tags": [{"quote": "👩‍👩‍👧 ütles"}]}\r\n',
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const whole = bytesOf(entry.text);

describe('what is kept of a sidecar while it is saved', () => {
  it('is read as it was written', () => {
    assert.deepEqual(asEntry(madeOf(entry)), entry);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.webUrl(), (text, uri) => {
        fc.pre(!text.includes('\0'));
        assert.deepEqual(asEntry(madeOf({ uri, text })), { uri, text });
      }),
    );
  });

  it('counts only if it is whole', () => {
    const bytes = madeOf(entry);
    for (let length = 0; length < bytes.length; length += 1) {
      assert.equal(asEntry(bytes.subarray(0, length)), null);
      const zeros = bytes.slice();
      zeros.fill(0, length);
      assert.equal(asEntry(zeros), null);
    }
  });
});

describe('a file that was being saved', () => {
  it('is saved if it reads as it was to, with a byte-order mark or without', () => {
    assert.equal(fateOf(entry, whole), 'saved');
    assert.equal(fateOf(entry, bytesOf(`\ufeff${entry.text}`)), 'saved');
  });

  it('is torn wherever the writing stopped, in the middle of a character too', () => {
    for (let length = 0; length < whole.length; length += 1) {
      const zeros = new Uint8Array(whole.length);
      zeros.set(whole.subarray(0, length));
      assert.equal(fateOf(entry, whole.subarray(0, length)), 'torn');
      assert.equal(fateOf(entry, zeros), 'torn');
    }
  });

  it('is another’s if it says anything else, or is not there', () => {
    assert.equal(fateOf(entry, bytesOf('{"tags": []}\n')), 'other');
    assert.equal(fateOf(entry, bytesOf(`${entry.text}more`)), 'other');
    assert.equal(fateOf(entry, bytesOf('<<<<<<< HEAD\n')), 'other');
    assert.equal(fateOf(entry, null), 'other');
  });
});
