/**
 * The schemas as VS Code gets them: for completion and hovers only. The
 * language server reports what is wrong in these files, in sentences that say
 * what to do; a schema that judged too would say everything twice.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { inRoot } from './root.mjs';

/** @typedef {import('ajv').SchemaObject} Schema */

/** Keywords that only judge. */
const judging = new Set([
  'required',
  'additionalItems',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'minimum',
  'pattern',
  'patternErrorMessage',
  'errorMessage',
  'not',
  'if',
  'then',
  'else',
]);
/** Keywords that judge, and that completion needs. */
const needed = new Set(['type', 'enum', 'enumDescriptions', 'const', 'anyOf']);
/** Keywords that hold schemas by name. */
const named = new Set(['properties', 'definitions']);

/**
 * A schema that proposes and explains as the given one does, and accepts everything.
 * @param {Schema} schema
 * @returns {Schema}
 */
export function lenient(schema) {
  /** @type {Schema} */
  const kept = {};
  /** @type {Schema} */
  const proposed = {};
  for (const [key, value] of Object.entries(schema)) {
    if (judging.has(key) || (key === 'additionalProperties' && value === false)) continue;
    if (needed.has(key)) proposed[key] = key === 'anyOf' ? value.map(lenient) : value;
    else if (named.has(key)) {
      kept[key] = Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [name, lenient(inner)]),
      );
    } else if (key === 'items')
      kept[key] = Array.isArray(value) ? value.map(lenient) : lenient(value);
    else if (key === 'additionalProperties') kept[key] = lenient(value);
    else kept[key] = value;
  }
  return Object.keys(proposed).length === 0 ? kept : { ...kept, anyOf: [proposed, {}] };
}

/** Writes dist/schemas. */
export async function writeEditorSchemas() {
  await mkdir(inRoot('dist/schemas'), { recursive: true });
  for (const name of await readdir(inRoot('schemas'))) {
    const schema = JSON.parse(await readFile(inRoot('schemas', name), 'utf8'));
    await writeFile(inRoot('dist/schemas', name), JSON.stringify(lenient(schema)));
  }
}
