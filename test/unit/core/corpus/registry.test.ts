import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseRegistry } from '../../../../server/src/core/corpus/registry.ts';
import {
  addAlias,
  addEntity,
  renameEntity,
  serialiseRegistry,
} from '../../../../server/src/core/corpus/registryEdits.ts';

const registry = (...entities: string[]) =>
  `{\n  "glossator": 1,\n  "entities": [\n    ${entities.join(',\n    ')}\n  ]\n}\n`;
const bagdad = '{"id": "baghdad", "type": "LOC", "name": "Baghdad", "aliases": ["Bagdad"]}';

/** What the reader complains about: the source it points to, and the message. */
function complaints(source: string): [string, string][] {
  return parseRegistry(source).problems.map(({ start, end, message }) => [
    source.slice(start, end),
    message,
  ]);
}

test('a record is read with its place, and keys it does not know are kept', () => {
  const record = `${bagdad.slice(0, -1)}, "sameAs": ["https://example.org/1"], "x": {"__proto__": 1}}`;
  const source = registry(record);
  const { value, problems } = parseRegistry(source);
  assert.deepEqual(problems, []);
  const entity = value?.entities.get('baghdad');
  assert.deepEqual(entity?.aliases, ['Bagdad']);
  assert.deepEqual(entity?.sameAs, ['https://example.org/1']);
  assert.ok(Object.hasOwn(Object(entity?.extra?.x), '__proto__'));
  const place = value?.places.get('baghdad');
  assert.equal(place && source.slice(place.start, place.end), record);
  assert.equal(value && serialiseRegistry(value.entities.values()), source);
});

test('what is wrong with one record costs no other', () => {
  const source = registry(
    '7',
    '{"type": "PER", "name": "X"}',
    '{"id": "y", "name": "Y"}',
    bagdad,
    '{"id": "baghdad", "type": "LOC", "name": "Again"}',
    '{"id": "z", "id": "zz", "type": "PER", "name": "Z", "aliases": ["", 5]}',
  );
  assert.deepEqual(complaints(source), [
    ['7', 'An entity must be an object with “id”, “type” and “name”.'],
    ['{"type": "PER", "name": "X"}', 'This entity has no “id”. Add one.'],
    ['{"id": "y", "name": "Y"}', 'This entity has no “type”. Add one.'],
    ['"baghdad"', 'The entity “baghdad” is defined twice; the first one counts.'],
    ['"id"', '“id” stands twice in an entity; the first one counts. Remove one.'],
    ['""', 'What “aliases” of an entity holds must be a text that is not empty.'],
    ['5', 'What “aliases” of an entity holds must be a text that is not empty.'],
  ]);
  assert.deepEqual(
    [...(parseRegistry(source).value?.entities.keys() ?? [])],
    ['y', 'baghdad', 'z'],
  );
});

test('another version is not read, a missing one is reported', () => {
  const other = parseRegistry('{"glossator": 2, "entities": []}');
  assert.equal(other.value, null);
  assert.equal(other.problems.length, 1);
  const missing = parseRegistry(`{"entities": [${bagdad}]}`);
  assert.equal(missing.value?.entities.size, 1);
  assert.match(missing.problems[0].message, /“glossator” must be 1/);
});

test('an alias is added to its entity, wherever its aliases may be, and nothing else changes', () => {
  for (const [before, after] of [
    [bagdad, bagdad.replace('["Bagdad"]', '["Bagdad", "Bağdat"]')],
    ['{"id": "baghdad", "aliases": [ ]}', '{"id": "baghdad", "aliases": [ "Bağdat"]}'],
    [
      '{"name": "Baghdad", "type": "LOC", "id": "baghdad"}',
      '{"name": "Baghdad", "aliases": ["Bağdat"], "type": "LOC", "id": "baghdad"}',
    ],
    ['{"id": "baghdad"}', '{"id": "baghdad", "aliases": ["Bağdat"]}'],
    ['{"id": "baghdad", "aliases": "B"}', '{"id": "baghdad", "aliases": ["Bağdat"]}'],
    ['{"id": "baghdad", "name": "Bağdat"}', '{"id": "baghdad", "name": "Bağdat"}'],
    ['{"id": "mosul"}', '{"id": "mosul"}'],
  ]) {
    assert.equal(addAlias(registry('{}', before), 'baghdad', 'Bağdat'), registry('{}', after));
  }
});

test('any input gives problems within it, and edits of it throw nothing', () => {
  const entity = { id: 'new', type: 'PER', name: 'New', aliases: [] };
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map(registry)), (source) => {
      for (const { start, end } of parseRegistry(source).problems) {
        assert.ok(0 <= start && start <= end && end <= source.length);
      }
      addEntity(source, entity);
      addAlias(source, 'new', 'x');
      renameEntity(source, 'new', 'newer');
    }),
    { numRuns: 1000 },
  );
  // A comment that is not closed held the reader up for ever.
  for (const source of ['/*', '{/*', '{"glossator": 1, "entities": []} /*']) parseRegistry(source);
  const deep = '['.repeat(100_000);
  assert.equal(parseRegistry(deep).value, null);
  assert.equal(addEntity(deep, entity), deep);
});
