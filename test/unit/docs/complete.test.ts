import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { commands } from '../../../server/src/cli/commands/index.ts';
import { ServerCommand } from '../../../server/src/protocol.ts';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');

/** The sections of a page by their heading of the second level. */
function sections(page: string): Map<string, string> {
  const parts = read(page).split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [heading, ...lines] = part.split('\n');
      return [heading, lines.join('\n')];
    }),
  );
}

suite('the documentation is complete', () => {
  const pages = sections('docs/cli.md');
  for (const { name, options } of commands) {
    test(`docs/cli.md: ${name} and its options`, () => {
      const section = pages.get(name);
      assert.ok(section !== undefined, `there is no section “## ${name}”`);
      for (const option of Object.keys(options)) assert.ok(section.includes(`--${option}`), option);
    });
  }

  test('docs/cli.md describes no command that does not exist', () => {
    const names = commands.map(({ name }) => name);
    assert.deepEqual(
      [...pages.keys()].filter((name) => !names.includes(name)),
      [],
    );
  });

  test('docs/editors.md: the commands of the server', () => {
    const page = read('docs/editors.md');
    for (const command of Object.values(ServerCommand)) {
      assert.ok(page.includes(`\`${command}\``), command);
    }
  });

  test('README.md: the settings', () => {
    const { properties } = JSON.parse(read('package.json')).contributes.configuration;
    const readme = read('README.md');
    for (const setting of Object.keys(properties)) {
      assert.ok(readme.includes(`| \`${setting}\``), setting);
    }
  });
});
