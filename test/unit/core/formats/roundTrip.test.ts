/** Whatever a format says it holds comes back as it went out. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  exported,
  heldBy,
  type TextToWrite,
} from '../../../../server/src/core/formats/exported.ts';
import type { Format } from '../../../../server/src/core/formats/format.ts';
import { imported } from '../../../../server/src/core/formats/imported.ts';
import { formats } from '../../../../server/src/core/formats/index.ts';
import { Losses } from '../../../../server/src/core/formats/losses.ts';
import { sentencesOf } from '../../../../server/src/core/formats/sentences.ts';
import type { Sidecar } from '../../../../server/src/core/tags/model.ts';
import { anyTagged, corpus } from './arbitrary.ts';

/** Formats that hold words and no text, so that white space and the ends of tags are not as they were. */
const ofWords = new Set(['conll']);

/** Formats that tags have a place in only where the text has a word. */
const onWords = new Set(['conllu']);

/** Texts with tags, such as the format has a place for. */
function anyFor({ id }: Format, file: string, plain = false): fc.Arbitrary<TextToWrite> {
  const any = anyTagged(file, plain);
  if (!onWords.has(id)) return any;
  return any.filter((text) => text.sidecar.tags.length === 0 || sentencesOf(text).length > 0);
}

/** A sidecar without what is random or follows from the text; relations by the places of their tags. */
function content({ document, tags, relations }: Sidecar) {
  const rows = tags.map(({ id: _, prefix: _p, suffix: _s, ...tag }) => JSON.stringify(sorted(tag)));
  const rowOf = new Map(tags.map(({ id }, i) => [id, rows[i]]));
  return {
    document: { labels: document.labels, attributes: sorted(document.attributes) },
    tags: [...rows].sort(),
    relations: relations
      .map(({ label, from, to }) => [label, rowOf.get(from), rowOf.get(to)].join(' '))
      .sort(),
  };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value) || value === null || typeof value !== 'object') return value;
  const keys = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(keys.map(([key, item]) => [key, sorted(item)]));
}

/** What goes out and comes in again, beside what should. */
function thereAndBack(format: Format, texts: readonly TextToWrite[]) {
  const written = exported(format, texts, corpus);
  const back = format.read?.(written.files);
  assert.ok(back);
  assert.deepEqual(back.problems, []);
  assert.deepEqual(back.losses, []);
  const came = back.texts.map(imported);
  assert.deepEqual(
    came.flatMap(({ problems }) => problems),
    [],
  );
  const byFile = (a: { file: string }, b: { file: string }) => (a.file < b.file ? -1 : 1);
  const shown = (list: readonly { file: string; text: string; sidecar: Sidecar }[]) =>
    [...list].sort(byFile).map(({ file, text, sidecar }) => ({ file, text, ...content(sidecar) }));
  return { came: shown(came), wanted: shown(written.texts), written };
}

for (const format of formats.filter(({ id, read, write }) => read && write && !ofWords.has(id))) {
  test(`${format.id} gives back plain tags as they were, and reports what it lacks alone`, () => {
    const two = fc.tuple(anyFor(format, 'a.txt', true), anyFor(format, 'b/c d.txt', true));
    fc.assert(
      fc.property(two, (texts) => {
        const { came, wanted, written } = thereAndBack(format, texts);
        assert.deepEqual(came, wanted);
        const reported = new Losses();
        for (const text of texts) heldBy(format.holds, text, reported);
        assert.deepEqual(written.losses, reported.list());
      }),
      { numRuns: 150 },
    );
  });

  test(`${format.id} gives back odd tags as they were, or says what it lost`, () => {
    fc.assert(
      fc.property(anyFor(format, 'a.txt'), (text) => {
        const reported = new Losses();
        heldBy(format.holds, text, reported);
        const { losses } = exported(format, [text], corpus);
        if (JSON.stringify(losses) !== JSON.stringify(reported.list())) return;
        const { came, wanted } = thereAndBack(format, [text]);
        assert.deepEqual(came, wanted);
      }),
      { numRuns: 300 },
    );
  });

  test(`${format.id} reads whatever it is given without throwing`, () => {
    const sample = fc.sample(anyTagged('a.txt', true), { numRuns: 20, seed: 7 });
    const { files } = exported(format, sample.slice(0, 1), corpus);
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.nat(2000),
        fc.nat(40),
        fc.constantFrom(
          '',
          '\n',
          '\t',
          '"',
          '{',
          '😀',
          '\u0000',
          '-1',
          '99999999999',
          '<',
          '\ud83d',
        ),
        ({ path, content: whole }, at, length, instead) => {
          const from = at % (whole.length + 1);
          const broken = whole.slice(0, from) + instead + whole.slice(from + length);
          const mended = files.map((file) =>
            file.path === path ? { ...file, content: broken } : file,
          );
          const read = format.read?.(mended);
          for (const text of read?.texts ?? []) imported(text);
        },
      ),
      { numRuns: 300 },
    );
  });
}
