import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { spansOf } from '../../../../server/src/core/suggest/decode.ts';

/** Spans of words that stand one blank apart, each as `label: words`. */
function decoded(...words: readonly [text: string, label: string][]): string[] {
  const text = words.map(([word]) => word).join(' ');
  let at = 0;
  const labelled = words.map(([word, label]) => {
    const start = at;
    at += word.length + 1;
    return { start, end: start + word.length, label, score: 0.9 };
  });
  return spansOf(labelled).map(({ start, end, label }) => `${label}: ${text.slice(start, end)}`);
}

suite('the spans of a model’s labels', () => {
  test('BIO: B opens, I goes on, O closes', () => {
    assert.deepEqual(
      decoded(['Oleg', 'B-PER'], ['Syromolotov', 'I-PER'], ['in', 'O'], ['Moscow', 'B-LOC']),
      ['PER: Oleg Syromolotov', 'LOC: Moscow'],
    );
  });

  test('two names that touch are two spans', () => {
    assert.deepEqual(decoded(['Moscow', 'B-LOC'], ['Damascus', 'B-LOC']), [
      'LOC: Moscow',
      'LOC: Damascus',
    ]);
  });

  test('an I without a B, or of another label, opens a span', () => {
    assert.deepEqual(decoded(['the', 'O'], ['Kremlin', 'I-ORG'], ['Moscow', 'I-LOC']), [
      'ORG: Kremlin',
      'LOC: Moscow',
    ]);
  });

  test('BILOU and BIOES: U and S stand alone, L and E close', () => {
    assert.deepEqual(
      decoded(['A', 'B-ORG'], ['B', 'I-ORG'], ['C', 'L-ORG'], ['D', 'U-ORG'], ['E', 'S-LOC']),
      ['ORG: A B C', 'ORG: D', 'LOC: E'],
    );
    assert.deepEqual(decoded(['A', 'B-ORG'], ['B', 'E-ORG'], ['C', 'I-ORG']), [
      'ORG: A B',
      'ORG: C',
    ]);
  });

  test('bare labels: words of one label that touch are one span', () => {
    assert.deepEqual(decoded(['New', 'LOC'], ['York', 'LOC'], ['is', 'O']), ['LOC: New York']);
  });

  test('the score is the mean over the words', () => {
    const [span] = spansOf([
      { start: 0, end: 1, label: 'B-PER', score: 0.5 },
      { start: 2, end: 3, label: 'I-PER', score: 1 },
    ]);
    assert.equal(span.score, 0.75);
  });

  test('nothing comes of nothing', () => {
    assert.deepEqual(spansOf([]), []);
  });
});
