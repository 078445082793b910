import fc from 'fast-check';
import { fingerprintOf } from '../../../../server/src/core/tags/fingerprint.ts';
import type {
  Relation,
  Sidecar,
  Tag,
  TextFingerprint,
} from '../../../../server/src/core/tags/model.ts';
import { sortTags } from '../../../../server/src/core/tags/serialise.ts';

/** Strings with what breaks careless code: quotes, line ends, surrogate pairs, combining marks, keys of objects. */
export const anyString = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', '"', '\\', '\n', '\u2028', '😀', 'e\u0301', '__proto__', 'constructor', '/'),
);

/** JSON values that a sidecar can keep. */
export const anyJson = fc
  .jsonValue({ maxDepth: 3 })
  .filter((value) => !/\d{16}|e[+-]?\d/i.test(JSON.stringify(value)));

const attributeValue = fc.oneof(anyString, fc.boolean(), fc.integer(), fc.constant(-0));
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,7}$/);

/** Unknown keys; at least one. */
const extra = fc.dictionary(
  anyString.map((key) => `x-${key}`),
  anyJson,
  {
    minKeys: 1,
    maxKeys: 3,
  },
);
const attributes = fc.dictionary(anyString, attributeValue, { maxKeys: 3 });

/** A tag of a text with `length` units, with or without each optional key. */
export function tagOf(length: number, ids: fc.Arbitrary<string> = id): fc.Arbitrary<Tag> {
  return fc.tuple(fc.nat(length), fc.nat(length)).chain(([a, b]) => {
    const [start, end] = [Math.min(a, b), Math.max(a, b)];
    const cut = Math.floor((start + end) / 2);
    return fc.record(
      {
        id: ids,
        label: anyString.filter((label) => label !== ''),
        start: fc.constant(start),
        end: fc.constant(end),
        quote: anyString,
        prefix: anyString,
        suffix: anyString,
        fragments: fc.constant([
          [start, cut],
          [cut, end],
        ] as const),
        entity: anyString,
        attributes,
        note: anyString,
        by: anyString,
        at: anyString,
        status: fc.constantFrom('suggested', 'accepted', 'rejected'),
        extra,
      },
      { requiredKeys: ['id', 'label', 'start', 'end', 'quote', 'prefix', 'suffix'] },
    );
  });
}

const relation: fc.Arbitrary<Relation> = fc.record(
  { id, label: anyString, from: id, to: id, extra },
  { requiredKeys: ['id', 'label', 'from', 'to'] },
);

const fingerprint: fc.Arbitrary<TextFingerprint> = fc.record(
  {
    sha256: fc.constantFrom('a', 'b', 'c').map((text) => fingerprintOf(text).sha256),
    length: fc.constant(1000),
    extra,
  },
  { requiredKeys: ['sha256', 'length'] },
);

/** Any sidecar that the codec could have read. */
export const anySidecar: fc.Arbitrary<Sidecar> = fc.record(
  {
    text: fingerprint,
    document: fc.record(
      { labels: fc.array(anyString, { maxLength: 3 }), attributes, extra },
      { requiredKeys: ['labels', 'attributes'] },
    ),
    tags: fc
      .uniqueArray(tagOf(1000), { selector: ({ id }) => id, maxLength: 8 })
      .map((tags) => sortTags(tags)),
    relations: fc.uniqueArray(relation, { selector: ({ id }) => id, maxLength: 4 }),
    extra,
  },
  { requiredKeys: ['text', 'document', 'tags', 'relations'] },
);
