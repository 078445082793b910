/** Reads and writes documents of TEI. */
import assert from 'node:assert/strict';
import { exported } from '../../../../../server/src/core/formats/exported.ts';
import type { CorpusFacts } from '../../../../../server/src/core/formats/format.ts';
import { tei } from '../../../../../server/src/core/formats/tei.ts';
import { en } from '../../../../../server/src/core/languages/en.ts';
import { anchorTags } from '../../../../../server/src/core/tags/anchor.ts';
import { makeTag, type TagDraft } from '../../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../../server/src/core/tags/fingerprint.ts';
import type { Relation, Sidecar } from '../../../../../server/src/core/tags/model.ts';

const corpus: CorpusFacts = {
  tagset: { labels: [{ name: 'PER', title: 'Person' }, { name: 'EVENT' }], relations: [] },
  entities: new Map([
    ['ann-lee', { id: 'ann-lee', type: 'PER', name: 'Ann Lee', aliases: ['Ann'] }],
    ['1st', { id: '1st', type: 'EVENT', name: 'First', aliases: [], sameAs: ['https://x.org/1'] }],
  ]),
};

export function write(
  text: string,
  drafts: readonly TagDraft[],
  relations: readonly Relation[] = [],
  document: Sidecar['document'] = { labels: [], attributes: {} },
) {
  const tags = drafts.map((draft) => makeTag(draft, text));
  const sidecar = { text: fingerprintOf(text), document, tags, relations };
  const placed = anchorTags(sidecar, text);
  return exported(tei, [{ file: 'b/a.txt', text, language: en, sidecar, placed }], corpus);
}

/** The content of the one element that holds the text. */
export function body(source: string): string {
  return /<ab xml:space="preserve"(?:\/>|>([\s\S]*)<\/ab>)/.exec(source)?.[1] ?? '';
}

export function standOff(source: string): string[] {
  const inside = /<standOff>\n([\s\S]*)<\/standOff>/.exec(source)?.[1] ?? '';
  return inside
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

export function read(...contents: string[]) {
  const files = contents.map((content, i) => ({ path: `${'abc'[i]}.xml`, content }));
  const result = tei.read?.(files);
  assert.ok(result);
  return result;
}

/** Each tag as its label, text and what else it has. */
export function shown(result: ReturnType<typeof read>) {
  return result.texts.map(({ text, tags }) =>
    tags.map(({ ref: _, label, start, end, fragments, ...rest }) => [
      label,
      fragments ? fragments.map(([a, b]) => text.slice(a, b)).join('…') : text.slice(start, end),
      ...(Object.keys(rest).length > 0 ? [rest] : []),
    ]),
  );
}

export const document = (inside: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${inside}</body></text></TEI>`;
