import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CorpusStatistics } from '../../../../server/src/core/corpus/statistics.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import type { PlacedTag, Tag } from '../../../../server/src/core/tags/model.ts';
import { ChunkedText } from '../../../../server/src/core/text/document.ts';
import { readWhole, tokensIn } from '../../../../server/src/core/text/wholeText.ts';

const whole = (text: string) => readWhole(new ChunkedText(text), en);

/** A tag of a text at the first place where its quote stands; lost where there is none. */
function placed(text: string, label: string, quote: string, more: Partial<Tag> = {}): PlacedTag {
  const start = text.indexOf(quote);
  const end = start + quote.length;
  const tag: Tag = { id: quote, label, start, end, quote, prefix: '', suffix: '', ...more };
  return { tag, start, end, status: start < 0 ? 'lost' : 'exact', confidence: 1 };
}

const piecesOf = ({ tag, start, end }: PlacedTag) => tag.fragments ?? [[start, end] as const];

test('what texts and tags hold, by hand', () => {
  const statistics = new CorpusStatistics();
  const text = 'Ann met Ben. Then ann left 25 men!\n';
  const layer = {
    layer: 'eve',
    placed: [
      placed(text, 'PER', 'Ann', { by: 'ann', entity: 'ann' }),
      placed(text, 'PER', 'Ben', { status: 'suggested', entity: 'ben' }),
      placed(text, 'PER', 'Bob', { status: 'rejected', entity: 'ben' }),
      placed(text, 'NUM', '25 men', { by: 'ann' }),
      placed(text, 'NUM', 'met Ben. Then', {
        fragments: [
          [4, 7],
          [13, 17],
        ],
      }),
    ],
    relations: [{ id: 'r', label: 'knows', from: 'Ann', to: 'Ben' }],
  };
  statistics.add(text, whole(text), [layer], piecesOf);
  statistics.add('', whole(''), [], piecesOf);
  assert.deepEqual(statistics.result(), {
    texts: 2,
    textsWithoutTags: 1,
    characters: 35,
    sentences: 2,
    tokens: 10,
    words: 7,
    types: 6,
    tags: 5,
    changed: 0,
    lost: 1,
    linked: 3,
    entities: 2,
    labels: [
      {
        label: 'PER',
        tags: 3,
        texts: 1,
        quotes: 3,
        meanTokens: 1,
        suggested: 1,
        accepted: 1,
        rejected: 1,
        annotators: [
          { by: 'eve', tags: 2 },
          { by: 'ann', tags: 1 },
        ],
      },
      {
        label: 'NUM',
        tags: 2,
        texts: 1,
        quotes: 2,
        meanTokens: 2,
        suggested: 0,
        accepted: 2,
        rejected: 0,
        annotators: [
          { by: 'ann', tags: 1 },
          { by: 'eve', tags: 1 },
        ],
      },
    ],
    relations: [{ label: 'knows', relations: 1 }],
  });
});

test('a label of which all tags are lost has no mean length, whatever it is called', () => {
  const statistics = new CorpusStatistics();
  const lost = [placed('a', '__proto__', 'b', { by: '__proto__' })];
  statistics.add('a', whole('a'), [{ placed: lost, relations: [] }], piecesOf);
  const [label] = statistics.result().labels;
  assert.deepEqual([label.label, label.meanTokens], ['__proto__', null]);
  assert.deepEqual(label.annotators, [{ by: '__proto__', tags: 1 }]);
});

test('a long text has the tokens of its chunks, at the offsets of the whole', () => {
  const line = 'Ann met Ben in the U.S. on Friday, or so they say.\n\n';
  const text = line.repeat(400);
  const { tokens, sentences } = whole(text);
  const one = whole(line);
  assert.deepEqual([tokens.length, sentences], [one.tokens.length * 400, 400]);
  const last = tokens.length - one.tokens.length;
  assert.equal(tokens.start[last], line.length * 399);
  assert.deepEqual([...tokens.kind.subarray(last)], [...one.tokens.kind]);
});

test('the tokens in a span', () => {
  const { tokens } = whole('one two, three');
  assert.deepEqual(tokensIn(tokens, 0, 14), [0, 4]);
  assert.deepEqual(tokensIn(tokens, 1, 2), [0, 1]);
  assert.deepEqual(tokensIn(tokens, 2, 5), [0, 2]);
  assert.deepEqual(tokensIn(tokens, 3, 4), [1, 1]);
  assert.deepEqual(tokensIn(tokens, 1, 1), [0, 0]);
  assert.deepEqual(tokensIn(tokens, 14, 20), [4, 4]);
});
