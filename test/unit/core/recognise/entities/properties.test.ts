import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { en } from '../../../../../server/src/core/languages/en.ts';
import { et } from '../../../../../server/src/core/languages/et.ts';
import type { Language } from '../../../../../server/src/core/languages/language.ts';
import { recogniseEntities } from '../../../../../server/src/core/recognise/entities/index.ts';
import { recogniseNumbers } from '../../../../../server/src/core/recognise/numbers/index.ts';
import { layOut } from '../../../../../server/src/core/text/layout.ts';
import { tokenise } from '../../../../../server/src/core/text/tokens.ts';

const pieces = fc.oneof(
  fc.constantFrom(
    ...[
      'Oleg ',
      'Syromolotov',
      'Syria',
      'al-',
      'Al-Hilla',
      'Ministry ',
      'of ',
      'the ',
      'and ',
      'ja ',
    ],
    ...['IS', 'NATO', 'said ', 'in ', 'President ', 'president ', 'Süürias', 'Eesti ', 'Loto', 'X'],
    ...[
      ', 34, ',
      ', ',
      ', TX',
      '. ',
      '“',
      '”',
      '"',
      '(',
      ')',
      ' ',
      '\n',
      '\n\n',
      "'s ",
      '’s ',
      '&',
      '-',
    ],
    ...[
      'TODAY ',
      'WE ',
      'islamic ',
      'Islamic ',
      'state ',
      'minister ',
      'foreign ',
      'Inc.',
      '5 ',
      'May ',
    ],
    ...[
      'Mount ',
      'Gulf ',
      'Central ',
      'Europe',
      'J. ',
      'Putin',
      'Turkey',
      '😀',
      'e\u0301',
      '\u00ad',
    ],
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('').replace(/\r/g, ''));

function recognise(text: string, language: Language) {
  const tokens = tokenise(text, language);
  const passage = { text, tokens, layout: layOut(text, tokens, language), language };
  return recogniseEntities(passage, recogniseNumbers(passage));
}

describe('recogniseEntities', () => {
  it('gives candidates in text order that do not overlap and say what stands there', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(en, et), (text, language) => {
        let behind = 0;
        for (const { start, end, name } of recognise(text, language).candidates) {
          const { form, key, why } = name;
          assert.ok(start >= behind && end > start && end <= text.length);
          assert.equal(form, text.slice(start, end));
          assert.ok(key !== '' && why !== '');
          behind = end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives every abbreviation it reports two candidates, unless a number stands there', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { candidates, abbreviations } = recognise(text, en);
        const starts = new Set([...candidates].map(({ start }) => start));
        for (const { short, long } of abbreviations) {
          assert.ok(short.end <= text.length && long.end <= text.length);
          assert.ok(starts.has(short.start) || starts.has(long.start) || /\d/.test(text));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads a text the same whatever it has read before', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(en, et), (text, language) => {
        const fresh: Language = { ...language };
        assert.deepEqual(recognise(text, language), recognise(text, fresh));
      }),
      { numRuns: 150 },
    );
  });
});
