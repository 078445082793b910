import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import { severityOf } from '../../../server/src/core/analysis/diagnose.ts';
import {
  attributeTypes,
  defaultConfiguration,
  paletteNames,
} from '../../../server/src/core/corpus/configuration.ts';
import { mostPatterns } from '../../../server/src/core/corpus/glob.ts';
import {
  configurationKeys,
  parseConfiguration,
  ruleSettings,
} from '../../../server/src/core/corpus/parseConfiguration.ts';
import { tagsetKeys } from '../../../server/src/core/corpus/readTagset.ts';
import { entityKeys, parseRegistry } from '../../../server/src/core/corpus/registry.ts';
import { languages } from '../../../server/src/core/languages/index.ts';
import { codes } from '../../../server/src/core/rules/finding.ts';
import { rules } from '../../../server/src/core/rules/index.ts';
import type { Sidecar, Tag } from '../../../server/src/core/tags/model.ts';
import { parseSidecar, serialiseSidecar } from '../../../server/src/core/tags/sidecar.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Schema {
  readonly properties: Readonly<Record<string, Schema>>;
  readonly definitions: Readonly<Record<string, Schema>>;
  readonly items: Schema;
  readonly anyOf: readonly Schema[];
  readonly enum: readonly string[];
  readonly enumDescriptions: readonly string[];
  readonly pattern: string;
  readonly const: unknown;
  readonly default: unknown;
  readonly maxItems: number;
  readonly maxProperties: number;
  readonly description: string;
}

/** What VS Code's JSON support understands beyond JSON Schema. */
const editorKeywords = [
  'defaultSnippets',
  'enumDescriptions',
  'errorMessage',
  'markdownDescription',
  'patternErrorMessage',
];

function load(name: string) {
  const schema: Schema = JSON.parse(read(`schemas/${name}.schema.json`));
  // Formats are hints for editors: a wrong one is no error of the file.
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false });
  ajv.addVocabulary(editorKeywords);
  const validate = ajv.compile(schema);
  const faults = (source: string) => {
    validate(JSON.parse(source));
    return validate.errors ?? [];
  };
  return { name, schema, faults };
}

const glossator = load('glossator');
const entities = load('entities');
const tags = load('tags');
const keys = (schema: Schema) => Object.keys(schema.properties);

suite('schemas', () => {
  test('the manifest contributes each of them', () => {
    const { jsonValidation } = JSON.parse(read('package.json')).contributes;
    assert.deepEqual(
      jsonValidation.map(({ url }: { url: string }) => url.replace('./dist/schemas/', '')).sort(),
      readdirSync(join(root, 'schemas')).sort(),
    );
  });

  test('the samples are valid, for the schemas as for the codecs', () => {
    const configuration = read('samples/seeds/glossator.json');
    assert.deepEqual(glossator.faults(configuration), []);
    assert.deepEqual(parseConfiguration(configuration).problems, []);
    const registry = read('samples/seeds/entities.json');
    assert.deepEqual(entities.faults(registry), []);
    assert.deepEqual(parseRegistry(registry).problems, []);
    const sidecars = readdirSync(join(root, 'samples/seeds')).filter((name) =>
      name.endsWith('.tags.json'),
    );
    assert.ok(sidecars.length > 0);
    for (const name of sidecars) {
      const sidecar = read(`samples/seeds/${name}`);
      assert.deepEqual(tags.faults(sidecar), []);
      assert.deepEqual(parseSidecar(sidecar).problems, []);
    }
  });
});

