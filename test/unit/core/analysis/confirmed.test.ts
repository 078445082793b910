import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TextAnalysis } from '../../../../server/src/core/analysis/text.ts';
import { defaultConfiguration } from '../../../../server/src/core/corpus/configuration.ts';
import { buildGazetteer } from '../../../../server/src/core/corpus/gazetteer.ts';
import { emptyRegistry, parseRegistry } from '../../../../server/src/core/corpus/registry.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { makeTag, type TagDraft } from '../../../../server/src/core/tags/edits.ts';
import type { AnchorStatus, PlacedTag } from '../../../../server/src/core/tags/model.ts';
import { ChunkedText } from '../../../../server/src/core/text/document.ts';

const configuration = {
  ...defaultConfiguration,
  labels: [...defaultConfiguration.labels, { name: 'WEAPON', parent: 'MISC' }, { name: 'ROLE' }],
};
const records = [
  '{"id": "baltic-fund", "type": "ORG", "name": "Baltic Fund"}',
  '{"id": "riverside", "type": "LOC", "name": "Riverside"}',
];
const { value } = parseRegistry(`{"glossator": 1, "entities": [${records.join(',')}]}`);
const registry = value ?? emptyRegistry;

interface Words extends Omit<Partial<TagDraft>, 'start' | 'end' | 'status'> {
  readonly words: string;
  readonly review?: TagDraft['status'];
  readonly lies?: AnchorStatus;
}

/** The analysis of a text in which the first occurrence of some words is tagged. */
function analysis(source: string, tags: readonly Words[]): TextAnalysis {
  const text = new TextAnalysis(new ChunkedText(source), {
    language: en,
    gazetteer: buildGazetteer(registry.entities.values(), en),
    rules: [],
    textRules: [],
    configuration,
    registry,
  });
  const placed = tags.map(
    ({ words, label = 'PER', review, lies = 'exact', ...more }): PlacedTag => {
      const start = source.indexOf(words);
      assert.ok(start >= 0, words);
      const end = start + words.length;
      const tag = makeTag(
        { ...more, label, start, end, ...(review && { status: review }) },
        source,
      );
      return { tag, start, end, status: lies, confidence: 1 };
    },
  );
  placed.sort((a, b) => a.start - b.start || a.end - b.end);
  text.setTags(() => placed);
  return text;
}

/** Each mention as `words TYPE entity`, those of tags with what they rest on. */
function mentions(source: string, ...tags: readonly Words[]): string[] {
  return [...analysis(source, tags).entities()].map(
    ({ start, end, type, entity, source: by, why }) =>
      [source.slice(start, end), type, entity ?? '-', ...(by === 'tag' ? [why] : [])].join(' '),
  );
}

describe('a confirmed tag', () => {
  it('says what its words name', () => {
    const text = 'Two Kalibr hit the kiosk.';
    assert.deepEqual(mentions(text), ['Kalibr MISC -']);
    assert.deepEqual(mentions(text, { words: 'Kalibr', label: 'ORG', entity: 'baltic-fund' }), [
      'Kalibr ORG baltic-fund tagged ORG',
    ]);
    assert.deepEqual(
      mentions(
        text,
        { words: 'Kalibr', label: 'WEAPON', by: 'ann' },
        { words: 'kiosk', label: 'LOC' },
      ),
      ['Kalibr MISC - tagged WEAPON by ann', 'kiosk LOC - tagged LOC'],
    );
  });

  it('counts instead of what was recognised in a part of its words', () => {
    const text = 'The old Gorchakov peace circle met.';
    assert.deepEqual(mentions(text), ['Gorchakov MISC -']);
    assert.deepEqual(mentions(text, { words: 'Gorchakov peace circle', label: 'ORG' }), [
      'Gorchakov peace circle ORG - tagged ORG',
    ]);
  });

  it('of several at one place is the longest, and the first of those that cross', () => {
    const text = 'The Gorchakov peace circle met.';
    const part = { words: 'Gorchakov', label: 'PER' };
    const whole = { words: 'Gorchakov peace circle', label: 'ORG' };
    const crossing = { words: 'circle met', label: 'MISC' };
    assert.deepEqual(mentions(text, part, whole, crossing), [
      'Gorchakov peace circle ORG - tagged ORG',
    ]);
  });

  it('is none while somebody has to judge it, or where its text is another', () => {
    const text = 'Two Kalibr hit.';
    for (const doubt of [
      { review: 'suggested' },
      { review: 'rejected' },
      { lies: 'changed' },
      { lies: 'lost' },
    ] as const) {
      assert.deepEqual(mentions(text, { words: 'Kalibr', label: 'ORG', ...doubt }), [
        'Kalibr MISC -',
      ]);
    }
  });

  it('whose label is no kind of name says nothing, unless it is linked to one', () => {
    const text = 'The chair spoke for the fund.';
    assert.deepEqual(mentions(text, { words: 'chair', label: 'ROLE' }), []);
    assert.deepEqual(mentions(text, { words: 'fund', label: 'ROLE', entity: 'baltic-fund' }), [
      'fund ORG baltic-fund tagged ROLE',
    ]);
  });

  it('over a clause is no name', () => {
    const clause = `they say that Kalibr ${'and so on '.repeat(20)}`;
    assert.deepEqual(mentions(clause, { words: clause, label: 'ORG' }), ['Kalibr MISC -']);
  });
});

