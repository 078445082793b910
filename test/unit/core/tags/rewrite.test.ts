import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addTag, removeTag } from '../../../../server/src/core/tags/edits.ts';
import type { Sidecar } from '../../../../server/src/core/tags/model.ts';
import { rewriteSidecar } from '../../../../server/src/core/tags/rewrite.ts';
import {
  emptySidecar,
  parseSidecar,
  serialiseSidecar,
} from '../../../../server/src/core/tags/sidecar.ts';

const TEXT = 'one two three four five six seven eight nine ten';
const text = { sha256: 'ab', length: TEXT.length };

/** A sidecar with a tag over each of the words named. */
function sidecarOf(...words: string[]): Sidecar {
  return words.reduce((sidecar, word) => tagged(sidecar, word), emptySidecar(text));
}

function tagged(sidecar: Sidecar, word: string): Sidecar {
  const start = TEXT.indexOf(word);
  const draft = { label: 'X', start, end: start + word.length };
  return addTag(sidecar, draft, TEXT).sidecar;
}

/** The same source with the commas at the ends of lines, as most programs write it. */
function trailing(source: string): string {
  const lines = source.split('\n');
  return lines
    .map((line, i) => {
      const own = line.replace('  , {', '    {');
      return lines[i + 1]?.startsWith('  , {') ? `${own},` : own;
    })
    .join('\n');
}

function addedLines(before: string, after: string): string[] {
  const old = new Set(before.split('\n'));
  return after.split('\n').filter((line) => !old.has(line));
}

const forms = { leading: (source: string) => source, trailing };

describe('a sidecar’s source with one tag more', () => {
  for (const [name, form] of Object.entries(forms)) {
    for (const word of ['one', 'four', 'ten']) {
      it(`has one line more: “${word}” among ${name} commas`, () => {
        const was = sidecarOf('two', 'three', 'five', 'nine');
        const before = form(serialiseSidecar(was));
        assert.deepEqual(parseSidecar(before).value?.tags.length, 4);
        const now = tagged(was, word);
        for (const known of [undefined, was]) {
          const after = rewriteSidecar(before, now, known);
          assert.deepEqual(parseSidecar(after).value, now);
          assert.equal(addedLines(before, after).length, 1);
          assert.equal(addedLines(after, before).length, 0);
        }
      });
    }
  }

  it('stays as it is where nothing changed', () => {
    const was = sidecarOf('two', 'nine');
    for (const form of Object.values(forms)) {
      const before = form(serialiseSidecar(was));
      assert.equal(rewriteSidecar(before, was), before);
      assert.equal(rewriteSidecar(before, was, was), before);
    }
  });

  it('is the one form where the file was laid out otherwise, or empty', () => {
    const was = sidecarOf('two', 'nine');
    const loose = JSON.stringify(JSON.parse(serialiseSidecar(was)), null, 2);
    assert.equal(rewriteSidecar(loose, was, was), serialiseSidecar(was));
    assert.equal(rewriteSidecar('', was), serialiseSidecar(was));
  });

  it('says what the sidecar says after any number of changes', () => {
    const words = TEXT.split(' ');
    const change = fc.record({ word: fc.constantFrom(...words), add: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.boolean(), (changes, commas) => {
        let sidecar = sidecarOf('three', 'six');
        let source = serialiseSidecar(sidecar);
        if (commas) source = trailing(source);
        for (const { word, add } of changes) {
          const gone = sidecar.tags.find(({ quote }) => quote === word);
          const next = add ? tagged(sidecar, word) : gone ? removeTag(sidecar, gone.id) : sidecar;
          const after = rewriteSidecar(source, next, sidecar);
          assert.equal(after, rewriteSidecar(source, next));
          if (add) assert.equal(addedLines(source, after).length, 1);
          source = after;
          sidecar = next;
          assert.deepEqual(parseSidecar(source), { value: sidecar, problems: [] });
        }
      }),
    );
  });
});
