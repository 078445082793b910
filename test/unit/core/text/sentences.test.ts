import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { en } from '../../../../server/src/core/languages/en.ts';
import { et } from '../../../../server/src/core/languages/et.ts';
import type { Language } from '../../../../server/src/core/languages/language.ts';
import { layOut } from '../../../../server/src/core/text/layout.ts';
import { tokenise } from '../../../../server/src/core/text/tokens.ts';

/** The sentences that `|` marks in the text, and those that are found when the marks are taken out. */
function check(marked: string, language: Language): void {
  const wanted = marked.split('|');
  const text = wanted.join('');
  const tokens = tokenise(text, language);
  const { sentences } = layOut(text, tokens, language);
  const starts = [...sentences].map((first) => tokens.start[first]);
  const found = starts.map((start, at) => text.slice(start, starts[at + 1]).trim());
  assert.deepEqual(
    found,
    wanted.map((sentence) => sentence.trim()),
  );
}

const english = [
  'He came. |She left.',
  'Gen. Smith met Dr. J. F. Brown in the U.S. Senate. |They talked.',
  'It costs 5 p.m. tickets. |Ask for more.',
  '“Stop!” he said. |“Why?” |Nobody knew.',
  'Wait... what? |I see… |Then go.',
  'A heading without a stop\n\n|A paragraph. |With two sentences.',
  '- first item\n|- second item\n|- third item',
  '1. Open the box.\n|2. Close it.',
  'Read http://example.org/a.b today. |Write to a.b@example.org. |Thanks!',
  'He ended (so they say.) |Then it rained.',
  'This line is wrapped by hand after some forty units or so and\ngoes on in the next one. |This is another sentence.',
  'Really?! |Yes.',
];
const estonian = [
  'Ta tuli 5. mail. |Siis läks.',
  'Vt lk 5, nr. 3 jne. |Järgmine lause.',
  '"Tule siia!" hüüdis ta. |Keegi ei tulnud.',
  'Hr. Tamm ja pr. Kask tulid. |Nad istusid.',
];

describe('layOut', () => {
  for (const text of english)
    it(`finds the sentences of ${JSON.stringify(text)}`, () => check(text, en));
  for (const text of estonian)
    it(`finds the sentences of ${JSON.stringify(text)}`, () => check(text, et));

  it('starts blocks behind blank lines', () => {
    const text = 'one\ntwo\n\nthree\n \nfour';
    const tokens = tokenise(text);
    const { blocks } = layOut(text, tokens, en);
    assert.deepEqual(
      [...blocks].map((first) => text.slice(tokens.start[first], tokens.end[first])),
      ['one', 'three', 'four'],
    );
  });

  it('finds nothing in an empty text', () => {
    const { sentences, blocks } = layOut('', tokenise(''), en);
    assert.equal(sentences.length + blocks.length, 0);
  });

  it('begins with the first token, goes up, and starts a sentence with every block', () => {
    const parts = fc.constantFrom(
      'Word',
      'word',
      '. ',
      '! ',
      '\n',
      '\n\n',
      '“',
      '”',
      ' ',
      'Gen.',
      '5.',
      '- ',
      '😀',
      '(',
      ')',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), (list) => {
        const text = list.join('');
        const tokens = tokenise(text);
        const { sentences, blocks } = layOut(text, tokens, en);
        if (tokens.length === 0) return;
        assert.equal(sentences[0], 0);
        assert.ok(sentences.every((first, at) => at === 0 || first > sentences[at - 1]));
        assert.ok(sentences.every((first) => first < tokens.length));
        assert.ok(blocks.every((first) => sentences.includes(first)));
      }),
      { numRuns: 500 },
    );
  });
});
