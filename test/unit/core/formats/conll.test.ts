/** CoNLL-2002 and CoNLL-2003: columns of words and tags. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conll } from '../../../../server/src/core/formats/conll.ts';
import { exported, type TextToWrite } from '../../../../server/src/core/formats/exported.ts';
import type { Read } from '../../../../server/src/core/formats/format.ts';
import { imported } from '../../../../server/src/core/formats/imported.ts';
import { en } from '../../../../server/src/core/languages/en.ts';
import { anchorTags } from '../../../../server/src/core/tags/anchor.ts';
import { makeTag } from '../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';
import { anyTagged, corpus } from './arbitrary.ts';

function read(content: string, path = 'a.conll'): Read {
  assert.ok(conll.read);
  return conll.read([{ path, content }]);
}

/** The tags of the only text, as label and quote. */
function tagsOf({ texts }: Read): string[] {
  assert.equal(texts.length, 1);
  return texts[0].tags.map(
    ({ label, start, end }) => `${label} ${texts[0].text.slice(start, end)}`,
  );
}

function tagged(text: string, tags: readonly [string, string, number?][]): TextToWrite {
  const sidecar = {
    text: fingerprintOf(text),
    document: { labels: [], attributes: {} },
    tags: tags.map(([label, quote, from = 0], i) => {
      const start = text.indexOf(quote, from);
      return makeTag({ id: `tag0000${i}`, label, start, end: start + quote.length }, text);
    }),
    relations: [],
  };
  return { file: 'b/a.txt', text, language: en, sidecar, placed: anchorTags(sidecar, text) };
}

function written(text: string, tags: readonly [string, string, number?][]) {
  const { files, losses } = exported(conll, [tagged(text, tags)], corpus);
  assert.equal(files.length, 1);
  return { path: files[0].path, content: files[0].content, losses };
}

test('conll writes the four columns of 2003, in IOB2', () => {
  const { path, content, losses } = written('😀 Sergei Shoigu met  Anna. She left.', [
    ['PER', 'Sergei Shoigu'],
    ['PER', 'Anna'],
  ]);
  assert.equal(path, 'b/a.conll');
  const rows = [
    '-DOCSTART- -X- O O',
    '',
    '😀 -X- _ O',
    'Sergei -X- _ B-PER',
    'Shoigu -X- _ I-PER',
    'met -X- _ O',
    'Anna -X- _ B-PER',
    '. -X- _ O',
    '',
    'She -X- _ O',
    'left -X- _ O',
    '. -X- _ O',
    '',
    '',
  ];
  assert.equal(content, rows.join('\n'));
  assert.deepEqual(losses, []);
});

test('conll tells neighbours of one label apart', () => {
  const { content } = written('Anna Ben', [
    ['PER', 'Anna'],
    ['PER', 'Ben'],
  ]);
  assert.equal(content, '-DOCSTART- -X- O O\n\nAnna -X- _ B-PER\nBen -X- _ B-PER\n\n');
});

test('conll writes a text without words', () => {
  assert.equal(written('', []).content, '-DOCSTART- -X- O O\n\n');
  const { content, losses } = written(' \n', [['PER', ' ']]);
  assert.equal(content, '-DOCSTART- -X- O O\n\n');
  assert.deepEqual(losses, [{ file: 'b/a.txt', what: 'empty', count: 1 }]);
});

test('conll grows tags to whole words and counts them', () => {
  const { content, losses } = written('in Syrian towns', [['LOC', 'Syria']]);
  assert.match(content, /^Syrian -X- _ B-LOC$/m);
  assert.deepEqual(losses, [{ file: 'b/a.txt', what: 'boundary', count: 1 }]);
});

test('conll leaves the shorter of two tags out that grew into one word', () => {
  const { content, losses } = written('in Syriankind towns', [
    ['LOC', 'Syria'],
    ['MISC', 'kind towns'],
  ]);
  assert.match(content, /^Syriankind -X- _ B-MISC\ntowns -X- _ I-MISC$/m);
  assert.deepEqual(losses, [
    { file: 'b/a.txt', what: 'overlap', count: 1 },
    { file: 'b/a.txt', what: 'boundary', count: 1 },
  ]);
});

test('conll writes sentences as one where a tag reaches from one into the other', () => {
  const text = 'We left. They stayed. He ran.';
  const { content, losses } = written(text, [['Event', 'left. They']]);
  assert.deepEqual(
    content.split('\n\n').map((sentence) => sentence.split('\n').length),
    [1, 6, 3, 1],
  );
  assert.deepEqual(losses, []);
  assert.equal(read(content).texts[0].text, 'We left. They stayed.\nHe ran.\n');
  assert.deepEqual(tagsOf(read(content)), ['Event left. They']);
});

test('conll gives back the words and the tags on them', () => {
  const close = (text: string) => text.replace(/[\s\u0085\u200b]/g, '');
  fc.assert(
    fc.property(anyTagged('a.txt'), (text) => {
      const out = exported(conll, [text], corpus);
      const back = read(out.files[0].content);
      assert.deepEqual(back.problems, []);
      const [came] = back.texts.map(imported);
      assert.deepEqual(came.problems, []);
      assert.equal(close(came.text), close(text.text));
      const lost = (what: string) => out.losses.find((loss) => loss.what === what)?.count ?? 0;
      const before = out.texts[0].sidecar.tags.length;
      const between = out.losses.filter(({ what }) => what === 'overlap' || what === 'empty');
      assert.ok(
        before - came.sidecar.tags.length <= between.reduce((n, { count }) => n + count, 0),
      );
      const quotes = new Set(
        out.texts[0].sidecar.tags.map(({ label, quote }) => label + close(quote)),
      );
      const grown = came.sidecar.tags.filter(
        ({ label, quote }) => !quotes.has(label + close(quote)),
      );
      assert.ok(grown.length <= lost('boundary'));
    }),
    { numRuns: 300 },
  );
});
