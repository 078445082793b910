import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formats } from '../../../server/src/core/formats/index.ts';
import type { Feature } from '../../../server/src/core/formats/losses.ts';

/** What the columns of the page's table are called. */
const columns: Readonly<Record<string, Feature>> = {
  entities: 'entity',
  attributes: 'attributes',
  notes: 'note',
  annotators: 'by',
  times: 'at',
  statuses: 'status',
  gaps: 'fragments',
  overlaps: 'overlap',
  'empty tags': 'empty',
  relations: 'relations',
  'of the text': 'document',
};

test('docs/exchange.md says of every format what it holds', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/exchange.md'), 'utf8');
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const lines = page.slice(page.indexOf('| format |')).split('\n');
  const [, ...names] = cells(lines[0]);
  assert.deepEqual(names, Object.keys(columns));
  const rows = lines.slice(2, 2 + formats.length).map(cells);
  for (const [i, { id, holds }] of formats.entries()) {
    const [link, ...said] = rows[i];
    assert.match(link, new RegExp(`^\\[${id}\\]\\(#`));
    const held = names.filter((name) => holds.has(columns[name]));
    assert.deepEqual(
      names.filter((_, at) => said[at] === 'yes'),
      held,
      id,
    );
  }
});
