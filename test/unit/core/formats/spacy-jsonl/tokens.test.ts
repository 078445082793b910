/** The tokens that spans and relations are told in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CodePoints } from '../../../../../server/src/core/formats/codePoints.ts';
import { spacyTokens } from '../../../../../server/src/core/formats/spacy/tokens.ts';
import { en } from '../../../../../server/src/core/languages/en.ts';
import { anyText } from '../arbitrary.ts';

test('tokens are the whole text, and every span is some of them', () => {
  const offsets = fc.tuple(fc.nat(200), fc.nat(200));
  fc.assert(
    fc.property(anyText, fc.array(offsets, { maxLength: 4 }), (any, pairs) => {
      const spans = pairs
        .map((pair) => pair.map((at) => new CodePoints(any).toUnits(at % (any.length + 1))))
        .map((pair) => pair.map((at) => Math.min(at, any.length)).sort((a, b) => a - b))
        .map(([start, end]) => ({ start, end }))
        .filter(({ start, end }) => start < end);
      const tokens = spacyTokens({ text: any, language: en }, spans);
      const written = tokens.map(
        ({ start, end, space }) => any.slice(start, end) + (space ? ' ' : ''),
      );
      assert.equal(written.join(''), any);
      for (const { start, end } of spans) {
        assert.ok(tokens.some((token) => token.start === start));
        assert.ok(tokens.some((token) => token.end === end));
      }
    }),
  );
});
