import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CountedFact, FactIndex } from '../../../../server/src/core/corpus/factIndex.ts';

function fact(value: number, noun: string, ...entities: string[]): CountedFact {
  const words = `${value} ${noun}`;
  return { start: 0, end: 2, noun, value, words, entities, scope: entities, stems: [] };
}

const source = (key: string) => ({ key, file: `file:///${key}`, name: key });

/** What a text sees of others, as `text: words`. */
function seen(index: FactIndex, key: string, of: CountedFact): string[] {
  return index
    .around(key)
    .like(of)
    .map((placed) => `${placed.name}: ${placed.fact.words}`);
}

describe('FactIndex', () => {
  it('finds the facts of other texts by noun and entity', () => {
    const index = new FactIndex();
    const own = fact(12, 'people', 'aleppo', 'syria');
    index.set(source('a'), [own]);
    index.set(source('b'), [fact(34, 'people', 'aleppo', 'syria'), fact(5, 'cars', 'aleppo')]);
    index.set(source('c'), [fact(56, 'people', 'homs'), fact(78, 'people', 'syria')]);
    assert.deepEqual(seen(index, 'a', own), ['b: 34 people', 'c: 78 people']);
    assert.deepEqual(seen(index, 'b', own), ['a: 12 people', 'c: 78 people']);
  });

  it('replaces and forgets what a text counts', () => {
    const index = new FactIndex();
    const own = fact(12, 'people', 'aleppo');
    index.set(source('b'), [fact(34, 'people', 'aleppo')]);
    index.set(source('b'), [fact(43, 'people', 'aleppo')]);
    assert.deepEqual(seen(index, 'a', own), ['b: 43 people']);
    index.delete('b');
    assert.deepEqual(seen(index, 'a', own), []);
    index.delete('never');
    index.set(source('b'), [own]);
    index.clear();
    assert.deepEqual(seen(index, 'a', own), []);
  });

  it('says nothing of what many texts count', () => {
    const index = new FactIndex();
    const own = fact(12, 'people', 'syria', 'aleppo');
    for (let i = 0; i < 16; i++) index.set(source(`text ${i}`), [fact(i + 20, 'people', 'syria')]);
    assert.equal(seen(index, 'a', own).length, 16);
    index.set(source('another'), [fact(40, 'people', 'syria')]);
    assert.deepEqual(seen(index, 'a', own), []);
    index.set(source('near'), [fact(50, 'people', 'aleppo')]);
    assert.deepEqual(seen(index, 'a', own), ['near: 50 people']);
  });

  it('counts the changes that concern a text, and no others', () => {
    const index = new FactIndex();
    const a = index.around('a');
    index.set(source('a'), [fact(12, 'people', 'aleppo')]);
    const concerns = (change: () => void) => {
      const { revision } = a;
      change();
      return a.revision !== revision;
    };
    const people = fact(34, 'people', 'aleppo');
    assert.ok(concerns(() => index.set(source('b'), [people])));
    assert.ok(!concerns(() => index.set(source('b'), [people])));
    assert.ok(!concerns(() => index.set(source('c'), [fact(34, 'people', 'homs')])));
    assert.ok(!concerns(() => index.set(source('a'), [fact(13, 'people', 'aleppo')])));
    assert.ok(concerns(() => index.set(source('b'), [{ ...people, start: 1 }])));
    assert.ok(concerns(() => index.set(source('b'), [])));
    assert.ok(!concerns(() => index.delete('c')));
    const many = Array.from({ length: 16 }, (_, at) => fact(at + 40, 'people', 'aleppo'));
    assert.ok(concerns(() => index.set(source('b'), many)));
    assert.ok(!concerns(() => index.set(source('c'), [people])));
    assert.ok(concerns(() => index.delete('b')));
  });
});
