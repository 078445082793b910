/** Reads and writes small corpora of brat. */
import assert from 'node:assert/strict';
import { brat } from '../../../../../server/src/core/formats/brat.ts';
import { exported } from '../../../../../server/src/core/formats/exported.ts';
import type { CorpusFacts, Read } from '../../../../../server/src/core/formats/format.ts';
import { en } from '../../../../../server/src/core/languages/en.ts';
import { anchorTags } from '../../../../../server/src/core/tags/anchor.ts';
import { makeTag } from '../../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../../server/src/core/tags/fingerprint.ts';
import type { Relation, Sidecar, Tag } from '../../../../../server/src/core/tags/model.ts';

/** What is read of files by their paths. */
export function readFiles(files: Readonly<Record<string, string>>): Read {
  const read = brat.read?.(Object.entries(files).map(([path, content]) => ({ path, content })));
  assert.ok(read);
  return read;
}

/** What is read of a text and the lines beside it. */
export function readLines(
  text: string,
  lines: readonly string[],
  more: Readonly<Record<string, string>> = {},
) {
  return readFiles({ 'a.txt': text, 'a.ann': lines.map((line) => `${line}\n`).join(''), ...more });
}

/** The tags of the only text, each with the text that it covers. */
export function quotes({ texts: [{ text, tags }] }: Read): string[] {
  return tags.map(({ label, start, end }) => `${label} ${text.slice(start, end)}`);
}

export type Part = Partial<Tag> & Pick<Tag, 'start' | 'end' | 'label'>;

/** The files and losses that come of a text with tags; the tags' ids are t1, t2 … */
export function write(
  text: string,
  parts: readonly Part[],
  relations: readonly Omit<Relation, 'id'>[] = [],
  { tagset = { labels: [], relations: [] }, entities = new Map() }: Partial<CorpusFacts> = {},
) {
  const sidecar: Sidecar = {
    text: fingerprintOf(text),
    document: { labels: [], attributes: {} },
    tags: parts.map((part, i) => makeTag({ id: `t${i + 1}`, ...part }, text)),
    relations: relations.map((relation, i) => ({ id: `r${i + 1}`, ...relation })),
  };
  const placed = anchorTags(sidecar, text);
  const written = exported(brat, [{ file: 'a.txt', text, language: en, sidecar, placed }], {
    tagset,
    entities,
  });
  const contents = new Map(written.files.map(({ path, content }) => [path, content]));
  const lines = (path: string) => (contents.get(path) ?? '').split('\n').filter(Boolean);
  return { lines, losses: written.losses, files: written.files };
}
