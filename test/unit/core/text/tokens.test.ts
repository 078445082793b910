import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { en } from '../../../../server/src/core/languages/en.ts';
import { et } from '../../../../server/src/core/languages/et.ts';
import { languages } from '../../../../server/src/core/languages/index.ts';
import {
  firstTokenFrom,
  hashWord,
  lentTokens,
  TokenFlag,
  tokenAt,
  tokenise,
  tokenKindNames,
} from '../../../../server/src/core/text/tokens.ts';

/** Pieces that texts are made of, and that tokenisers stumble over. */
const pieces = fc.oneof(
  fc.constantFrom(
    ...['word', 'Süürias', 'U.S.', 'Gen.', '1,5', "don't", 'nr.', '...', '—', '“', '”', ' ', '\n'],
    ...[
      '\t',
      '\u00a0',
      '👩‍👩‍👧‍👦',
      '🇪🇪',
      '👍🏽',
      'e\u0301',
      '\u0301',
      '中文',
      'カタカナ',
      'ไทย',
      'שלום',
    ],
    ...['http://a.b/c', 'a@b.ee', '@name', '#tag', ':)', '$5', '50%', '\ud83d', '\udc69', '\u00ad'],
    ...['-', '.', ',', "'", '’', '/', '&', '_', 'A.', 'x'.repeat(300), '\u200d', '𝒜', '𠀀'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('').replace(/\r/g, ''));

function words(text: string, language = en): string[] {
  const { length, start, end } = tokenise(text, language);
  return Array.from({ length }, (_, at) => text.slice(start[at], end[at]));
}

describe('tokenise', () => {
  it('tiles the text together with the white space between the tokens', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...languages), (text, language) => {
        const { length, start, end } = tokenise(text, language);
        let behind = 0;
        for (let at = 0; at < length; at++) {
          assert.ok(start[at] >= behind && end[at] > start[at]);
          assert.match(text.slice(behind, start[at]), /^[\s\p{Cf}\p{Cc}\u3164]*$/u);
          assert.doesNotMatch(text.slice(start[at], end[at]), /^\s|\s$/);
          behind = end[at];
        }
        assert.match(text.slice(behind), /^[\s\p{Cf}\p{Cc}\u3164]*$/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('cuts no surrogate pair', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { length, start, end } = tokenise(text);
        for (let at = 0; at < length; at++) {
          for (const offset of [start[at], end[at]]) {
            assert.doesNotMatch(
              text.slice(offset - 1, offset + 1),
              /^[\ud800-\udbff][\udc00-\udfff]$/,
            );
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds the token at every offset', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokenise(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const at = tokenAt(tokens, offset);
          const covering = tokens.start.findIndex(
            (start, i) => start <= offset && offset < tokens.end[i],
          );
          assert.equal(at, covering);
          const next = tokens.start.findIndex((start) => start >= offset);
          assert.equal(firstTokenFrom(tokens, offset), next < 0 ? tokens.length : next);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('takes no longer for joined letters than for others', () => {
    for (const joined of ['a.', '1,', 'A.', 'IV.', 'a-', ':)']) {
      const { length } = tokenise(joined.repeat(100_000));
      assert.ok(length > 0);
    }
  });

  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Gen. Smith left the U.S. today.', ['Gen.', 'Smith', 'left', 'the', 'U.S.', 'today', '.']],
    ["Russia’s troops don't march", ['Russia’s', 'troops', "don't", 'march']],
    ['See http://example.org/a(b). Now', ['See', 'http://example.org/a(b)', '.', 'Now']],
    ['write to ann.b@example.org!', ['write', 'to', 'ann.b@example.org', '!']],
    ['5,000 to 7,000 at 10:30', ['5,000', 'to', '7,000', 'at', '10:30']],
    ['wait... (what?)', ['wait', '...', '(', 'what', '?', ')']],
    ['👩‍👩‍👧‍👦 and 🇪🇪👍🏽', ['👩‍👩‍👧‍👦', 'and', '🇪🇪', '👍🏽']],
    ['中文 カタカナ', ['中', '文', 'カタカナ']],
    ['cafe\u0301 closed', ['cafe\u0301', 'closed']],
    ['', []],
    [' \n\u00a0\n', []],
  ];
  for (const [text, wanted] of cases) {
    it(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(words(text), wanted));
  }

  it('keeps hyphenated words, ordinals and abbreviations together where the language does', () => {
    assert.deepEqual(words('Al-Qaedaga 5. mail nr. 3', et), [
      'Al-Qaedaga',
      '5.',
      'mail',
      'nr.',
      '3',
    ]);
  });

  it('says what each token is', () => {
    const { kind, flags } = tokenise('NATO has 5 ☃!');
    assert.deepEqual(
      Array.from(kind, (one) => tokenKindNames[one]),
      ['word', 'word', 'number', 'symbol', 'punctuation'],
    );
    assert.ok(flags[0] & TokenFlag.allCaps && flags[0] & TokenFlag.capitalised);
    assert.ok(!(flags[1] & TokenFlag.capitalised));
    assert.ok(flags[2] & TokenFlag.digit && flags[4] & TokenFlag.final);
    assert.ok(!(flags[4] & TokenFlag.spaceBefore));
  });

  it('leaves combining marks, joiners and modifiers with the character before them', () => {
    for (let unit = 0x300; unit < 0x10000; unit++) {
      const char = String.fromCharCode(unit);
      if (!/[\p{M}\u200c]/u.test(char)) continue;
      assert.deepEqual(words(`“${char} 中${char}`), [`“${char}`, `中${char}`], unit.toString(16));
    }
    assert.deepEqual(words('“\u{1f3fd} ☝\u{1f3fd}.'), ['“\u{1f3fd}', '☝\u{1f3fd}', '.']);
  });

  it('takes single marks and Han characters apart, whatever follows', () => {
    assert.deepEqual(words('(“$5”,中文。)'), ['(', '“', '$', '5', '”', ',', '中', '文', '。', ')']);
    assert.deepEqual(words('«Дом», „Äike“'), ['«', 'Дом', '»', ',', '„', 'Äike', '“']);
  });

  it('tells a full stop from that of an abbreviation, initial, number or numeral', () => {
    assert.deepEqual(words('the house. A. Jones, etc. and 5. B'), [
      ...['the', 'house', '.', 'A.', 'Jones', ',', 'etc.', 'and', '5', '.', 'B'],
    ]);
    assert.deepEqual(words('maja. Karl IV. oli 5. mail', et), [
      ...['maja', '.', 'Karl', 'IV.', 'oli', '5.', 'mail'],
    ]);
  });

  it('has room for as many tokens as there are units, in texts of any length', () => {
    assert.equal(tokenise(','.repeat(40_000)).length, 40_000);
    const { length, start, end, hash } = tokenise('Word, '.repeat(30_000));
    assert.equal(length, 60_000);
    assert.deepEqual([start[59_998], end[59_998]], [179_994, 179_998]);
    assert.ok(hash.every((value, at) => value === hashWord(at % 2 ? ',' : 'word')));
  });

  it('hashes every token as its text alone is hashed', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...languages), (text, language) => {
        const { length, start, end, hash } = tokenise(text, language);
        for (let at = 0; at < length; at++)
          assert.equal(hash[at], hashWord(text.slice(start[at], end[at])));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the tables of the texts scanned before', () => {
    const before = tokenise('one two');
    tokenise('A. B. C. D. E.');
    assert.deepEqual([...before.start, ...before.end], [0, 4, 3, 7]);
  });

  it('lends the same tokens, whatever the table held before', () => {
    fc.assert(
      fc.property(texts, texts, fc.constantFrom(...languages), (before, text, language) => {
        lentTokens(before, language);
        const kept = tokenise(text, language);
        const { length, ...lent } = lentTokens(text, language);
        assert.equal(length, kept.length);
        for (const column of ['start', 'end', 'hash', 'kind', 'flags'] as const)
          assert.deepEqual(lent[column].subarray(0, length), kept[column]);
      }),
    );
  });

  it('marks the punctuation that begins with a bracket or a hyphen', () => {
    const text = 'Islamic State (IS), al-Hilla (-- [x) *';
    const { start, end, flags } = tokenise(text, en);
    const marked = [...start].filter((_, at) => flags[at] & TokenFlag.bracketOrHyphen);
    assert.deepEqual(
      marked.map((from) => text.slice(from, end[start.indexOf(from)])),
      ['(', '-', '(', '--'],
    );
  });

  it('gives words that differ in case alone one hash', () => {
    const { hash } = tokenise("Süüria süürIA Russia’s RUSSIA'S");
    assert.equal(hash[0], hash[1]);
    assert.equal(hash[2], hash[3]);
    assert.equal(hash[0], hashWord('SÜÜRIA'));
  });
});
