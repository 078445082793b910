/** Reads and writes small files of Web Annotations. */
import assert from 'node:assert/strict';
import { exported } from '../../../../../server/src/core/formats/exported.ts';
import type { FormatFile, Read, ReadTag } from '../../../../../server/src/core/formats/format.ts';
import { w3c } from '../../../../../server/src/core/formats/w3c.ts';
import { en } from '../../../../../server/src/core/languages/en.ts';
import { anchorTags } from '../../../../../server/src/core/tags/anchor.ts';
import { makeTag, type TagDraft } from '../../../../../server/src/core/tags/edits.ts';
import { fingerprintOf } from '../../../../../server/src/core/tags/fingerprint.ts';
import type { Relation, Sidecar } from '../../../../../server/src/core/tags/model.ts';
import { corpus } from '../arbitrary.ts';

export type Raw = Record<string, unknown>;

export function written(
  text: string,
  drafts: readonly TagDraft[],
  relations: readonly Relation[] = [],
  document: Sidecar['document'] = { labels: [], attributes: {} },
) {
  const tags = drafts.map((draft) => makeTag(draft, text));
  const sidecar: Sidecar = { text: fingerprintOf(text), document, tags, relations };
  const placed = anchorTags(sidecar, text);
  const whole = { file: 'news/a b.txt', text, language: en, sidecar, placed };
  const { files, losses } = exported(w3c, [whole], corpus);
  assert.deepEqual(losses, []);
  const page = JSON.parse(files[0].content);
  return { files, page, items: page.items as Raw[] };
}

export function readFiles(files: readonly FormatFile[]): Read {
  const back = w3c.read?.(files);
  assert.ok(back);
  return back;
}

/** Reads `a.jsonld` beside `a.txt`. */
export function read(text: string, content: unknown): Read {
  const source = typeof content === 'string' ? content : JSON.stringify(content);
  return readFiles([
    { path: 'a.jsonld', content: source },
    { path: 'a.txt', content: text },
  ]);
}

/** An annotation of `a.txt` with these selectors. */
export function about(
  selector: unknown,
  rest: Raw = { body: { value: 'X', purpose: 'tagging' } },
): Raw {
  return { type: 'Annotation', target: { source: 'a.txt', selector }, ...rest };
}

export const messages = ({ problems }: Read) => problems.map(({ message }) => message);

/** The tags of the first text, without their names. */
export const tagsOf = ({ texts }: Read) => texts[0].tags.map(({ ref: _, ...tag }: ReadTag) => tag);

/** The places of the tags of the first text. */
export const placesOf = ({ texts }: Read) =>
  texts[0]?.tags.map(({ start, end }) => [start, end]) ?? [];
