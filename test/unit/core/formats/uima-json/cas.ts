/** Reads and writes a CAS as UIMA has it in JSON. */
import assert from 'node:assert/strict';
import { exported } from '../../../../../server/src/core/formats/exported.ts';
import type { Read, ReadText } from '../../../../../server/src/core/formats/format.ts';
import { uimaJson } from '../../../../../server/src/core/formats/uimaJson.ts';
import { en } from '../../../../../server/src/core/languages/en.ts';
import { anchorTags } from '../../../../../server/src/core/tags/anchor.ts';
import { makeTag, type TagDraft } from '../../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../../server/src/core/tags/fingerprint.ts';
import type { Relation, Sidecar } from '../../../../../server/src/core/tags/model.ts';
import { corpus } from '../arbitrary.ts';

export type Raw = Record<string, unknown>;

export const CORE = 'de.tudarmstadt.ukp.dkpro.core.api';
export const NAMED_ENTITY = `${CORE}.ner.type.NamedEntity`;
export const FIELD = `${CORE}.metadata.type.MetaDataStringField`;

export function written(
  text: string,
  drafts: readonly TagDraft[],
  relations: readonly Relation[] = [],
  document: Sidecar['document'] = { labels: [], attributes: {} },
) {
  const tags = drafts.map((draft) => makeTag(draft, text));
  const sidecar: Sidecar = { text: fingerprintOf(text), document, tags, relations };
  const placed = anchorTags(sidecar, text);
  const { files, losses } = exported(
    uimaJson,
    [{ file: 'news/a.txt', text, language: en, sidecar, placed }],
    corpus,
  );
  assert.deepEqual(losses, []);
  assert.deepEqual(
    files.map(({ path }) => path),
    ['news/a.json'],
  );
  const cas = JSON.parse(files[0].content);
  return { files, cas, structures: cas['%FEATURE_STRUCTURES'] as Raw[] };
}

export function read(content: unknown, path = 'a.json'): Read {
  const source = typeof content === 'string' ? content : JSON.stringify(content);
  const back = uimaJson.read?.([{ path, content: source }]);
  assert.ok(back);
  return back;
}

/** A CAS of a text and structures, numbered from 2; all lie in the initial view. */
export function cas(text: string, structures: readonly Raw[], types: Raw = {}): Raw {
  const numbered = structures.map((structure, i) => ({
    '%ID': i + 2,
    ...structure,
    ...('begin' in structure && { '@sofa': 1 }),
  }));
  const sofa = { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView' };
  return {
    '%TYPES': types,
    '%FEATURE_STRUCTURES': [{ ...sofa, mimeType: 'text', sofaString: text }, ...numbered],
    '%VIEWS': { _InitialView: { '%SOFA': 1, '%MEMBERS': numbered.map((one) => one['%ID']) } },
  };
}

/** Tags as `label start-end`, with what else they have. */
export function shown({ tags }: ReadText): unknown[] {
  return tags.map(({ ref: _, label, start, end, ...rest }) =>
    Object.keys(rest).length === 0
      ? `${label} ${start}-${end}`
      : [`${label} ${start}-${end}`, rest],
  );
}
