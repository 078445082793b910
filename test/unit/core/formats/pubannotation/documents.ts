/** Reads and writes documents of PubAnnotation. */
import assert from 'node:assert/strict';
import { exported } from '../../../../../server/src/core/formats/exported.ts';
import type { CorpusFacts } from '../../../../../server/src/core/formats/format.ts';
import { pubannotation } from '../../../../../server/src/core/formats/pubannotation.ts';
import { en } from '../../../../../server/src/core/languages/en.ts';
import { anchorTags } from '../../../../../server/src/core/tags/anchor.ts';
import { makeTag, type TagDraft } from '../../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../../server/src/core/tags/fingerprint.ts';
import type { Relation, Sidecar } from '../../../../../server/src/core/tags/model.ts';

const corpus: CorpusFacts = {
  tagset: {
    labels: [
      { name: 'PER', title: 'Person', colour: 'blue' },
      { name: 'ORG', colour: '#c4302b' },
    ],
    relations: [{ name: 'member-of', title: 'Member of' }],
  },
  entities: new Map([['ann-lee', { id: 'ann-lee', type: 'PER', name: 'Ann Lee', aliases: [] }]]),
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
  return exported(
    pubannotation,
    [{ file: 'b/a.txt', text, language: en, sidecar, placed }],
    corpus,
  );
}

export function read(...contents: unknown[]) {
  const files = contents.map((content, i) => ({
    path: `${'abc'[i]}.json`,
    content: typeof content === 'string' ? content : JSON.stringify(content),
  }));
  const result = pubannotation.read?.(files);
  assert.ok(result);
  return result;
}

/** Each tag as its label, text and what else it has. */
export function shown(result: ReturnType<typeof read>) {
  return result.texts.map(({ text, tags }) =>
    tags.map(({ ref, label, start, end, fragments, ...rest }) => [
      ref,
      label,
      fragments ? fragments.map(([a, b]) => text.slice(a, b)).join('…') : text.slice(start, end),
      ...(Object.keys(rest).length > 0 ? [rest] : []),
    ]),
  );
}