suite('the schema of glossator.json', () => {
  const { schema, faults } = glossator;
  const { properties, definitions } = schema;

  test('has the keys that the codec reads', () => {
    assert.deepEqual(keys(schema), [...configurationKeys]);
    assert.deepEqual(keys(definitions.label), [...tagsetKeys.label]);
    assert.deepEqual(keys(definitions.attribute), [...tagsetKeys.attribute]);
    assert.deepEqual(keys(definitions.relation), [...tagsetKeys.relation]);
  });

  test('has the rules with their titles and defaults, and what they may be set to', () => {
    assert.deepEqual(keys(properties.rules), [...codes]);
    for (const { code, title, severity } of rules) {
      const { description } = properties.rules.properties[code];
      assert.equal(description, `${title}. Default: ${severity}.`);
    }
    for (const code of codes) {
      const severity = severityOf(code, defaultConfiguration);
      const { description } = properties.rules.properties[code];
      assert.ok(description.endsWith(`. Default: ${severity}.`), code);
    }
    assert.deepEqual(definitions.severity.enum, [...ruleSettings]);
    assert.equal(definitions.severity.enumDescriptions.length, ruleSettings.length);
  });

  test('has the palette, the types, the languages and the limits', () => {
    assert.deepEqual(definitions.label.properties.colour.anyOf[0].enum, [...paletteNames]);
    assert.deepEqual(definitions.attribute.properties.type.enum, [...attributeTypes]);
    const [known, regional] = properties.languages.items.anyOf;
    assert.deepEqual(
      known.enum,
      languages.map(({ code }) => code),
    );
    for (const { code } of languages) assert.match(`${code}-XX`, new RegExp(regional.pattern));
    assert.equal(properties.include.maxItems, mostPatterns);
    assert.equal(properties.exclude.maxItems, mostPatterns);
    assert.equal(properties.dates.maxProperties, mostPatterns);
    assert.deepEqual(properties.include.default, defaultConfiguration.include);
  });

  test('finds fault where the codec does', () => {
    const sources = [
      '{}',
      '[]',
      '{"labels": []}',
      '{"label": []}',
      '{"labels": [{"name": "A", "colour": "#00ff7F", "key": "0"}]}',
      '{"labels": [{"name": "A B"}]}',
      '{"labels": [{"title": "A"}]}',
      '{"labels": [{"name": "A", "colour": "pinkish"}]}',
      '{"labels": [{"name": "A", "key": "P"}]}',
      '{"labels": [{"name": "A", "title": " "}]}',
      '{"labels": [{"name": "A", "attributes": [{"name": "b"}]}]}',
      '{"labels": [{"name": "A", "attributes": [{"name": "b", "type": "date"}]}]}',
      '{"labels": [{"name": "A", "attributes": [{"name": "b", "type": "choice"}]}]}',
      '{"labels": [{"name": "A", "attributes": [{"name": "b", "type": "choice", "values": []}]}]}',
      '{"labels": [{"name": "A", "attributes": [{"name": "b", "type": "choice", "values": ["c"]}]}]}',
      '{"labels": [{"name": "A", "attributes": [{"name": "b", "type": "number", "values": ["c"]}]}]}',
      '{"labels": [{"name": "A", "attributes": [{"name": "b", "type": "boolean", "required": 1}]}]}',
      '{"labels": [{"name": "A"}], "relations": [{"name": "r", "from": ["A"]}]}',
      '{"relations": [{"name": "r", "from": "A"}]}',
      '{"languages": ["et", "en-GB"]}',
      '{"languages": ["english"]}',
      '{"include": []}',
      '{"include": ["a/**/*.txt", "b/"], "exclude": []}',
      '{"include": ["a\\\\b"]}',
      '{"exclude": ["!a"]}',
      '{"dates": {"**": "path", "a.txt": "2014-11-19"}}',
      '{"dates": {"**": "2014-13-19"}}',
      '{"dates": {"!a": "path"}}',
      '{"dates": ["path"]}',
      '{"rules": {"entity/undefined": "off", "tag/lost": "hint"}}',
      '{"rules": {"entity/undefined": "warn"}}',
      '{"rules": {"entity/none": "off"}}',
      '{"rules": []}',
      '{"retext": ["a", ["b", {}]]}',
      '{"retext": [["b"]]}',
      '{"retext": [["b", {}, 1]]}',
      '{"retext": [""]}',
    ];
    for (const source of sources) {
      const { problems } = parseConfiguration(source);
      assert.equal(faults(source).length > 0, problems.length > 0, source);
    }
  });
});

