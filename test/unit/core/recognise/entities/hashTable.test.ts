import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { HashTable } from '../../../../../server/src/core/recognise/entities/hashTable.ts';

describe('HashTable', () => {
  it('has nothing at first, and nothing when it was cleared', () => {
    const table = new HashTable();
    assert.equal(table.get(0), -1);
    table.set(0, 7);
    assert.equal(table.get(0), 7);
    table.clear();
    assert.equal(table.get(0), -1);
    assert.equal(table.size, 0);
  });

  it('knows what a Map knows, hashes that meet in one cell and thousands of others included', () => {
    const hash = fc.oneof(
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      fc.nat(9).map((n) => n << 20),
    );
    const entries = fc.array(fc.tuple(hash, fc.nat(2 ** 31 - 1)), { maxLength: 3000, size: 'max' });
    fc.assert(
      fc.property(entries, hash, (pairs, other) => {
        const table = new HashTable();
        const map = new Map(pairs);
        for (const [key, value] of pairs) table.set(key, value);
        assert.equal(table.size, map.size);
        for (const [key, value] of map) assert.equal(table.get(key), value);
        assert.equal(table.get(other), map.get(other) ?? -1);
      }),
      { numRuns: 60 },
    );
  });
});
