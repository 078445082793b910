import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { palette } from '../../../client/src/palette.ts';
import { paletteNames } from '../../../server/src/core/corpus/configuration.ts';

interface ColourContribution {
  readonly id: string;
  readonly defaults: Readonly<Record<'dark' | 'light', string>>;
}

test('the palette has the names that a tagset may use, and the colours that the manifest gives them', () => {
  assert.deepEqual(Object.keys(palette), [...paletteNames]);
  const manifest = readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8');
  const contributed: ColourContribution[] = JSON.parse(manifest).contributes.colors;
  const lines = contributed.filter(({ id }) => !id.endsWith('Background'));
  assert.deepEqual(
    lines.map(({ id, defaults: { dark, light } }) => [id, dark, light]),
    Object.entries(palette).map(([name, { dark, light }]) => [
      `glossator.label.${name}`,
      dark,
      light,
    ]),
  );
});
