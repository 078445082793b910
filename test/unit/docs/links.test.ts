import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { suite, test } from 'node:test';

const root = join(import.meta.dirname, '../../..');

/** Every Markdown page for readers, as a path in the checkout. */
const pages = ['.', 'docs', 'bench', 'eval'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: folder === 'docs', encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** A page without its code, in which brackets are no links. */
function prose(page: string): string {
  return readFileSync(join(root, page), 'utf8')
    .replace(/^(```|~~~).*?^\1/gms, '')
    .replace(/`[^`\n]*`/g, (code) => 'x'.repeat(code.length));
}

/** The targets of a page's links and images. */
function targets(page: string): string[] {
  const inline = prose(page).matchAll(/\]\(([^()\s]+)(?: "[^"]*")?\)/g);
  const named = prose(page).matchAll(/^\[[^\]]+\]: (\S+)$/gm);
  return [...inline, ...named].map(([, target]) => target);
}

/** The anchors of a page's headings, as GitHub and VS Code make them. */
function anchors(page: string): string[] {
  const headings = readFileSync(join(root, page), 'utf8').matchAll(/^#+ (.+)$/gm);
  return Array.from(headings, ([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

suite('links', () => {
  test('there are pages, and they hold links', () => {
    assert.ok(pages.includes('README.md'));
    assert.ok(targets('README.md').length > 5);
  });

  for (const page of pages) {
    test(`of ${page} lead somewhere`, () => {
      for (const target of targets(page)) {
        if (/^https?:/.test(target)) continue;
        const [path, anchor] = target.split('#');
        const file = path === '' ? page : relative(root, join(root, dirname(page), path));
        assert.ok(!file.startsWith('..'), `${target} leads out of the checkout`);
        assert.ok(existsSync(join(root, file)), `${target} does not exist`);
        if (anchor)
          assert.ok(anchors(file).includes(anchor), `${target}: there is no such heading`);
      }
    });
  }

  test('to the web are https', () => {
    for (const page of pages) {
      assert.deepEqual(
        targets(page).filter((target) => target.startsWith('http:')),
        [],
        page,
      );
    }
  });
});
