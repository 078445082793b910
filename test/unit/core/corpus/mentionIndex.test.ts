import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groupMentions, MentionIndex } from '../../../../server/src/core/corpus/mentionIndex.ts';
import type { EntityMention } from '../../../../server/src/core/corpus/names.ts';

function mention(
  start: number,
  end: number,
  key: string,
  entity: string | null = null,
): EntityMention {
  return { start, end, type: 'PER', entity, source: 'name', definition: null, key, why: '' };
}

const first = 'Oleg Syromolotov and Syromolotov';
const groups = groupMentions(
  [mention(0, 16, 'oleg syromolotov'), mention(21, 32, 'oleg syromolotov')],
  (start, end) => first.slice(start, end),
);
const linked = groupMentions([mention(0, 5, 'putin', 'vladimir-putin')], () => 'Putin');

describe('groupMentions', () => {
  it('groups by entity, or by key where there is none, and shows the longest form', () => {
    assert.equal(groups.length, 1);
    assert.equal(groups[0].name, 'Oleg Syromolotov');
    assert.equal(groups[0].mentions.length, 2);
    assert.deepEqual([linked[0].id, linked[0].entity], ['vladimir-putin', 'vladimir-putin']);
  });
});

describe('MentionIndex', () => {
  it('sums a name over the texts that mention it', () => {
    const index = new MentionIndex();
    index.set('a.txt', groups);
    index.set('b.txt', groups);
    const name = index.name('oleg syromolotov');
    assert.deepEqual([name?.mentions, name?.texts], [4, 2]);
    assert.deepEqual(
      index.mentionsOf('oleg syromolotov').map(({ text }) => text),
      ['a.txt', 'b.txt'],
    );
    assert.equal(index.named('Oleg Syromolotov'), 'oleg syromolotov');
  });

  it('replaces what it knew of a text, and forgets texts', () => {
    const index = new MentionIndex();
    index.set('a.txt', groups);
    index.set('a.txt', linked);
    assert.equal(index.name('oleg syromolotov'), null);
    index.delete('a.txt');
    assert.deepEqual([...index.names()], []);
    index.delete('never.txt');
    assert.deepEqual(index.texts(), []);
  });

  it('finds the full name of an entity by its last word, where a text writes it out', () => {
    const index = new MentionIndex();
    index.set('a.txt', linked);
    assert.equal(index.fullest('putin'), null);
    const inFull = 'Vladimir Putin';
    index.set(
      'b.txt',
      groupMentions([mention(4, 18, 'vladimir putin', 'vladimir-putin')], () => inFull),
    );
    const found = index.fullest('putin');
    assert.deepEqual(
      [found?.name.name, found?.text, found?.place],
      [inFull, 'b.txt', { start: 4, end: 18 }],
    );
  });

  it('finds the fullest name of a surname', () => {
    const index = new MentionIndex();
    index.set('a.txt', groups);
    const found = index.fullest('syromolotov');
    assert.equal(found?.name.name, 'Oleg Syromolotov');
    assert.deepEqual([found?.text, found?.place], ['a.txt', { start: 0, end: 16 }]);
    assert.equal(index.fullest('molotov'), null);
  });
});
