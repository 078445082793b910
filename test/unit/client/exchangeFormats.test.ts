import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formats } from '../../../server/src/core/formats/index.ts';

test('export and import stay away where files are on no disk', () => {
  const file = join(import.meta.dirname, '../../../package.json');
  const { commands } = JSON.parse(readFileSync(file, 'utf8')).contributes;
  for (const name of ['exportTags', 'importTags', 'installMergeDriver']) {
    const { enablement } = commands.find(
      ({ command }: { command: string }) => command === `glossator.${name}`,
    );
    assert.match(enablement, /hasCommandLine/, name);
    assert.match(enablement, /!virtualWorkspace/, name);
  }
});

test('VS Code offers the formats that the command line reads and writes', () => {
  const file = join(import.meta.dirname, '../../../client/src/node/exchangeFormats.ts');
  const offered = readFileSync(file, 'utf8').matchAll(/\bid: '([\w-]+)'/g);
  const both = formats.filter(({ read, write }) => read && write);
  assert.deepEqual(
    Array.from(offered, ([, id]) => id),
    both.map(({ id }) => id),
  );
});
