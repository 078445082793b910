import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addTag, removeTag } from '../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';
import { outlineJson } from '../../../../server/src/core/tags/json.ts';
import { minimalEdit } from '../../../../server/src/core/tags/minimalEdit.ts';
import {
  emptySidecar,
  newId,
  parseSidecar,
  serialiseSidecar,
} from '../../../../server/src/core/tags/sidecar.ts';
import { anySidecar, tagOf } from './arbitrary.ts';

const text = 'One two three.';
const empty = emptySidecar(fingerprintOf(text));
const draft = { id: 'b', label: 'N', start: 4, end: 7 };

/** A value as JSON keeps it; V8's own parser may mistake keys with escapes (`JsonOutline.escapedKey`). */
const plain = (value: unknown) => outlineJson(JSON.stringify(value)).value;

describe('the form of a sidecar', () => {
  it('is one tag a line, in order, keys in a fixed order, with a final newline', () => {
    const one = addTag(
      empty,
      { ...draft, by: 'ann', note: 'see', status: 'accepted' },
      text,
    ).sidecar;
    const two = addTag(one, { id: 'a', label: 'N', start: 0, end: 3 }, text).sidecar;
    // printf 'One two three.' | sha256sum
    const sha256 = '7493b32ad0b5cf73b66061df0fc8b2a9fa37b0703186fa5ca1cdb0042ad8319e';
    assert.equal(
      serialiseSidecar(two),
      `{
  "glossator": 1,
  "text": {"sha256": "${sha256}", "length": 14},
  "document": {"labels": [], "attributes": {}},
  "tags": [
    {"id": "a", "label": "N", "start": 0, "end": 3, "quote": "One", "prefix": "", "suffix": " two three."}
  , {"id": "b", "label": "N", "start": 4, "end": 7, "quote": "two", "prefix": "One ", "suffix": " three.", "note": "see", "by": "ann", "status": "accepted"}
  ],
  "relations": []
}
`,
    );
  });

  it('has the fingerprint of the canonical text in UTF-8, its length in UTF-16', () => {
    // printf 'h\303\244\360\237\230\200' | sha256sum
    assert.deepEqual(fingerprintOf('hä😀'), {
      sha256: '6be57261adaa7065c9c9e6a4754719103cfe5b963732a20495b0df3da0a70e9d',
      length: 4,
    });
  });

  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(anySidecar, (sidecar) => {
        const source = serialiseSidecar(sidecar);
        const { value, problems } = parseSidecar(source);
        assert.deepEqual(problems, []);
        assert.ok(value);
        assert.equal(serialiseSidecar(value), source);
        assert.deepEqual(plain(value), plain(sidecar));
        const lines = source.split('\n').filter((line) => /^ {2}[ ,] +?\{"id"/.test(line));
        assert.equal(lines.length, sidecar.tags.length + sidecar.relations.length);
      }),
      { numRuns: 300 },
    );
  });

  it('is read the same with CRLF and a byte-order mark, in another layout and order of keys', () => {
    fc.assert(
      fc.property(anySidecar, (sidecar) => {
        const source = serialiseSidecar(sidecar);
        const { value } = parseSidecar(source);
        assert.deepEqual(parseSidecar(`\ufeff${source.replaceAll('\n', '\r\n')}`).value, value);
        const otherwise = source
          .replaceAll('\n  , {', ',\n\t\t{')
          .replace('{\n  "glossator": 1,', '{');
        const late = otherwise.replace(/\n\}\n$/, ', "glossator": 1 }');
        assert.deepEqual(parseSidecar(late).value, value);
      }),
    );
  });

  it('gains exactly one line by a tag, wherever that stands, and loses it again', () => {
    const full = anySidecar.filter(({ tags }) => tags.length > 0);
    fc.assert(
      fc.property(full, tagOf(1000, fc.constant('NEW-TAG-1')), (sidecar, tag) => {
        const before = serialiseSidecar(sidecar);
        const added = serialiseSidecar({ ...sidecar, tags: [...sidecar.tags, tag] });
        const edits = minimalEdit(before, added);
        const inserted = edits.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
        const removed = edits.reduce(
          (sum, { start, end }) => sum + before.slice(start, end).split('\n').length - 1,
          0,
        );
        // A tag that comes to stand first takes the place of the one that had no comma.
        const first = added.indexOf('{"id": "NEW-TAG-1"') < added.indexOf('\n  , {');
        assert.deepEqual([inserted, removed], first && added.includes('\n  , {') ? [2, 1] : [1, 0]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the smallest edit', () => {
  const applied = (source: string, edits: ReturnType<typeof minimalEdit>) =>
    edits.reduceRight(
      (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
      source,
    );

  it('turns any sidecar into any other, in order and without overlaps', () => {
    fc.assert(
      fc.property(anySidecar, anySidecar, (a, b) => {
        const [before, after] = [serialiseSidecar(a), serialiseSidecar(b)];
        const edits = minimalEdit(before, after);
        assert.equal(applied(before, edits), after);
        for (const [i, edit] of edits.entries())
          assert.ok(i === 0 || edits[i - 1].end < edit.start);
      }),
    );
  });

  it('turns any text into any other', () => {
    const lines = fc
      .array(fc.constantFrom('', 'a', 'b', 'c'), { maxLength: 8 })
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        assert.equal(applied(before, minimalEdit(before, after)), after);
      }),
      { numRuns: 1000 },
    );
  });

  it('is none where nothing changed', () => {
    fc.assert(
      fc.property(anySidecar, (sidecar) => {
        const source = serialiseSidecar(sidecar);
        assert.deepEqual(minimalEdit(source, source), []);
      }),
    );
  });
});

describe('what is no sidecar', () => {
  const problemsOf = (source: string) =>
    parseSidecar(source).problems.map(({ message, start, end }) => [
      message,
      source.slice(start, end),
    ]);
  const cases: [source: string, message: RegExp, at: string][] = [
    ['', /^This sidecar is empty\./, ''],
    ['{', /it was cut off\.$/, ''],
    [
      '{"glossator": 1,}',
      /^This sidecar is no JSON: A key in double quotes is missing here\.$/,
      '}',
    ],
    ['[]', /^A sidecar is a JSON object\.$/, '['],
    ['{"glossator": 2}', /^This sidecar needs “glossator”: 1; it has 2\./, '2'],
    [
      '{"glossator": 1, "glossator": 1, "text": {"sha256": "", "length": 0}}',
      /^The key “glossator” stands twice/,
      '"glossator"',
    ],
    [
      '{"glossator": 1, "a": 1, "\\u0061": 2, "text": {"sha256": "", "length": 0}}',
      /^The key “a” stands twice/,
      '"\\u0061"',
    ],
    ['{"glossator": 1, "text": {}}', /^The sidecar needs “text” with the text's “sha256”/, '{}'],
    [
      '{"glossator": 1, "text": {"sha256": "", "length": 0}, "x": 1e400}',
      /too large to be kept exactly\.$/,
      '1e400',
    ],
  ];
  for (const [source, message, at] of cases) {
    it(`${source.slice(0, 60)} is refused`, () => {
      const [[said, place]] = problemsOf(source);
      assert.match(said, message);
      assert.equal(place, at);
      assert.equal(parseSidecar(source).value, null);
    });
  }

  it('is named at the tag that is wrong, all of them at once', () => {
    const tags = [
      '{"id": "a"}',
      '5',
      '{"id": "b", "label": "N", "start": 0, "end": 1, "quote": "x"}',
      '{"id": "b", "label": "N", "start": 0, "end": 1, "quote": "x"}',
    ];
    const source = `{"glossator": 1, "text": {"sha256": "", "length": 9}, "tags": [${tags}]}`;
    assert.deepEqual(problemsOf(source), [
      ['Tag “a” has no label.', tags[0]],
      ['This tag is no object.', '5'],
      ['The id “b” stands twice. Give one of the two another id.', tags[3]],
    ]);
  });
});

describe('ids', () => {
  it('are eight characters that need no escape, and begin with a letter or digit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        assert.match(
          newId(() => bytes),
          /^[A-Za-z0-9][A-Za-z0-9_-]{7}$/,
        );
      }),
    );
    const ids = new Set(Array.from({ length: 10_000 }, () => newId()));
    assert.equal(ids.size, 10_000);
  });
});

describe('removing a tag', () => {
  it('takes its relations along', () => {
    const two = addTag(
      addTag(empty, draft, text).sidecar,
      { id: 'a', label: 'N', start: 0, end: 3 },
      text,
    ).sidecar;
    const linked = { ...two, relations: [{ id: 'r', label: 'next', from: 'a', to: 'b' }] };
    const { tags, relations } = removeTag(linked, 'b');
    assert.deepEqual([tags.map(({ id }) => id), relations], [['a'], []]);
    assert.equal(removeTag(linked, 'none'), linked);
  });
});
