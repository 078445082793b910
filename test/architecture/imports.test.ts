import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import configuration from '../../.dependency-cruiser.mjs';

const root = join(import.meta.dirname, '../..');

/** Runs dependency-cruiser; gives each violation as `rule: from → to`. */
function violations(folder: string): Promise<string[]> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(root, '.dependency-cruiser.mjs');
  const args = [program, '--config', config, '--output-type', 'json', 'server/src', 'client/src'];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      args,
      { cwd: folder, maxBuffer: 1 << 28 },
      (_error, stdout, stderr) => {
        try {
          const { summary } = JSON.parse(stdout) as Report;
          resolve(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`));
        } catch {
          reject(new Error(stderr || stdout));
        }
      },
    );
  });
}

interface Report {
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}

test('the project keeps its own import direction', async () => {
  assert.deepEqual(await violations(root), []);
});

/** For each rule a file that breaks it, and the import that does. */
const breaches: Record<string, [file: string, imported: string]> = {
  'no-cycles': ['server/src/core/a.ts', './b.ts'],
  'no-unresolved': ['server/src/core/c.ts', './missing.ts'],
  'core-is-pure': ['server/src/core/d.ts', 'node:fs'],
  'core-knows-no-editor': ['server/src/core/e.ts', 'vscode-languageserver'],
  'core-imports-core': ['server/src/core/f.ts', '../features/hover.ts'],
  'languages-on-demand': ['server/src/core/n.ts', './languages/en.ts'],
  'features-below-service': ['server/src/features/g.ts', '../languageService.ts'],
  'service-below-server': ['server/src/languageService.ts', './server.ts'],
  'nothing-imports-an-entry': ['server/src/i.ts', './node/main.ts'],
  'cli-needs-no-server': ['server/src/cli/main.ts', '../server.ts'],
  'client-knows-the-protocol-only': ['client/src/k.ts', '../../server/src/core/a.ts'],
  'client-imports-vscode-only': ['client/src/l.ts', 'unified'],
  'server-knows-no-client': ['server/src/m.ts', 'vscode'],
  'node-and-browser-apart': ['server/src/browser/main.ts', '../node/main.ts'],
};
const harmless = [
  'server/src/core/languages/en.ts',
  'server/src/features/hover.ts',
  'server/src/server.ts',
  'server/src/node/main.ts',
];

test('every rule of the import direction catches a breach', async () => {
  const rules = configuration.forbidden?.map(({ name }) => name);
  assert.deepEqual(Object.keys(breaches).sort(), rules?.sort(), 'a breach for each rule');
  const folder = await mkdtemp(join(tmpdir(), 'glossator-imports-'));
  try {
    const write = async (file: string, text: string) => {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    };
    for (const file of harmless) await write(file, 'export const harmless = 1;\n');
    await write('server/src/core/b.ts', "export * from './a.ts';\n");
    for (const [file, imported] of Object.values(breaches)) {
      await write(file, `export * from '${imported}';\n`);
    }
    await cp(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const found = await violations(folder);
    for (const [rule, [file]] of Object.entries(breaches)) {
      assert.ok(
        found.some((line) => line.startsWith(`${rule}: ${file}`)),
        `${rule} did not catch ${file}; caught:\n${found.join('\n')}`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