suite('the schema of entities.json', () => {
  test('has the keys of a record', () => {
    assert.deepEqual(keys(entities.schema.definitions.entity), [...entityKeys]);
  });

  test('finds fault where the codec does', () => {
    const sources = [
      '{"glossator": 1, "entities": []}',
      '{"glossator": 2, "entities": []}',
      '{"entities": []}',
      '{"glossator": 1}',
      '{"glossator": 1, "entities": [{"id": "a", "type": "PER", "name": "A", "mine": [1]}]}',
      '{"glossator": 1, "entities": [{"id": "a", "name": "A"}]}',
      '{"glossator": 1, "entities": [{"id": "a", "type": "PER", "name": " "}]}',
      '{"glossator": 1, "entities": [{"id": "a", "type": "PER", "name": "A", "aliases": [""]}]}',
      '{"glossator": 1, "entities": [{"id": "a", "type": "PER", "name": "A", "sameAs": "x"}]}',
      '{"glossator": 1, "entities": [7]}',
    ];
    for (const source of sources) {
      const { problems } = parseRegistry(source);
      assert.equal(entities.faults(source).length > 0, problems.length > 0, source);
    }
  });
});

suite('the schema of sidecars', () => {
  const tag: Required<Omit<Tag, 'extra'>> = {
    id: 'a1',
    label: 'PER',
    start: 0,
    end: 5,
    quote: 'A … B',
    prefix: '',
    suffix: '',
    fragments: [
      [0, 1],
      [4, 5],
    ],
    entity: 'a',
    attributes: { sure: true },
    note: 'n',
    by: 'x',
    at: '2014-01-01T00:00:00Z',
    status: 'suggested',
  };
  const full: Sidecar = {
    text: { sha256: '0'.repeat(64), length: 5 },
    document: { labels: ['news'], attributes: { year: 2014 } },
    tags: [tag],
    relations: [{ id: 'r1', label: 'x', from: 'a1', to: 'a1' }],
  };
  const source = serialiseSidecar(full);

  test('has the keys that the codec writes, in its order', () => {
    const { schema } = tags;
    const written = JSON.parse(source);
    assert.deepEqual(tags.faults(source), []);
    assert.deepEqual(keys(schema), Object.keys(written));
    assert.deepEqual(keys(schema.properties.text), Object.keys(written.text));
    assert.deepEqual(keys(schema.properties.document), Object.keys(written.document));
    assert.deepEqual(keys(schema.definitions.tag), Object.keys(written.tags[0]));
    assert.deepEqual(keys(schema.definitions.relation), Object.keys(written.relations[0]));
  });

  test('finds fault where the codec does', () => {
    const variants: [change: string, to: string][] = [
      ['"glossator": 1', '"glossator": 1, "mine": {"x": [1]}'],
      ['"glossator": 1', '"glossator": 2'],
      ['"length": 5', '"length": "5"'],
      ['"labels": ["news"]', '"labels": "news"'],
      ['"year": 2014', '"year": [2014]'],
      ['"id": "a1"', '"id": "a/1"'],
      ['"id": "a1"', '"id": ""'],
      ['"label": "PER"', '"label": ""'],
      ['"start": 0', '"start": -1'],
      ['"start": 0', '"start": 0.5'],
      ['"quote": "A … B"', '"quotes": "A … B"'],
      ['"prefix": ""', '"prefix": null'],
      ['"fragments": [[0, 1], [4, 5]]', '"fragments": []'],
      ['"fragments": [[0, 1], [4, 5]]', '"fragments": [[0, 1, 5]]'],
      ['"sure": true', '"sure": null'],
      ['"note": "n"', '"note": 1'],
      ['"status": "suggested"', '"status": "maybe"'],
      ['"from": "a1"', '"from": 1'],
    ];
    for (const [change, to] of variants) {
      assert.ok(source.includes(change), change);
      const changed = source.replace(change, to);
      const { value } = parseSidecar(changed);
      assert.equal(tags.faults(changed).length > 0, value === null, to);
    }
  });
});