describe('what tags teach', () => {
  it('is what the name is elsewhere in the text, its surname too', () => {
    const text = 'Oleg Syromolotov came. Then Syromolotov left, and Syromolotov slept.';
    assert.deepEqual(mentions(text, { words: 'Oleg Syromolotov', label: 'ORG', by: 'ann' }), [
      'Oleg Syromolotov ORG - tagged ORG by ann',
      'Syromolotov ORG - tagged ORG by ann elsewhere in this text',
      'Syromolotov ORG - tagged ORG by ann elsewhere in this text',
    ]);
    const linked = { words: 'Syromolotov left', entity: 'baltic-fund', label: 'ORG' };
    const [, , last] = mentions(text, { ...linked, words: 'Syromolotov' });
    assert.equal(last, 'Syromolotov ORG baltic-fund tagged ORG elsewhere in this text');
  });

  it('is what the tag itself says, also where another one covers it', () => {
    const text = 'The Gorchakov peace circle met. They saw Gorchakov.';
    const whole = { words: 'Gorchakov peace circle', label: 'ORG' };
    const [, name] = mentions(text, { words: 'Gorchakov', label: 'PER' }, whole);
    assert.equal(name, 'Gorchakov PER - tagged PER elsewhere in this text');
    const inner = { words: 'Riga', label: 'PER' };
    const outer = { words: 'Port of Riga', label: 'ORG' };
    const riga = mentions('The Port of Riga grew. They came to Riga.', outer, inner).at(-1);
    assert.equal(riga, 'Riga PER - tagged PER elsewhere in this text');
  });

  it('is nothing where tags of one name disagree, or where the registry knows better', () => {
    const two = 'Kalibr and then Kalibr, Kalibr again.';
    const [first, second] = [
      { words: 'Kalibr', label: 'ORG' },
      { words: 'Kalibr,', label: 'LOC' },
    ];
    const labels = mentions(two, first, { ...second, words: 'Kalibr, ' }).map(
      (one) => one.split(' ')[1],
    );
    assert.equal(labels[0], 'ORG');
    assert.deepEqual(
      mentions('Riverside is old. Riverside is large.', { words: 'Riverside', label: 'ORG' }),
      ['Riverside ORG riverside tagged ORG', 'Riverside LOC riverside'],
    );
  });
});

describe('mentions with tags among them', () => {
  const words = [
    'Oleg Syromolotov',
    'Kalibr',
    'the kiosk',
    'Riverside',
    'Baltic Fund',
    'and',
    'Fund',
  ];
  const anyTag = fc.record({
    at: fc.nat(60),
    length: fc.integer({ min: 0, max: 20 }),
    label: fc.constantFrom('PER', 'ORG', 'WEAPON', 'ROLE'),
  });

  it('do not overlap, and those of a stretch are those of the text that touch it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...words), { minLength: 3, maxLength: 12 }),
        fc.array(anyTag, { maxLength: 6 }),
        fc.nat(80),
        fc.nat(40),
        (parts, drafts, from, length) => {
          const source = `${parts.join(' ')}.`;
          const tags = drafts.flatMap(({ at, length, label }) => {
            const chosen = source.slice(at, at + length);
            return chosen === '' ? [] : [{ words: chosen, label }];
          });
          const text = analysis(source, tags);
          const all = [...text.entities()];
          for (const [i, mention] of all.slice(1).entries()) assert.ok(all[i].end <= mention.start);
          const within = { start: from, end: from + length };
          assert.deepEqual(
            [...text.entities(within)],
            all.filter(({ start, end }) => start < within.end && within.start < end),
          );
        },
      ),
    );
  });
});
