import assert from 'node:assert/strict';
import { it } from 'node:test';
import { languageOf } from '../../../../../server/src/core/languages/index.ts';
import type {
  NumberKind,
  NumberMention,
  NumberValue,
} from '../../../../../server/src/core/recognise/mentions.ts';
import { recogniseNumbers } from '../../../../../server/src/core/recognise/numbers/index.ts';
import { layOut } from '../../../../../server/src/core/text/layout.ts';
import { tokenise } from '../../../../../server/src/core/text/tokens.ts';

/** Every number of a text in the language with this code. */
export function numbersOf(text: string, code: string): NumberMention[] {
  const language = languageOf(code);
  assert.ok(language);
  const tokens = tokenise(text, language);
  return recogniseNumbers({ text, tokens, layout: layOut(text, tokens, language), language });
}

/** What is expected of a marked number; what is not named must not be there. */
export type Expected = readonly [
  kind: NumberKind,
  value: NumberValue,
  more?: { readonly unit?: string; readonly hedge?: string; readonly of?: string },
];

/** A text with `‹marks›` around every number it holds, and what each of them is. */
export type Row = readonly [marked: string, ...expected: readonly Expected[]];

/** One test a row: exactly the marked numbers are found, with these values. A row without marks must stay silent. */
export function expectNumbers(code: string, rows: readonly Row[]): void {
  for (const [marked, ...expected] of rows)
    it(marked.replaceAll('\n', '⏎'), () => {
      const text = marked.replace(/[‹›]/g, '');
      const words = [...marked.matchAll(/‹(.+?)›/gsu)].map(([, word]) => word);
      assert.equal(words.length, expected.length, 'the row itself: a mark for every expectation');
      const found = numbersOf(text, code).map(({ start, end, kind, value, unit, hedge, of }) => ({
        text: text.slice(start, end),
        kind,
        value,
        unit,
        hedge,
        of,
      }));
      const wanted = expected.map(([kind, value, { unit, hedge, of } = {}], index) => ({
        text: words[index],
        kind,
        value,
        unit,
        hedge,
        of,
      }));
      assert.deepEqual(found, wanted);
    });
}

/** A sum of money. */
export function sum(amount: number | readonly [number, number], currency: string): NumberValue {
  return { amount, currency };
}
