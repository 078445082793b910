import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { anchorQuote, anchorTags } from '../../../../server/src/core/tags/anchor.ts';
import { makeTag } from '../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';

/** Tags the quotes of a text, each at its first place, and finds them in another text. */
function found(text: string, quotes: readonly string[], now: string): string[] {
  const tags = quotes.map((quote) => {
    const start = text.indexOf(quote);
    return makeTag({ id: quote, label: 'X', start, end: start + quote.length }, text);
  });
  return anchorTags({ text: fingerprintOf(text), tags }, now).map(
    ({ tag, start, end, status }) => `${tag.id}: ${status} ${start} “${now.slice(start, end)}”`,
  );
}

const text =
  'The council met in Tallinn on Monday. Nobody expected the minister of defence to speak, but he did. ' +
  'Later that day the minister of culture left for Riga, where a conference on old manuscripts had begun.';

describe('tags in a text that changed elsewhere', () => {
  it('are exact where nothing changed, and moved where text came before them', () => {
    assert.deepEqual(found(text, ['Tallinn', 'Riga'], text.replace('Nobody', 'Hardly anybody')), [
      'Tallinn: exact 19 “Tallinn”',
      'Riga: moved 156 “Riga”',
    ]);
  });

  it('keep the white space that they begin or end with', () => {
    assert.deepEqual(found(text, [' Tallinn '], `Now. ${text}`), [
      ' Tallinn : moved 23 “ Tallinn ”',
    ]);
  });

  it('are changed where their own text was edited', () => {
    assert.deepEqual(
      found(text, ['conference on old manuscripts'], text.replace('old man', 'very old man')),
      ['conference on old manuscripts: changed 162 “conference on very old manuscripts”'],
    );
  });

  it('are exact or moved where a text was only wrapped anew', () => {
    const wrapped = text.replaceAll(' of ', '\nof ').replace(' on old', '\n  on old');
    assert.deepEqual(
      found(text, ['minister of culture', 'conference on old manuscripts'], wrapped),
      [
        'minister of culture: changed 119 “minister\nof culture”',
        'conference on old manuscripts: changed 162 “conference\n  on old manuscripts”',
      ],
    );
  });

  it('are lost where their text is gone, also if the same words stand elsewhere', () => {
    const [gone] = found(
      text,
      ['Nobody expected'],
      text.replace('Nobody expected the minister of defence to speak, but he did. ', ''),
    );
    assert.match(gone, /^Nobody expected: lost \d+ “”$/);
    const shorter = text.replace(' expected the minister of defence to speak, but he did', '');
    assert.match(found(text, ['minister'], shorter)[0], /^minister: lost /);
  });

  it('keep apart that look alike', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `row ${i}: the same words in every row`).join(
      '\n',
    );
    const at = (row: string, within: string) =>
      within.indexOf('same words', within.indexOf(`${row}:`));
    const tags = ['row 7', 'row 23'].map((row) => {
      const start = at(row, rows);
      return makeTag({ id: row, label: 'X', start, end: start + 10 }, rows);
    });
    const now = rows
      .replace('row 3: the same words in every row\n', '')
      .replace('row 20:', 'rows 20 and more:');
    for (const { tag, start } of anchorTags({ text: fingerprintOf(rows), tags }, now))
      assert.equal(start, at(tag.id, now));
  });

  it('are where their offsets say in the very text that these belong to', () => {
    const twice = 'again again';
    const tags = [6, 0].map((start) =>
      makeTag({ id: `${start}`, label: 'X', start, end: start + 5 }, twice),
    );
    const placed = anchorTags({ text: fingerprintOf(twice), tags }, twice);
    assert.deepEqual(
      placed.map(({ tag, start, status }) => [tag.id, start, status]),
      [
        ['0', 0, 'exact'],
        ['6', 6, 'exact'],
      ],
    );
  });

  it('are found there too where git merged the offsets of another text in', () => {
    const [fit, stray] = [
      makeTag({ id: 'fit', label: 'X', start: 19, end: 26 }, text),
      makeTag({ id: 'stray', label: 'X', start: 148, end: 152 }, text),
    ];
    const tags = [fit, { ...stray, start: 140, end: 144 }];
    const placed = anchorTags({ text: fingerprintOf(text), tags }, text);
    assert.deepEqual(
      placed.map(({ tag, start, status }) => [tag.id, start, status]),
      [
        ['fit', 19, 'exact'],
        ['stray', 148, 'moved'],
      ],
    );
  });

  it('may be more than a call takes arguments', () => {
    const tag = makeTag({ label: 'X', start: 4, end: 7 }, 'One two three.');
    const tags = Array.from({ length: 150_000 }, (_, i) => ({ ...tag, id: `t${i}` }));
    const placed = anchorTags({ text: { sha256: '', length: 0 }, tags }, 'Now: One two three.');
    assert.ok(placed.every(({ start, status }) => start === 9 && status === 'moved'));
  });

  it('are lost in an empty text', () => {
    assert.deepEqual(found(text, ['Tallinn'], ''), ['Tallinn: lost 0 “”']);
  });
});

describe('a quote looked for', () => {
  it('is chosen among equals by what stands around it, then by the hint', () => {
    const both = 'we had everything before us, we had nothing before us';
    const start = (selector: Parameters<typeof anchorQuote>[1]) =>
      anchorQuote(both, selector)?.start;
    assert.equal(start({ exact: 'before us', prefix: 'we had nothing ' }), 44);
    assert.equal(start({ exact: 'before us', prefix: 'we had everything ' }), 18);
    assert.equal(start({ exact: 'before us', hint: 40 }), 44);
    assert.equal(start({ exact: 'before us' }), 18);
    assert.equal(anchorQuote(both, { exact: 'after dinner' }), null);
  });
});

/** A text in which no character stands twice; every tag can be told from every other. */
const apart = String.fromCharCode(...Array.from({ length: 3000 }, (_, i) => 0x4e00 + i));

describe('tags in a text that changed anyhow', () => {
  const span = fc
    .tuple(fc.nat(2900), fc.integer({ min: 1, max: 60 }))
    .map(([start, length]) => ({ start, end: start + length }));
  const edit = fc.record({
    at: fc.nat(2999),
    cut: fc.nat(20),
    put: fc.stringMatching(/^[a-z ]{0,20}$/),
  });

  it('are found wherever they and their surroundings still stand, and placed nowhere else', () => {
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 20 }),
        fc.array(edit, { maxLength: 12 }),
        (spans, edits) => {
          let now = apart;
          for (const { at, cut, put } of edits) now = now.slice(0, at) + put + now.slice(at + cut);
          const tags = spans.map((one, i) => makeTag({ ...one, id: String(i), label: 'X' }, apart));
          const placed = anchorTags({ text: fingerprintOf(apart), tags }, now);
          assert.equal(placed.length, tags.length);
          for (const { tag, start, end, status, confidence } of placed) {
            assert.ok(0 <= start && start <= end && end <= now.length);
            assert.ok(0 <= confidence && confidence <= 1);
            const at = now.indexOf(tag.prefix + tag.quote + tag.suffix);
            if (at >= 0)
              assert.deepEqual(
                [start, end],
                [at + tag.prefix.length, at + tag.prefix.length + tag.quote.length],
              );
            if (status === 'exact' || status === 'moved')
              assert.equal(now.slice(start, end), tag.quote);
            if (status === 'lost') assert.equal(start, end);
            if (![...tag.quote].some((unit) => now.includes(unit))) assert.equal(status, 'lost');
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
