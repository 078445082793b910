import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { languages } from '../../../../../server/src/core/languages/index.ts';
import { numbersOf } from './numbers.ts';

/** Pieces that numbers are made of, in every language, and what breaks them. */
const pieces =
  `0 1 7 19 160 2018 1,000 1.5 04/05/2018 10:30 +372 ( ) - – . , : / ^ × % $ € £ ½ ² 😀 é \u0301 \u00a0
  one two hundred thousand million and a half third point minus between from to of percent dollars
  km years old ago last Friday May November BC II X Su- MiG- article § # tel. kell pool kaks sada
  miljonit ja eurot 24. veebruaril aastal sajandil двадцать тысяч рублей января года и
  '44 ’68 ' past o'clock noon morning at night minutes ° ′ N E 59.43 年 月 日 5月3日 s. d. 10s saj eKr XX в.
  до н. э. без половине шестого часов утра 16.10. -летний 20.00 kell 1208–1227`.split(/\s+/);

const text = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ', ' ', '\n', '\u00a0', '-')), {
    maxLength: 40,
  })
  .map((parts) => parts.flat().join(''));

const language = fc.constantFrom(...languages.map(({ code }) => code));

describe('recogniseNumbers', () => {
  it('finds spans in order, inside the text, apart from each other, and without space at their ends', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), language, (words, code) => {
        let behind = 0;
        for (const { start, end } of numbersOf(words, code)) {
          assert.ok(behind <= start && start < end && end <= words.length);
          assert.equal(words.slice(start, end).trim(), words.slice(start, end));
          behind = end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives values of the kinds that it promises', () => {
    fc.assert(
      fc.property(text, language, (words, code) => {
        for (const { kind, value } of numbersOf(words, code)) {
          const amount = typeof value === 'object' && 'amount' in value ? value.amount : value;
          for (const number of [amount].flat())
            if (typeof number === 'number') assert.ok(!Number.isNaN(number));
          if (kind === 'date' || kind === 'time' || kind === 'phone' || kind === 'identifier')
            assert.equal(typeof value, 'string');
          else assert.notEqual(typeof value, 'string');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads a paragraph as it reads it alone', () => {
    fc.assert(
      fc.property(text, text, language, (first, second, code) => {
        const [a, b] = [`${first} end`, `Begin ${second}`];
        const apart = [
          ...numbersOf(a, code),
          ...numbersOf(b, code).map((mention) => ({
            ...mention,
            start: mention.start + a.length + 2,
            end: mention.end + a.length + 2,
          })),
        ];
        assert.deepEqual(numbersOf(`${a}\n\n${b}`, code), apart);
      }),
      { numRuns: 300 },
    );
  });
});
