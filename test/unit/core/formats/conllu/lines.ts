/** Makes and reads lines of CoNLL-U. */
import assert from 'node:assert/strict';
import { conllu } from '../../../../../server/src/core/formats/conllu.ts';
import type { Read } from '../../../../../server/src/core/formats/format.ts';

export function read(content: string, path = 'a.conllu'): Read {
  assert.ok(conllu.read);
  return conllu.read([{ path, content }]);
}

/** A file of lines, the columns of each parted by single spaces. */
export function file(...lines: string[]): string {
  return lines
    .map((line) => (line.startsWith('#') ? line : line.replace(/ /g, '\t')))
    .join('\n')
    .concat('\n');
}

/** A line of CoNLL-U with number, form and MISC. */
export function row(id: string, form: string, misc = '_'): string {
  return [id, form, '_', '_', '_', '_', '_', '_', '_', misc].join(' ');
}

/** The tags of the only text, as label and quote. */
export function tagsOf({ texts }: Read): string[] {
  assert.equal(texts.length, 1);
  return texts[0].tags.map(
    ({ label, start, end }) => `${label} ${texts[0].text.slice(start, end)}`,
  );
}
