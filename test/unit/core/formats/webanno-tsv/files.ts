/** Reads and writes small files of WebAnno TSV. */
import assert from 'node:assert/strict';
import { exported } from '../../../../../server/src/core/formats/exported.ts';
import type { Read } from '../../../../../server/src/core/formats/format.ts';
import { webannoTsv } from '../../../../../server/src/core/formats/webannoTsv.ts';
import { en } from '../../../../../server/src/core/languages/en.ts';
import { anchorTags } from '../../../../../server/src/core/tags/anchor.ts';
import { makeTag } from '../../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../../server/src/core/tags/fingerprint.ts';
import type { Relation, Sidecar, Tag } from '../../../../../server/src/core/tags/model.ts';
import { sortTags } from '../../../../../server/src/core/tags/serialise.ts';
import { corpus } from '../arbitrary.ts';

export const NE = 'de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity';
export const POS = 'de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS';
export const TOKEN = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';

/** A file of the format; columns are parted by ` ¦ ` for the eye. */
export function file(layers: readonly string[], ...lines: readonly string[]): string {
  const rows = lines.map((line) => (/^\d/.test(line) ? `${line.split(' ¦ ').join('\t')}\t` : line));
  return `${['#FORMAT=WebAnno TSV 3.3', ...layers, '', '', ...rows].join('\n')}\n`;
}

export function read(content: string, path = 'a.tsv'): Read {
  return webannoTsv.read?.([{ path, content }]) ?? { texts: [], problems: [], losses: [] };
}

/** The text, its tags as `start-end label "quote"`, and its relations by their labels and quotes. */
export function shown(result: Read) {
  assert.deepEqual(result.problems, []);
  const [{ text, tags, relations }] = result.texts;
  const quotes = new Map(tags.map(({ ref, start, end }) => [ref, text.slice(start, end)]));
  return {
    text,
    tags: tags.map(({ start, end, label, ref }) => `${start}-${end} ${label} “${quotes.get(ref)}”`),
    relations: relations.map((r) => `${r.label}: ${quotes.get(r.from)} > ${quotes.get(r.to)}`),
  };
}

export type Made = Partial<Tag> & Pick<Tag, 'id' | 'label' | 'start' | 'end'>;

export function written(text: string, made: readonly Made[], relations: readonly Relation[] = []) {
  const sidecar: Sidecar = {
    text: fingerprintOf(text),
    document: { labels: [], attributes: {} },
    tags: sortTags(made.map((tag) => makeTag(tag, text))),
    relations,
  };
  const placed = anchorTags(sidecar, text);
  return exported(webannoTsv, [{ file: 'b/a.txt', text, language: en, sidecar, placed }], corpus);
}
