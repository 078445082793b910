import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { lenient } from '../../../scripts/lib/editorSchemas.mjs';

const root = join(import.meta.dirname, '../../..');

suite('the schemas that VS Code gets', () => {
  for (const name of ['glossator', 'entities', 'tags']) {
    const schema = JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), 'utf8'));
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const accepts = ajv.compile(lenient(schema));

    test(`${name}: leaves judging to the language server`, () => {
      const lists = fc.array(fc.jsonValue());
      const members = Object.fromEntries(Object.keys(schema.properties).map((key) => [key, lists]));
      const file = fc.oneof(fc.jsonValue(), fc.record(members, { requiredKeys: [] }));
      fc.assert(fc.property(file, (value) => accepts(value)));
    });

    test(`${name}: keeps every description, proposal and snippet`, () => {
      const shown = (value: unknown): unknown[] => {
        if (typeof value !== 'object' || value === null) return [];
        return Object.entries(value).flatMap(([key, inner]) =>
          /^(markdownDescription|defaultSnippets|enum|enumDescriptions)$/.test(key) ||
          (key === 'description' && typeof inner === 'string')
            ? [JSON.stringify(inner)]
            : shown(inner),
        );
      };
      assert.ok(shown(schema).length > 5);
      assert.deepEqual(shown(lenient(schema)).sort(), shown(schema).sort());
    });
  }
});
